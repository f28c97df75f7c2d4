import type { Entry, Series, Undefined } from '../document.ts'
import type { Library } from '../library.ts'
import type { MarkerDraft } from '../mark.ts'
import { nearest } from '../../nearest.ts'
import type { EntryObject } from './entry.ts'

type Resolution = Pick<Series, 'undefined' | 'unused' | 'duplicates'>

/** Brings keys and records together, those of the document and those of its bibliographies. Case counts in a key. */
export function resolveKeys(
  markers: readonly MarkerDraft[],
  entries: readonly EntryObject[],
  library: Library,
): Resolution {
  const byKey = new Map<string, EntryObject>()
  const duplicates: { entry: Entry; first: Entry }[] = []
  for (const entry of entries) {
    const first = byKey.get(entry.label)
    if (first) duplicates.push({ entry, first })
    else byKey.set(entry.label, entry)
  }
  const lost = new Map<string, MarkerDraft[]>()
  for (const marker of markers) {
    marker.entry = byKey.get(marker.label)
    marker.record = marker.entry ? undefined : library.find(marker.label)
    if (marker.entry) byKey.get(marker.label)!.citeBy(marker)
    else if (!marker.record) {
      const others = lost.get(marker.label)
      if (others) others.push(marker)
      else lost.set(marker.label, [marker])
    }
  }
  const isJudged = library.isWhole && (library.isNamed || entries.length > 0)
  const found = isJudged ? [...lost].map(([label, all]) => undefinedKey(label, all, [...byKey.keys()], library)) : []
  return { undefined: found, duplicates, unused: unusedAmong([...byKey.values()], found, library) }
}

/** Among more keys than that, nobody looks for one that is nearly the same. */
const manyKeys = 500

function undefinedKey(
  label: string,
  [marker, ...others]: readonly MarkerDraft[],
  own: readonly string[],
  library: Library,
): Undefined {
  const meant = own.length < manyKeys ? nearest(label, own) : undefined
  return { marker: marker!, others, label, nearest: meant ?? library.meant(label) }
}

/** Entries that nobody cites: no marker, no `nocite`, no other record, and no marker that probably meant them. */
function unusedAmong(entries: readonly EntryObject[], lost: readonly Undefined[], library: Library): Entry[] {
  const { nocite, isClosed, isCited } = library
  const isBibliography = entries.every((entry) => entry.kind === 'record') && isCited !== undefined
  if (!isBibliography && (!isClosed || nocite.has('*'))) return []
  // A `thebibliography` that no command cites is a list to read on.
  if (entries.every(({ kind, markers }) => kind === 'list' && markers.length === 0)) return []
  const used = new Set(entries.flatMap((entry) => entry.record?.cites ?? []))
  for (const one of lost) if (one.nearest !== undefined) used.add(one.nearest)
  const names = ({ label, record }: EntryObject) => [label, ...(record?.aliases ?? []).map((alias) => alias.value)]
  const isUsed = (key: string) => used.has(key) || nocite.has(key) || (isCited?.(key) ?? false)
  return entries.filter((entry) => {
    const isKept = entry.record?.isKept === true || entry.record?.internal === true
    return entry.markers.length === 0 && !isKept && !names(entry).some(isUsed)
  })
}
