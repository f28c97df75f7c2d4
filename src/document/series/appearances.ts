import type { Appearance } from '../document.ts'
import { normalizeLabel } from '../label.ts'
import { linksAround } from '../links.ts'
import type { MarkObject, MarkerDraft } from '../mark.ts'

/** All that markers cite, in the order of the text: of a range, each of its numbers. */
export function appearancesIn(markers: readonly MarkerDraft[]): Appearance[] {
  const appearances: Appearance[] = []
  for (const marker of markers) {
    if (!counts(marker)) continue
    for (const number of marker.numbers)
      appearances.push({ label: number === marker.number ? marker.label : String(number), number, marker })
    if (marker.numbers.length > 0) continue
    // Case counts in the key of a bibliography.
    const label = marker.mark.family === 'citekey' ? marker.label : normalizeLabel(marker.label)
    appearances.push({ label, number: undefined, marker })
  }
  return appearances
}

/**
 * A marker inside an entry, in a table of contents (a longer link to a place of the document) and the number behind the
 * text of a link say nothing of the order in which sources are cited.
 */
function counts({ mark }: MarkerDraft): boolean {
  const { text, kind: place, links } = mark.block
  if (mark.inEntry || isLinkLabel(mark) || (place === 'cell' && text.trim() === text.slice(mark.at, mark.to)))
    return false
  if (links.length === 0) return true
  return !linksAround(mark.block, mark.at, mark.to).some(({ kind, at, to, url }) => {
    const isLonger = at < mark.at - 1 || to > mark.to + 1
    return (kind === 'full' && to === mark.to) || (kind === 'inline' && isLonger && url?.startsWith('#'))
  })
}

/** `[a few words][2]` is meant as a link, even where its definition is broken. */
function isLinkLabel({ block: { text }, at, joint }: MarkObject): boolean {
  if (joint !== undefined || text[at - 1] !== ']') return false
  const words = /\[([^[\]]*\s[^[\]]*)\]$/.exec(text.slice(Math.max(0, at - 200), at))
  return words !== null && !/needed|\?/.test(words[1]!)
}

/** What an appearance is known by. */
export const keyOf = ({ label, number }: Appearance) => (number === undefined ? label : String(number))

/** Each number or label where it comes first; the same list where nothing appears again. */
export function firsts(appearances: readonly Appearance[]): readonly Appearance[] {
  if (appearances.every(isOnlyOne)) return appearances
  const keys = new Set<string>()
  for (const appearance of appearances) keys.add(keyOf(appearance))
  if (keys.size === appearances.length) return appearances
  return appearances.filter((appearance) => keys.delete(keyOf(appearance)))
}

/** Whether nothing else cites its entry, which is quicker to see than whether anything else has its label. */
const isOnlyOne = ({ marker: { entry, numbers } }: Appearance) => entry?.markers.length === 1 && numbers.length < 2

/** Whether all are numbers, each higher than the one before: then none is out of place, in whatever cluster it stands. */
export function ascends(appearances: readonly Appearance[]): boolean {
  let last = -1
  for (const { number } of appearances) {
    if (number === undefined || number <= last) return false
    last = number
  }
  return true
}
