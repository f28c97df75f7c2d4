import type { EntryUnit, Graph, Unit } from './graph.ts'
import type { Entry } from '../document/document.ts'
import type { Cite, Place } from './cites.ts'
import type { Allowance, Refusal } from './verify.ts'

/** What of a document would not be as it was; the first thing that is worth saying. */
export function compareGraphs(before: Graph, after: Graph, allowed: readonly Allowance[]): Refusal | undefined {
  return (
    compareBlocks(before.blocks, after.blocks) ??
    (allowed.length === 0 ? compareInOrder(before.entries, after.entries) : compareSets(before, after, allowed)) ??
    compareRest(before, after)
  )
}

function compareBlocks(before: readonly Unit[], after: readonly Unit[]): Refusal | undefined {
  for (let index = 0; index < before.length; index++) {
    const block = before[index]!
    const other = after[index]
    if (!other || other.kind !== block.kind || other.text !== block.text) return otherText(block, other)
    const refusal = comparePlaces(block, other)
    if (refusal) return refusal
  }
  const extra = after[before.length]
  if (!extra) return undefined
  const last = before.at(-1)?.end ?? 0
  return {
    reason: 'text',
    message: `${quote(extra.text)} would become a paragraph of its own`,
    range: { start: last, end: last },
  }
}

/** Words that would change; where a marker would become a part of them, that. */
function otherText(block: Unit, other: Unit | undefined): Refusal {
  const cites = block.places.flatMap((place) => place.cites)
  const { start, end } = block
  if (!other)
    return { reason: 'text', message: `${quote(block.text)} would be no paragraph of its own`, range: { start, end } }
  const rest = other.places.flatMap((place) => place.cites)
  const lost = cites.find((cite, index) => cite.marker !== rest[index]?.marker)
  if (lost && rest.length < cites.length) return lostMarker(lost)
  const [one, another] = firstDifference(block.text, other.text)
  return { reason: 'text', message: `${quote(one)} would become ${quote(another)}`, range: { start, end } }
}

function comparePlaces(before: Unit, after: Unit): Refusal | undefined {
  for (let index = 0; index < before.places.length; index++) {
    const place = before.places[index]!
    const other = after.places[index]
    if (!other || other.at > place.at) return lostMarker(place.cites[0]!)
    const refusal = other.at < place.at ? newMarker(other, before) : compareCites(place, other)
    if (refusal) return refusal
  }
  const extra = after.places[before.places.length]
  return extra && newMarker(extra, before)
}

/** Whatever stands at one place is compared as a set: what is cited, not in which order or how often. */
function compareCites(before: Place, after: Place): Refusal | undefined {
  if (before.cites.length === 1 && after.cites.length === 1 && before.cites[0]!.key === after.cites[0]!.key)
    return undefined
  const left = new Set(after.cites.map((cite) => cite.key))
  const known = new Set(before.cites.map((cite) => cite.key))
  const lost = before.cites.find((cite) => !left.has(cite.key))
  const come = after.cites.find((cite) => !known.has(cite.key))
  if (lost && come) return otherPair(lost, come)
  if (lost) return lostMarker(lost)
  return come && { reason: 'new', message: `${code(come.marker)} would be cited too`, range: rangeOf(before.cites[0]!) }
}

function otherPair(lost: Cite, come: Cite): Refusal {
  const range = rangeOf(lost)
  const marker = code(lost.marker)
  const [old, own] = [lost.entry && wordsOf(lost.entry), come.entry && wordsOf(come.entry)]
  if (old === undefined && own === undefined)
    return { reason: 'pair', message: `${marker} would become ${code(come.marker)}`, range }
  if (old === undefined)
    return { reason: 'defined', message: `${marker} leads nowhere and would lead to ${quote(own!)}`, range }
  if (own === undefined)
    return { reason: 'undefined', message: `${marker} would lead nowhere instead of to ${quote(old)}`, range }
  return { reason: 'pair', message: `${marker} would lead to ${quote(own)} instead of ${quote(old)}`, range }
}

function lostMarker(cite: Cite): Refusal {
  return {
    reason: 'lost',
    message: `${code(cite.marker)} would cite nothing at its place any more`,
    range: rangeOf(cite),
  }
}

function newMarker({ cites }: Place, { start, end }: Unit): Refusal {
  return {
    reason: 'new',
    message: `${code(cites[0]!.marker)} would become a marker where there is none`,
    range: { start, end },
  }
}

function compareInOrder(before: readonly EntryUnit[], after: readonly EntryUnit[]): Refusal | undefined {
  for (const [index, entry] of before.entries()) {
    const other = after[index]
    if (!other || other.text !== entry.text || other.form !== entry.form) return otherEntry(entry, other)
    const refusal = comparePlaces(entry, other)
    if (refusal) return refusal
  }
  return newEntry(after[before.length])
}

/** Entries that may stand elsewhere: each has to be there, unless nothing cites it and it may go. */
function compareSets(before: Graph, after: Graph, allowed: readonly Allowance[]): Refusal | undefined {
  const left = new Map<string, EntryUnit[]>()
  const keyOf = (entry: EntryUnit) =>
    allowed.includes('convert') ? entryKey(entry) : `${entry.form} ${entryKey(entry)}`
  for (const entry of after.entries) {
    const key = keyOf(entry)
    const alike = left.get(key)
    if (alike) alike.push(entry)
    else left.set(key, [entry])
  }
  // Of two that say the same, the one that is cited has to stay.
  const cited = before.entries.toSorted((one, other) => Number(other.cited) - Number(one.cited))
  for (const entry of cited) {
    const found = left.get(keyOf(entry))?.pop()
    if (!found && (entry.cited || !allowed.includes('entries'))) return otherEntry(entry, undefined)
  }
  return newEntry([...left.values()].flat()[0])
}

/** An entry stays in its file: renderers look for footnotes in the file that cites them. */
const entryKey = ({ file, text, places }: EntryUnit) =>
  [
    file,
    text,
    ...places.map(({ at, cites }) => `${at} ${[...new Set(cites.map((cite) => cite.key))].toSorted().join(' ')}`),
  ].join('\n')

function otherEntry({ kind, text, start, end }: EntryUnit, other: EntryUnit | undefined): Refusal {
  const [one, another] = other ? firstDifference(text, other.text) : [text, '']
  const message = other
    ? `of the entry ${code(kind)}, ${quote(one)} would become ${quote(another)}`
    : `the entry ${code(kind)} would be lost or changed`
  return { reason: 'entry', message, range: { start, end } }
}

function newEntry(entry: EntryUnit | undefined): Refusal | undefined {
  return (
    entry && {
      reason: 'entry',
      message: `${code(entry.kind)} would become an entry: ${quote(entry.text)}`,
      range: { start: 0, end: 0 },
    }
  )
}

function compareRest({ rest }: Graph, after: Graph): Refusal | undefined {
  if (rest === after.rest) return undefined
  const [one, another] = firstDifference(rest, after.rest)
  return { reason: 'text', message: `${quote(one)} would become ${quote(another)}`, range: { start: 0, end: 0 } }
}

/** Two texts from a little before they begin to differ. */
function firstDifference(one: string, other: string): [string, string] {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const from = Math.max(0, at - 15)
  return [one.slice(from), other.slice(from)]
}

/** What an entry says, in short. */
function wordsOf({ text }: Entry): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}

const rangeOf = ({ start, end }: Cite) => ({ start, end })
const code = (text: string) => `\`${text}\``
const quote = (text: string) => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`
