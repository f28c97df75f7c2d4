import type { Slice, Stranded } from '../document/document.ts'
import { groupBy } from '../document/group-by.ts'
import { isListed } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import type { Cite } from './telling.ts'

/** Markers that are still there and whose entries are not. */
export function strandedOf({ pairs, now, head }: Comparison): { stranded: Stranded[]; cites: ReadonlySet<Cite> } {
  const left = [...pairs.kept, ...pairs.elsewhere].filter(([one, other]) => {
    const isOwn = other.target.family !== 'citekey' && other.target.family !== 'inline note'
    return isOwn && one.marker && isListed(one.target) && !now(one.target).some(isListed)
  })
  const cites = left.map(([, other]) => other).sort((one, other) => one.id - other.id)
  const groups = [...groupBy(cites, ({ target }) => target).values()]
  const hasEntries = head.targets.some(({ entry }) => entry && entry.kind !== 'record')
  const stranded =
    hasEntries || groups.length < 2 ? groups.map((group) => strandedIn(group, 1)) : [strandedIn(cites, groups.length)]
  return { stranded, cites: new Set(cites) }
}

const sliceOf = ({ start, end, text }: Cite): Slice => ({ start, end, text })

function strandedIn(cites: readonly Cite[], count: number): Stranded {
  const [marker, ...others] = cites.map(sliceOf)
  return { marker: marker!, others: count === 1 ? others : [], count }
}
