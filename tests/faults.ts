import { documents } from './fault-documents.ts'
import type { CleanDocument, EntryLine } from './fault-documents.ts'
import type { Range } from '../src/source.ts'

/** A clean document with one fault, and the one finding that it has to give. */
export interface Fault {
  readonly name: string
  readonly text: string
  /** `line:column-line:column severity rule/messageId slice`. */
  readonly expected: string
}

/** A replaced range. What stands between ⟦ and ⟧ afterwards is what the finding is about. */
type Change = Range & { readonly text: string }
type Case = readonly [name: string, expected: string, ...changes: readonly Change[]]

const change = (range: Range, text: string): Change => ({ start: range.start, end: range.end, text })
const place = (range: Change): Change => change(range, `⟦${range.text}⟧`)
const labelOf = (entry: EntryLine): Change => ({
  ...entry,
  end: entry.start + entry.label.length,
  text: `⟦${entry.label}⟧`,
})
const again = ({ label, text }: EntryLine): string => `⟦${label}⟧${text.slice(label.length)}`

/** Footnotes are numbered anew by renderers. */
const orderOf = ({ name }: CleanDocument) => (name === 'noted' ? 'info' : 'error')
const write = ({ name }: CleanDocument, number: number) => (name === 'noted' ? `[^${number}]` : `[${number}]`)
const writeLabel = ({ name }: CleanDocument, number: number) =>
  name === 'noted' ? `[^${number}]` : name === 'numbered' ? `${number}.` : `[${number}]`

/** Markers whose number is cited once. */
const single = ({ markers }: CleanDocument) =>
  markers.filter((marker) => markers.every((other) => other === marker || other.number !== marker.number))
const entryOf = (document: CleanDocument, number: number) => document.entries.find((entry) => entry.number === number)!

function* removedMarkers(document: CleanDocument): Generator<Case> {
  const markers = single(document)
  for (const [index, marker] of markers.entries()) {
    const next = markers[index + 1]
    const name = `${marker.text} removed`
    if (document.entries.length > 0)
      yield [name, 'warning entry-unused/unused', change(marker, ''), labelOf(entryOf(document, marker.number))]
    // What an excerpt begins and ends with, nobody knows.
    else if (index > 0 && next) yield [name, 'error marker-gap/one', change(marker, ''), place(next)]
  }
}

function* exchangedMarkers(document: CleanDocument): Generator<Case> {
  const markers = single(document)
  for (const [index, one] of markers.entries()) {
    for (const distance of [1, 2, 3, 5, 9]) {
      const other = markers[index + distance]
      if (!other) continue
      const name = `${one.text} and ${other.text} exchanged`
      yield [name, `${orderOf(document)} marker-order/late`, change(one, other.text), change(other, `⟦${one.text}⟧`)]
    }
  }
}

function* mistypedMarkers(document: CleanDocument): Generator<Case> {
  const markers = single(document)
  for (const [index, marker] of markers.entries()) {
    const isListed = document.entries.length > 0
    const number = isListed ? Number(`${marker.number}${marker.number % 10}`) : marker.number + 30
    const typed = write(document, number)
    const name = `${marker.text} typed as ${typed}`
    if (!isListed) {
      if (number > 264 && number < 274)
        yield [name, 'error marker-order/late', change(marker, typed), place(markers[index + 1]!)]
      continue
    }
    // So far from the numbers of the list a bracket is no citation any more.
    const isFar = document.name !== 'noted' && number > document.entries.length * 3 + 20
    if (isFar) {
      yield [name, 'warning entry-unused/unused', change(marker, typed), labelOf(entryOf(document, marker.number))]
    } else yield [name, 'error marker-undefined/nearest', change(marker, `⟦${typed}⟧`)]
  }
}

/** Typed as a number that another marker has. */
function* mistakenMarkers(document: CleanDocument): Generator<Case> {
  const isListed = document.entries.length > 0
  const markers = single(document)
  for (const [index, marker] of markers.entries()) {
    for (const other of [markers[index - 1], markers[index - 3], markers[index + 1], markers[index + 3]]) {
      if (!other || (!isListed && (index === 0 || index === markers.length - 1))) continue
      const inCluster = /6\D+7|7\D+6/.test(marker.text + other.text)
      const name = `${marker.text} typed as ${other.text}`
      if (inCluster) {
        const second = marker.start > other.start ? marker : other
        const both = [...new Set([marker, second])].map((one) =>
          change(one, one === second ? `⟦${other.text}⟧` : other.text),
        )
        yield [name, 'warning marker-duplicate/cluster', ...both]
      } else if (isListed) {
        yield [
          name,
          'warning entry-unused/unused',
          change(marker, other.text),
          labelOf(entryOf(document, marker.number)),
        ]
      } else yield [name, 'warning marker-duplicate/reuse', change(marker, `⟦${other.text}⟧`)]
    }
  }
}

function* misspeltMarkers(document: CleanDocument): Generator<Case> {
  const slips: [kind: string, open: string, close: string, notation?: 'noted'][] = [
    ['bracket', '[', ''],
    ['bracket', '', ']'],
    ['bracket', '{', ']'],
    ['bracket', '[', ')'],
    ['caret', '^[', ']', 'noted'],
    ['space', '[^ ', ']', 'noted'],
    ['width', '［', '］'],
  ]
  for (const marker of single(document)) {
    for (const [kind, open, close, notation] of slips) {
      if (notation && notation !== document.name) continue
      const caret = document.name === 'noted' && !notation ? '^' : ''
      const typed = `${open}${caret}${marker.number}${close}`
      yield [`${marker.text} typed as ${typed}`, `error marker-malformed/${kind}`, change(marker, `⟦${typed}⟧`)]
    }
  }
}

function* misplacedSpace(document: CleanDocument): Generator<Case> {
  for (const marker of document.markers) {
    const before = document.text[marker.start - 1]
    // The only two that stand together set no example for themselves.
    if (before === ']') continue
    const severity = before === '.' ? 'error' : 'warning'
    const spaced = change(marker, ` ⟦${marker.text}⟧`)
    yield [`a space before ${marker.text} at ${marker.start}`, `${severity} marker-spacing/before`, spaced]
    const twice = change(marker, `${marker.text}⟦${marker.text}⟧`)
    yield [`${marker.text} doubled at ${marker.start}`, 'warning marker-duplicate/cluster', twice]
    if (document.text[marker.end] !== ' ') continue
    const joined = change({ start: marker.start, end: marker.end + 1 }, `⟦${marker.text}⟧`)
    yield [`no space behind ${marker.text} at ${marker.start}`, 'warning marker-spacing/after', joined]
  }
}

function* brokenEntries(document: CleanDocument): Generator<Case> {
  for (const entry of document.entries) {
    const { label, number, text } = entry
    const blank = document.name === 'listed' ? '\n' : ''
    const colon = document.name === 'noted' ? ':' : ''
    const marker = document.markers.find((one) => one.number === number)!
    const other = { ...entry, text: `${label}${colon} Something else, 1902.\n` }
    yield [`entry ${label} removed`, 'error marker-undefined/undefined', change(entry, ''), place(marker)]
    yield [`entry ${label} emptied`, 'error entry-empty/empty', change(entry, `⟦${label}⟧${colon}\n`)]
    const name = `entry ${label} doubled`
    yield [name, 'warning entry-duplicate/duplicate', change(entry, `${text}${blank}${again(entry)}`)]
    const behind = `${text}${blank}${again(other)}`
    yield [`${name} with another text`, 'error entry-duplicate/duplicate', change(entry, behind)]
    const end = { start: document.text.length, end: document.text.length }
    const last = change(end, `${blank}${again(other)}`)
    yield [`${name} at the end`, 'error entry-duplicate/duplicate', last]
    if (document.name === 'noted') {
      const typed = `⟦${label}⟧${text.slice(label.length + 1)}`
      yield [`entry ${label} without its colon`, 'error entry-malformed/colon', change(entry, typed)]
    } else {
      const typed = `⟦${label}⟧ [${number}]${text.slice(label.length)}`
      yield [`entry ${label} with its number twice`, 'error entry-malformed/twice', change(entry, typed)]
    }
  }
}

function* misnumberedEntries(document: CleanDocument): Generator<Case> {
  for (const entry of document.entries) {
    const { label, number } = entry
    const words = entry.text.slice(label.length)
    const marker = document.markers.find((one) => one.number === number)!
    for (const wrong of [number + 1, number - 1, number + 20]) {
      if (wrong < 1) continue
      const typed = writeLabel(document, wrong)
      const name = `entry ${label} numbered ${typed}`
      const isTaken = document.entries.some((one) => one.number === wrong)
      if (document.name !== 'noted') yield [name, 'error entry-malformed/number', change(entry, `⟦${typed}⟧${words}`)]
      else if (!isTaken) yield [name, 'error marker-undefined/nearest', place(marker), change(entry, typed + words)]
      // Of two entries with one label, the second is named.
      else if (wrong < number) yield [name, 'error entry-duplicate/duplicate', change(entry, `⟦${typed}⟧${words}`)]
      else
        yield [name, 'error entry-duplicate/duplicate', change(entry, typed + words), labelOf(entryOf(document, wrong))]
    }
  }
}

const ofMarkers = [removedMarkers, exchangedMarkers, mistypedMarkers, mistakenMarkers, misspeltMarkers, misplacedSpace]
const ofEntries = [brokenEntries, misnumberedEntries]

export const faults: readonly Fault[] = documents.flatMap((document) => {
  // Its text is the one of another document.
  const kinds = document.name === 'numbered' ? ofEntries : [...ofMarkers, ...ofEntries]
  return kinds.flatMap((kind) => [...kind(document)].map((one) => createFault(document, one)))
})

function createFault({ name: document, text }: CleanDocument, [name, expected, ...changes]: Case): Fault {
  let marked = text
  for (const { start, end, text: put } of changes.toSorted((one, other) => other.start - one.start)) {
    marked = marked.slice(0, start) + put + marked.slice(end)
  }
  const [before, slice, after] = marked.split(/[⟦⟧]/) as [string, string, string]
  const lines = before.split('\n')
  const column = lines.at(-1)!.length + 1
  const at = `${lines.length}:${column}-${lines.length}:${column + slice.length}`
  return { name: `${document}: ${name}`, text: before + slice + after, expected: `${at} ${expected} ${slice}` }
}
