import type { Changes, Document, LostMarker, Marker, MovedMarker, Slice } from '../document/document.ts'
import { groupBy } from '../document/group-by.ts'
import { lineAt } from '../source.ts'
import { markersOf } from './comparison.ts'
import { sliceOf } from './places.ts'
import { sameInTranslation } from './same-targets.ts'
import type { Sameness } from './same-targets.ts'
import { tellBoth } from './telling.ts'
import type { Cite, Telling } from './telling.ts'
import { alignAll } from './unit-links.ts'

/** What each paragraph of a translation cites and its source does not, or the other way round. No word is compared. */
export function changesInTranslation(source: Document, target: Document): Changes {
  if (target.source.text.trim() === '') return { against: 'source', ...none, lost: [], moved: [], added: [] }
  const [base, head] = tellBoth([source], [target])
  const same = sameInTranslation(base, head)
  const pieces = piecesOf(base, head, same)
  const come = groupBy(
    pieces.flatMap((piece) => piece.come),
    (cite) => same.head(cite.target),
  )
  const lost: LostMarker[] = []
  const moved: MovedMarker[] = []
  for (const { gone, place, isThere } of pieces) {
    const missing: Cite[] = []
    for (const cite of gone) {
      const other = come.get(same.base(cite.target))?.shift()
      const before = { text: cite.text, line: lineAt(base.source, cite.start) }
      if (other) moved.push({ marker: other.marker!, before, place: place(cite), newWords: false })
      else missing.push(cite)
    }
    lost.push(...lostIn(missing, { base, place, isThere }))
  }
  const extra = [...come.values()].flat().sort((one, other) => one.id - other.id)
  return { against: 'source', lost, ...none, moved, added: markersOf(extra) }
}

const none = { removed: [], orphaned: [], stranded: [], shifted: [], exchanged: [] }

/** Paragraphs that say the same, with the citations that only one side has. */
interface Piece {
  readonly gone: readonly Cite[]
  readonly come: readonly Cite[]
  /** Where a citation of the source belongs in the translation. */
  readonly place: (cite: Cite) => Slice
  /** The translation has the paragraph. */
  readonly isThere: boolean
}

function piecesOf(base: Telling, head: Telling, same: Sameness): Piece[] {
  let last = 0
  return alignAll(base, head, same).map(({ one, other }): Piece => {
    const citesIn = ({ units }: Telling, paragraphs: readonly { readonly unit: number }[]) =>
      paragraphs.flatMap(({ unit }) => units[unit]!.cites)
    const [before, after] = [citesIn(base, one), citesIn(head, other)]
    const open = groupBy(after, (cite) => same.head(cite.target))
    const found = new Map(before.map((cite) => [cite, open.get(same.base(cite.target))?.shift()]))
    const [first, end] = [head.units[other[0]?.unit ?? -1], head.units[other.at(-1)?.unit ?? -1]]
    const start = first && first.end > first.start ? first.start : last
    if (end && end.end > end.start) last = end.end - 1
    const place = (cite: Cite) => {
      const known = before.slice(0, before.indexOf(cite)).findLast((each) => found.get(each))
      const at = known ? found.get(known)!.at - 1 : start
      return sliceOf(head, Math.max(at, 0))
    }
    const isMarker = ({ marker }: Cite) => marker !== undefined
    return {
      gone: before.filter((cite) => isMarker(cite) && !found.get(cite)),
      come: [...open.values()].flat().filter(isMarker),
      place,
      isThere: other.length > 0,
    }
  })
}

interface Setting {
  readonly base: Telling
  readonly place: Piece['place']
  readonly isThere: boolean
}

/** A paragraph that was not translated is one cause. */
function lostIn(cites: readonly Cite[], { base, place, isThere }: Setting): LostMarker[] {
  const lostAs = (text: string, cite: Cite): LostMarker => {
    const line = lineAt(base.source, cite.start)
    return { text, line, place: place(cite), reworded: false, orphan: undefined, follow: undefined }
  }
  if (isThere) return onePerMarker(cites).map((cite) => lostAs(cite.text, cite))
  const [first] = cites
  return first
    ? [
        lostAs(
          onePerMarker(cites)
            .map(({ text }) => text)
            .join(', '),
          first,
        ),
      ]
    : []
}

function onePerMarker(cites: readonly Cite[]): Cite[] {
  const seen = new Set<Marker | undefined>()
  return cites.filter(({ marker }) => !seen.has(marker) && seen.add(marker))
}
