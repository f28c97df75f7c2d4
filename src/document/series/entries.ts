import type { Entry, EntryList, Marker, Series, Undefined } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import type { ListDraft } from '../entries/lists.ts'
import type { Draft, MarkerDraft } from '../mark.ts'
import { findIdentifiers } from '../../identifiers/index.ts'
import type { Identifier } from '../../identifiers/index.ts'
import { createLazy } from '../../lazily.ts'
import { editDistance, nearest } from '../../nearest.ts'
import { identifiersOf as recordIdentifiers } from '../entries/record-identifiers.ts'
import { labelKey, normalizeLabel } from '../label.ts'
import { EntryObject } from './entry.ts'

/** Entries as rules see them, lists put together. */
export function createEntries(drafts: readonly EntryDraft[], text: string): EntryObject[] {
  const lists = new Map<ListDraft, Draft<EntryList> & { entries: Entry[] }>()
  const created: EntryObject[] = []
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]!
    const list = draft.list && (lists.get(draft.list) ?? newList(draft.list))
    if (draft.list && list) lists.set(draft.list, list)
    const labelText = text.slice(draft.labelRange.start, draft.labelRange.end)
    const identifiers = draft.record
      ? recordIdentifiers(draft.record.fields, text)
      : identifiersOf(draft, drafts[index + 1], text)
    const entry = new EntryObject(draft, { labelText, identifiers, list })
    created.push(entry)
    list?.entries.push(entry)
  }
  return created
}

/** What stands in an entry inside another one is read once, as the inner one's. */
function identifiersOf({ start, end }: EntryDraft, next: EntryDraft | undefined, text: string): Identifier[] {
  const own = text.slice(start, Math.min(end, next?.start ?? end))
  const found = findIdentifiers(own)
  return found.length === 0 ? found : found.map((one) => ({ ...one, start: start + one.start, end: start + one.end }))
}

/** To compare words takes what knows all languages, which has to be loaded. Nobody asks where the numbers are in order. */
const withOrder = createLazy<Pick<EntryList, 'alphabetical'>>('alphabetical')

function newList({ start, end, split, form }: ListDraft): Draft<EntryList> & { entries: Entry[] } {
  const list = { start, end, mediaWiki: form === 'caret', entries: [] as Entry[], split }
  return withOrder(list, () => ({ alphabetical: isAlphabetical(list.entries) }))
}

/** Four entries or more, each not before the one above it. Fewer are in order by chance too often. */
function isAlphabetical(entries: readonly Entry[]): boolean {
  const words = entries.map((entry) =>
    entry.text
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .slice(0, 40)
      .toLowerCase(),
  )
  return words.length >= 4 && words.every((word, index) => index === 0 || words[index - 1]!.localeCompare(word) <= 0)
}

type Resolution = Pick<Series, 'undefined' | 'unused' | 'duplicates'>

/** Brings markers and entries together; says what is left on either side. */
export function resolve(markers: readonly MarkerDraft[], entries: readonly EntryObject[]): Resolution {
  const { byKey, duplicates } = withoutRepeats(entries)
  const lost: { marker: MarkerDraft; label: string }[] = []
  for (const marker of markers) {
    const own = labelKey(marker)
    const first = byKey.get(own)
    marker.entry = first
    // A single number is the label itself.
    if (marker.numbers.length < 2) {
      if (first) first.citeBy(marker)
      else lost.push({ marker, label: marker.label })
      continue
    }
    for (const key of citedKeys(marker)) {
      const entry = byKey.get(key)
      if (entry) entry.citeBy(marker)
      else lost.push({ marker, label: key === own ? marker.label : key })
    }
  }
  const idle = uncited(entries, duplicates)
  if (lost.length === 0) return { undefined: [], unused: idle, duplicates }
  const meant = new Map(idle.map((entry) => [entry.label, entry]))
  const turns = highestBefore(markers, byKey)
  const places = placesOf(entries)
  const found: Undefined[] = []
  for (const { marker, label, others } of entries.length > 0 ? groupByLabel(lost) : []) {
    // The entry that stands where this one should has the wrong label: that is said of the entry.
    const isTaken = duplicates.some(({ entry, first }) =>
      [entry, first].some((one) => places.get(one) === marker.number && marker.number !== undefined),
    )
    if (isTaken) continue
    const near = meantBy(marker, turns.get(marker), meant, places)
    if (near !== undefined) meant.delete(near)
    found.push({ marker, label, nearest: near, others })
  }
  return { undefined: found, unused: idle.filter((entry) => meant.has(entry.label)), duplicates }
}

/** The first entry of each label, and the others with it. */
function withoutRepeats(entries: readonly EntryObject[]) {
  const byKey = new Map<string, EntryObject>()
  const duplicates: { entry: Entry; first: Entry }[] = []
  for (const entry of entries) {
    const key = labelKey(entry)
    const first = byKey.get(key)
    if (first) duplicates.push({ entry, first })
    else byKey.set(key, entry)
  }
  return { byKey, duplicates }
}

/** Entries that nothing cites, and that are no second ones of their label. */
function uncited(entries: readonly EntryObject[], duplicates: Resolution['duplicates']): EntryObject[] {
  const found: EntryObject[] = []
  const repeated = new Set<Entry>()
  for (const { entry } of duplicates) repeated.add(entry)
  for (const entry of entries) {
    if (entry.markers.length === 0 && !repeated.has(entry) && !isLeftover(entry)) found.push(entry)
  }
  return found
}

/** For each marker, the highest number with an entry that is cited before it. */
function highestBefore(markers: readonly MarkerDraft[], known: ReadonlyMap<string, unknown>): Map<MarkerDraft, number> {
  const highest = new Map<MarkerDraft, number>()
  let soFar = 0
  for (const marker of markers) {
    highest.set(marker, soFar)
    if (!known.has(labelKey(marker)) || marker.mark.inEntry) continue
    soFar = Math.max(soFar, marker.number ?? 0, marker.numbers.at(-1) ?? 0)
  }
  return highest
}

/**
 * The numbers whose turn it was where a marker points nowhere. One that lies among the numbers of the list is right: its
 * entry was lost.
 */
export function lostTurns(
  markers: readonly MarkerDraft[],
  lost: readonly Undefined[],
  entries: readonly EntryObject[],
): Set<number> {
  const last = entries.reduce((number, entry) => Math.max(number, entry.number ?? 0), 0)
  const beyond = lost.filter(({ marker }) => marker.numbers.length < 2 && (marker.number ?? 0) > last)
  if (beyond.length === 0) return new Set()
  const highest = highestBefore(markers, new Map(entries.map((entry) => [labelKey(entry), entry])))
  return new Set(beyond.map(({ marker }) => (highest.get(marker as MarkerDraft) ?? 0) + 1))
}

/** For each entry, the number that should stand at its place by the entry before it; for the first, by the one behind it. */
function placesOf(entries: readonly EntryObject[]): Map<Entry, number> {
  const places = new Map<Entry, number>()
  for (const [index, entry] of entries.entries()) {
    const place = index > 0 ? (entries[index - 1]!.number ?? NaN) + 1 : (entries[1]?.number ?? NaN) - 1
    if (!Number.isNaN(place)) places.set(entry, place)
  }
  return places
}

/** One label without an entry is one fault, however often it is cited. */
function groupByLabel(lost: readonly { readonly marker: MarkerDraft; readonly label: string }[]) {
  const groups = new Map<string, { marker: MarkerDraft; label: string; others: MarkerDraft[] }>()
  for (const { marker, label } of lost) {
    const key = normalizeLabel(label)
    const group = groups.get(key)
    if (group) group.others.push(marker)
    else groups.set(key, { marker, label, others: [] })
  }
  return [...groups.values()]
}

/** `[ISBN missing]` and `; its second edition` as items of their own are left over from the page that a list was pasted from. */
function isLeftover(entry: EntryObject): boolean {
  return entry.kind === 'list' && (/^\[[^\]]+\]\s*(?:[\r\n]|$)/.test(entry.text) || /^[;,]/.test(entry.text))
}

/** The keys of all that a marker cites: of `[3-5]` three. */
export function citedKeys(marker: Pick<Marker, 'label' | 'numbers'>): string[] {
  return marker.numbers.length === 0 ? [normalizeLabel(marker.label)] : marker.numbers.map(String)
}

/**
 * Which of the entries that nobody cites a lost marker probably means: the one whose turn it is, the one that stands where
 * its entry should, or one that is spelt nearly alike.
 */
function meantBy(
  marker: MarkerDraft,
  highest: number | undefined,
  idle: ReadonlyMap<string, Entry>,
  places: ReadonlyMap<Entry, number>,
): string | undefined {
  // Among more entries than that nobody can say which one was meant, and to ask takes time for each.
  if (idle.size === 0 || idle.size > 200) return undefined
  const labels = [...idle.keys()]
  if (marker.number === undefined) return nearest(marker.label, labels) ?? beginning(marker.label, labels)
  const inTurn = [...idle].find(([, entry]) => entry.number === (highest ?? 0) + 1)
  // Of a range, one number at least is right.
  if (inTurn && marker.numbers.length < 2) return inTurn[0]
  const inPlace = [...idle].find(([, entry]) => places.get(entry) === marker.number)
  if (inPlace) return inPlace[0]
  const similar = labels.filter((label) => isSlip(label, marker.label))
  return similar.length === 1 ? similar[0] : undefined
}

/** The one label that begins as another does, for labels too short to be nearly alike: `9x` and `9`. */
function beginning(label: string, known: Iterable<string>): string | undefined {
  const alike = [...known].filter((one) => label.startsWith(one) || one.startsWith(label))
  return alike.length === 1 ? alike[0] : undefined
}

/** One digit too many, too few or another, or two exchanged. */
function isSlip(one: string, other: string): boolean {
  return one.length + other.length > 2 && editDistance(one, other) === 1
}
