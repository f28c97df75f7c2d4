import type { Document, Entry, Marker, Series } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import { unreadKeys } from '../document/unread.ts'
import { citedKeys } from '../document/series/entries.ts'
import type { RenumberOptions } from './renumbering.ts'
import { otherItems, unreadIn } from './unread.ts'

/** What the labels of one series become. They are known by their keys, in Maps: one may be called `__proto__`. */
export interface Assignment {
  /** New labels, in their new order; for all that has a number afterwards. */
  readonly numbers: ReadonlyMap<string, number>
  /** The same for those alone that change. An entry that goes into another one has its label. */
  readonly renames: ReadonlyMap<string, string>
  /** The places of all labels with an entry, from 0. */
  readonly ranks: ReadonlyMap<string, number>
}

/**
 * Gives numbers by first citation: what is cited in the text, then what is cited inside entries only, then what nobody
 * cites. A number that has no entry stays as it is, and nothing else gets it: no undefined marker may become a defined one.
 */
export function assign(
  document: Document,
  series: Series,
  options: RenumberOptions,
  twins: ReadonlyMap<Entry, Entry>,
): Assignment {
  const { order = 'cited', labels = 'keep' } = options
  const merged = new Map([...twins].map(([gone, kept]) => [labelKey(gone), labelKey(kept)]))
  const entries = new Set(series.entries.map(labelKey))
  const keys = keysOf(series)
  const hidden = hiddenLabels(series)
  const own = keys.filter((key) => entries.size === 0 || entries.has(key)).map((key) => merged.get(key) ?? key)
  const ranked = [...new Set(order === 'kept' ? own.toSorted(byNumber) : own)]
  const lost = entries.size === 0 ? [] : keys.filter((key) => !entries.has(key))
  const held = heldNumbers(document, series, [...lost, ...hidden])
  const isCounted = order === 'cited' && labels === 'number' && series.notation === 'footnote' ? () => true : isNumber
  const counted = ranked.filter((key) => isCounted(key) && !hidden.has(key))
  const numbers = count(counted, options.start ?? lowest(counted), held)
  return {
    numbers,
    renames: renamesOf([...own, ...merged.keys()], numbers, merged),
    ranks: new Map(ranked.map((key, index) => [key, index])),
  }
}

/** All labels: by their first citation in the text, then those that are cited inside entries only or nowhere, as they are. */
function keysOf({ appearances, markers, entries }: Series): string[] {
  const counted = new Set(appearances.map(({ marker }) => marker))
  const places = new Map<string, number>()
  const place = (marker: Marker) => {
    for (const key of citedKeys(marker)) if (!places.has(key)) places.set(key, marker.start)
  }
  for (const marker of markers) if (counted.has(marker)) place(marker)
  // A number that is cited in a table only counts there.
  for (const marker of markers) if (!marker.mark.inEntry) place(marker)
  const cited = [...places].toSorted(([, one], [, other]) => one - other).map(([key]) => key)
  return [...new Set([...cited, ...entries.map(labelKey), ...markers.flatMap(citedKeys)])]
}

/** Labels of `[text][12]`, which nobody sees: names, though of digits. They may be the numbers of issues and pages. */
function hiddenLabels({ appearances, markers }: Series): Set<string> {
  const counted = new Set(appearances.map(({ marker }) => marker))
  return new Set(markers.filter((one) => !counted.has(one) && !one.mark.inEntry && namesLink(one)).flatMap(citedKeys))
}

/** A link, or what was meant as one whose definition is broken. */
function namesLink({ mark: { notation, block, at }, entry }: Marker): boolean {
  return notation === 'link' || (block.text[at - 1] === ']' && /^:?\s*<?https?:/.test(entry?.text ?? ''))
}

/** `01` is a name. */
export function isNumber(key: string): boolean {
  return /^(?:0|[1-9]\d{0,6})$/.test(key)
}

const byNumber = (one: string, other: string) => (isNumber(one) && isNumber(other) ? Number(one) - Number(other) : 0)

function lowest(keys: readonly string[]): number {
  let found = Infinity
  for (const key of keys) if (isNumber(key)) found = Math.min(found, Number(key))
  return found === Infinity ? 1 : found
}

function count(keys: readonly string[], start: number, held: ReadonlySet<number>): Map<string, number> {
  const numbers = new Map<string, number>()
  let next = start
  for (const key of keys) {
    while (held.has(next)) next++
    numbers.set(key, next++)
  }
  return numbers
}

/** Numbers that mean something else: undefined markers, what may be one, `\\[^1]` and the like, the definitions of images, items of other lists. */
function heldNumbers(document: Document, series: Series, lost: readonly string[]): Set<number> {
  const labels = series.notation === 'footnote' ? rejectedLabels(document, series) : []
  const images = series.entries.some((entry) => entry.kind === 'definition') ? imageLabels(document) : []
  const unread = unreadIn(document, series).flatMap(unreadKeys)
  const items = series.notation === 'footnote' ? [] : otherItems(document).map(({ number }) => String(number))
  // One that has an entry either stays, or is in the way of all: nothing has to be kept free of it.
  const known = new Set(series.entries.map(labelKey))
  const others = [...labels, ...images, ...unread, ...items].filter((key) => !known.has(key))
  return new Set([...lost, ...others].filter(isNumber).map(Number))
}

/** A label that has an entry is no new twin of theirs. */
function rejectedLabels({ verdicts }: Document, { entries }: Series): string[] {
  const known = new Set(entries.map(labelKey))
  return verdicts.flatMap(({ candidate: { family, members }, accepted }) =>
    accepted || family !== 'footnote' ? [] : members.map(labelKey).filter((key) => !known.has(key)),
  )
}

function imageLabels({ blocks }: Document): string[] {
  return blocks.flatMap(({ links }) => links.flatMap(({ kind, label }) => (kind === 'image' && label) || []))
}

function renamesOf(
  keys: readonly string[],
  numbers: ReadonlyMap<string, number>,
  merged: ReadonlyMap<string, string>,
): Map<string, string> {
  const renames = new Map<string, string>()
  for (const key of keys) {
    const kept = merged.get(key) ?? key
    const label = String(numbers.get(kept) ?? kept)
    if (label !== key) renames.set(key, label)
  }
  return renames
}
