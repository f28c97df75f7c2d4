import type { Tag } from './html-islands.ts'
import type { Prose } from './prose.ts'

interface OpenTag {
  readonly at: number
  readonly start: number
  readonly url: string | undefined
}

/** Follows `<sup>` and `<a href>` through a stretch of prose and notes what they enclose. */
export function followTags(text: string, prose: Prose): (tag: Tag) => void {
  const open: { readonly sup: OpenTag[]; readonly a: OpenTag[] } = { sup: [], a: [] }
  return ({ name, kind, start, end }) => {
    if (name !== 'sup' && name !== 'a') return
    if (kind === 'open') {
      open[name].push({ at: prose.length, start, url: hrefOf(text.slice(start, end)) })
      return
    }
    const begun = open[name].pop()
    if (!begun || (name === 'a' && begun.url === undefined)) return
    prose.link({
      at: begun.at,
      to: prose.length,
      kind: name === 'sup' ? 'superscript' : 'anchor',
      range: { start: begun.start, end },
      ...(begun.url !== undefined && { url: begun.url }),
    })
  }
}

function hrefOf(tag: string): string | undefined {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)
  return match?.[1] ?? match?.[2] ?? match?.[3]
}
