import type { Former, LostMarker, Marker, Removal } from '../document/document.ts'
import { isGone } from './comparison.ts'
import { follows } from './follows.ts'
import type { Comparison } from './comparison.ts'
import type { Orphanage } from './orphans.ts'
import type { Cite } from './telling.ts'

/** What became of a citation that is found nowhere. */
type Fate = 'lost' | 'reworded' | 'words' | 'entries' | undefined

export interface Losses {
  readonly lost: readonly LostMarker[]
  readonly removed: readonly Removal[]
  /** Which citation each of the lost was. */
  readonly cites: ReadonlyMap<Cite, Fate>
}

/** Says which of the citations that are gone were lost, and which went with their words or their entries. */
export function lossesOf(
  comparison: Comparison,
  { orphanOf }: Orphanage,
  gapAt: (cite: Cite) => Marker | undefined,
): Losses {
  const { pairs, places, former } = comparison
  const follow = follows(comparison)
  const fates = new Map(pairs.gone.map((cite) => [cite, fateOf(cite, comparison)]))
  const lost = pairs.gone.flatMap((cite): LostMarker[] => {
    const fate = fates.get(cite)
    if (fate !== 'lost' && fate !== 'reworded') return []
    const orphan = orphanOf(cite)
    const reworded = fate === 'reworded'
    return [{ ...former(cite), place: places.of(cite), reworded, orphan, follow: follow(cite) }]
  })
  return { lost: onePerMarker(lost), removed: removalsOf(comparison, fates, { orphanOf, gapAt }), cites: fates }
}

function fateOf(cite: Cite, comparison: Comparison): Fate {
  const { target, entry } = cite
  // What an entry cites goes with it.
  if (entry && !comparison.isStill(entry)) return undefined
  if (isWritten(cite, comparison)) return undefined
  if (comparison.isKept(cite)) return isGone(target, comparison) ? 'entries' : 'lost'
  if (!isReworded(cite, comparison)) return 'words'
  return isGone(target, comparison) ? 'entries' : 'reworded'
}

/** It is still written there, but counts for no marker any more: somebody else may say so. */
function isWritten(cite: Cite, { places }: Comparison): boolean {
  return places.restOf(cite, cite.text.length + 12).includes(cite.text)
}

/** A gap is not looked at any further than that. */
const farthest = 200

/** Other words stand where it stood, at least half as many, in what is left of its paragraph. */
function isReworded({ unit, at }: Cite, { base, head, match, links }: Comparison): boolean {
  const [other] = links.of(unit)
  if (other === undefined) return false
  if (links.isRewritten(unit)) return true
  const { start, end } = base.units[unit]!
  let [from, to] = [at, at]
  while (from > start && at - from < farthest && match.toHead[from - 1] === -1) from--
  while (to < end && to - at < farthest && match.toHead[to] === -1) to++
  const left = from > start ? match.toHead[from - 1]! : head.units[other]!.start - 1
  const right = to < end ? match.toHead[to]! : head.units[other]!.end
  let count = 0
  for (let word = left + 1; word < right && word - left <= farthest; word++) {
    if (match.toBase[word] === -1) count++
  }
  return to > from && count * 2 >= to - from
}

function onePerMarker(lost: readonly LostMarker[]): LostMarker[] {
  const seen = new Set<string>()
  return lost.filter(({ text, line, place }) => {
    const key = `${text} ${line} ${place.start}`
    return !seen.has(key) && seen.add(key)
  })
}

function removalsOf(
  { pairs, places, former }: Comparison,
  fates: ReadonlyMap<Cite, Fate>,
  { orphanOf, gapAt }: { readonly orphanOf: Orphanage['orphanOf']; readonly gapAt: (cite: Cite) => Marker | undefined },
): Removal[] {
  const groups = new Map<string, { cites: Cite[]; markers: Former[]; with: Removal['with']; gap: Marker | undefined }>()
  for (const cite of pairs.gone) {
    const fate = fates.get(cite)
    if ((fate !== 'words' && fate !== 'entries') || orphanOf(cite)) continue
    const gap = gapAt(cite)
    const key = `${fate} ${places.gapOf(cite)} ${gap?.start}`
    const group = groups.get(key) ?? { cites: [], markers: [], with: fate, gap }
    groups.set(key, group)
    const last = group.cites.at(-1)
    if (last?.marker !== cite.marker) group.markers.push(former(cite))
    group.cites.push(cite)
  }
  return [...groups.values()].map(({ cites, ...group }) => ({ ...group, place: places.of(cites[0]!) }))
}
