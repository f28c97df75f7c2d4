import type { Document, Series } from '../document/document.ts'
import type { Edit, Fix } from '../finding.ts'
import { renumber } from './renumber.ts'

const titles = { cited: 'Number by first citation', kept: 'Close the gaps' } as const

/** Numbers one series anew. The edits are worked out when somebody looks at them: who only lints pays nothing for them. */
export function renumberFix(document: Document, series: Series, order: keyof typeof titles): Fix {
  let edits: readonly Edit[] | undefined
  return {
    title: titles[order],
    safe: false,
    changes: 'renumber',
    get edits() {
      edits ??= renumber(document, { order, only: series }).edits
      return edits
    },
  }
}
