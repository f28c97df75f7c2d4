import type { Appearance, MissingRun } from '../document.ts'
import { ascends } from './appearances.ts'
import type { EntryObject } from './entry.ts'
import { outOfOrder } from './order.ts'

/** Numbers between those cited that are neither cited nor listed, nor known to be wrong. */
export function missingRuns(
  firstAppearances: readonly Appearance[],
  entries: readonly EntryObject[],
  lost: ReadonlySet<string>,
): MissingRun[] {
  const cited = ascends(firstAppearances) ? firstAppearances : inOrder(firstAppearances)
  const last = cited.length - 1
  if (last < 1 || runs(cited)) return []
  const listed = new Set<number | undefined>()
  for (const { number } of entries) listed.add(number)
  for (const label of lost) listed.add(Number(label))
  for (const { number } of firstAppearances) listed.add(number)
  const missing: MissingRun[] = []
  for (let index = 1; index <= last; index++) {
    const { number, marker } = cited[index]!
    for (let from = cited[index - 1]!.number! + 1; from < number!;) {
      if (listed.has(from)) {
        from++
        continue
      }
      let through = from
      while (through + 1 < number! && !listed.has(through + 1)) through++
      missing.push({ from, through, before: marker })
      from = through + 1
    }
  }
  return missing
}

/** Nothing is left out where the last of some ascending numbers is as far from the first as there are others. */
function runs(ascending: readonly Appearance[]): boolean {
  const first = ascending[0]!.number ?? 0
  const last = ascending.at(-1)!.number ?? 0
  return last - first === ascending.length - 1
}

/** By their numbers, those left out that are out of order. */
function inOrder(firstAppearances: readonly Appearance[]): Appearance[] {
  const outside = new Set(outOfOrder(firstAppearances.map((appearance) => appearance.number!)))
  const kept = firstAppearances.filter((_, index) => !outside.has(index))
  return kept.sort((one, other) => one.number! - other.number!)
}
