import type { Entry, EntryList, Series, Undefined } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import type { ListDraft } from '../entries/lists.ts'
import type { Draft, MarkerDraft } from '../marks.ts'
import { nearest } from '../../nearest.ts'
import { normalizeLabel } from '../label.ts'
import { countBefore } from '../nearby.ts'

export type EntryObject = Draft<Omit<Entry, 'markers'>> & { markers: MarkerDraft[] }

/** Entries as rules see them, lists put together. */
export function createEntries(drafts: readonly EntryDraft[], text: string): Map<EntryDraft, EntryObject> {
  const lists = new Map<ListDraft, Draft<EntryList> & { entries: Entry[] }>()
  const created = new Map<EntryDraft, EntryObject>()
  for (const draft of drafts) {
    const list = draft.list && (lists.get(draft.list) ?? newList(draft.list))
    if (draft.list && list) lists.set(draft.list, list)
    const labelText = text.slice(draft.labelRange.start, draft.labelRange.end)
    const entry: EntryObject = { ...draft, labelText, list, series: undefined as never, markers: [] }
    created.set(draft, entry)
    list?.entries.push(entry)
  }
  for (const list of lists.values()) list.alphabetical = isAlphabetical(list.entries)
  return created
}

function newList({ start, end, split, form }: ListDraft): Draft<EntryList> & { entries: Entry[] } {
  return { start, end, mediaWiki: form === 'caret', entries: [], alphabetical: false, split }
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
  const byKey = new Map<string, EntryObject>()
  const duplicates: { entry: Entry; first: Entry }[] = []
  for (const entry of entries) {
    const first = byKey.get(keyOf(entry))
    if (first) duplicates.push({ entry, first })
    else byKey.set(keyOf(entry), entry)
  }
  const lost: { marker: MarkerDraft; label: string }[] = []
  for (const marker of markers) {
    marker.entry = byKey.get(keyOf(marker))
    for (const key of citedKeys(marker)) {
      const entry = byKey.get(key)
      if (entry) entry.markers.push(marker)
      else lost.push({ marker, label: key === keyOf(marker) ? marker.label : key })
    }
  }
  const repeated = new Set(duplicates.map(({ entry }) => entry))
  const idle = entries.filter((entry) => entry.markers.length === 0 && !repeated.has(entry) && !isLeftover(entry))
  const meant = new Map(idle.map((entry) => [entry.label, entry]))
  const found = (entries.length > 0 ? groupByLabel(lost) : []).map(({ marker, label, others }): Undefined => {
    const near = meantBy(marker, markers[countBefore(markers, marker.start) - 1], meant)
    if (near !== undefined) meant.delete(near)
    return { marker, label, nearest: near, others }
  })
  return { undefined: found, unused: idle.filter((entry) => meant.has(entry.label)), duplicates }
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

/** Footnotes are compared by their folded label, numbers as numbers: `[01]` and `1.` are one to a reader. */
function keyOf({ label, number }: { readonly label: string; readonly number: number | undefined }): string {
  return number === undefined ? normalizeLabel(label) : String(number)
}

function citedKeys(marker: MarkerDraft): string[] {
  return marker.numbers.length === 0 ? [normalizeLabel(marker.label)] : marker.numbers.map(String)
}

/** Which of the entries that nobody cites a lost marker probably means: the one whose turn it is, or one that is spelt nearly alike. */
function meantBy(
  marker: MarkerDraft,
  previous: MarkerDraft | undefined,
  idle: ReadonlyMap<string, Entry>,
): string | undefined {
  if (idle.size === 0) return undefined
  if (marker.number === undefined) return nearest(marker.label, idle.keys()) ?? beginning(marker.label, idle.keys())
  const before = previous?.number
  if (before !== undefined && idle.has(String(before + 1))) return String(before + 1)
  if (!previous && idle.has('1')) return '1'
  const similar = [...idle.keys()].filter((label) => isSlip(label, marker.label))
  return similar.length === 1 ? similar[0] : undefined
}

/** The one label that begins as another does, for labels too short to be nearly alike: `9x` and `9`. */
function beginning(label: string, known: Iterable<string>): string | undefined {
  const alike = [...known].filter((one) => label.startsWith(one) || one.startsWith(label))
  return alike.length === 1 ? alike[0] : undefined
}

/** One digit too many, too few or another, or two exchanged. */
function isSlip(one: string, other: string): boolean {
  return one.length + other.length > 2 && nearest(other, [one]) !== undefined
}
