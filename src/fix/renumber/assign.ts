import type { Document, Entry, Series } from '../../document/document.ts'
import { labelKey, normalizeLabel } from '../../document/label.ts'
import { citedKeys } from '../../document/series/entries.ts'
import type { RenumberOptions } from './renumbering.ts'

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
  const own = keys.filter((key) => entries.size === 0 || entries.has(key)).map((key) => merged.get(key) ?? key)
  const ranked = [...new Set(order === 'kept' ? own.toSorted(byNumber) : own)]
  const held = heldNumbers(document, series, entries.size === 0 ? [] : keys.filter((key) => !entries.has(key)))
  const counted = order === 'cited' && labels === 'number' ? ranked : ranked.filter(isNumber)
  const numbers = count(counted, options.start ?? lowest(own), held)
  return {
    numbers,
    renames: renamesOf([...own, ...merged.keys()], numbers, merged),
    ranks: new Map(ranked.map((key, index) => [key, index])),
  }
}

/** All labels: as they are first cited in the text, then those of other markers, then those of entries. */
function keysOf({ firstAppearances, markers, entries }: Series): string[] {
  return [
    ...new Set([
      ...firstAppearances.map(({ label, number }) => (number === undefined ? normalizeLabel(label) : String(number))),
      ...markers.flatMap(citedKeys),
      ...entries.map(labelKey),
    ]),
  ]
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

/** Numbers that mean something else: undefined markers, `\\[^1]` and the like, the definitions of images. */
function heldNumbers(document: Document, series: Series, lost: readonly string[]): Set<number> {
  const labels = series.notation === 'footnote' ? rejectedLabels(document, series) : []
  const images = series.entries.some((entry) => entry.kind === 'definition') ? imageLabels(document) : []
  return new Set([...lost, ...labels, ...images].filter(isNumber).map(Number))
}

function rejectedLabels({ verdicts }: Document, series: Series): string[] {
  const entries = new Set(series.entries.map((entry) => entry.labelRange.start))
  return verdicts.flatMap(({ candidate: { family, start, members }, accepted }) =>
    accepted || family !== 'footnote' || entries.has(start) ? [] : members.map((member) => member.label),
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
