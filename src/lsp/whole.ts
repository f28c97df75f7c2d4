import { convert } from '../convert/convert.ts'
import { joinConversions } from '../convert/join.ts'
import type { Target } from '../convert/convert.ts'
import { joinRenumberings } from '../renumber/join.ts'
import { renumber } from '../renumber/renumber.ts'
import { rewriteView } from './rewrite.ts'
import type { Rewritten } from './rewrite.ts'
import type { View } from './view.ts'

/** Numbers a document, or the book that it belongs to, by first citation. */
export function renumberView(view: View): Promise<Rewritten> {
  return rewriteView(view, {
    allowed: ['renumber'],
    rewrite: (document) => renumber(document),
    join: joinRenumberings,
  })
}

/** Writes markers and entries of a document, or of the book that it belongs to, in another notation. */
export function convertView(view: View, to: Target): Promise<Rewritten> {
  return rewriteView(view, {
    allowed: ['convert'],
    rewrite: (document) => convert(document, to),
    join: joinConversions,
  })
}

export const targets: ReadonlySet<string> = new Set(['footnote', 'bracket', 'superscript'] satisfies Target[])

export function canRenumber({ documents }: View): boolean {
  return documents.some(({ series }) =>
    series.some(({ markers, notation }) => markers.length > 0 && notation !== 'inline-note' && notation !== 'citekey'),
  )
}

export function canConvertTo({ documents, source }: View, to: Target): boolean {
  if (!['markdown', 'text', 'quarto', 'mdx'].includes(source.format)) return false
  return documents.some(({ series }) =>
    series.some(
      ({ notation, markers, entries }) =>
        notation !== to && targets.has(notation) && markers.length > 0 && entries.length > 0,
    ),
  )
}
