import type { Tag } from './html-islands.ts'
import type { Prose } from './prose.ts'

/** Follows `<sup>` and `<a href>` through a stretch of prose and notes what they enclose. */
export function followTags(text: string, prose: Prose): (tag: Tag) => void {
  const open: {
    readonly name: string
    readonly at: number
    readonly start: number
    readonly url: string | undefined
  }[] = []
  return (tag) => {
    if (tag.name !== 'sup' && tag.name !== 'a') return
    if (tag.kind === 'open') {
      open.push({ name: tag.name, at: prose.length, start: tag.start, url: hrefOf(text.slice(tag.start, tag.end)) })
      return
    }
    const index = open.findLastIndex((one) => one.name === tag.name)
    const [begun] = index < 0 ? [] : open.splice(index)
    if (!begun || (begun.name === 'a' && begun.url === undefined)) return
    const kind = begun.name === 'sup' ? 'superscript' : 'anchor'
    const range = { start: begun.start, end: tag.end }
    prose.link({ at: begun.at, to: prose.length, kind, range, ...(begun.url !== undefined && { url: begun.url }) })
  }
}

function hrefOf(tag: string): string | undefined {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)
  return match?.[1] ?? match?.[2] ?? match?.[3]
}
