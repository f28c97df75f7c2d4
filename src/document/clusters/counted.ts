import type { Cluster } from '../document.ts'

/**
 * Whether the way a cluster is written says something of the document's style: not inside entries, not where a slip is to be
 * mended first, and not of footnotes and links, whose labels no reader sees.
 */
export function isCounted({ marks }: Cluster): boolean {
  return marks.every(
    ({ inEntry, malformed, notation }) =>
      !inEntry &&
      malformed === undefined &&
      notation !== 'footnote' &&
      notation !== 'inline-note' &&
      notation !== 'link' &&
      notation !== 'citekey',
  )
}
