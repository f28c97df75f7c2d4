import type { Entry } from '../document/document.ts'
import { shortened } from '../explain.ts'
import type { Range } from '../source.ts'
import { wordsOfEntry } from './entry-words.ts'
import type { View } from './view.ts'

/** A label or key to be put in. */
export interface Completion {
  readonly label: string
  readonly detail: string
  /** As Markdown. */
  readonly documentation: string
  readonly kind: 'entry' | 'record'
  /** What it takes the place of. */
  readonly range: Range
  readonly text: string
}

export interface Completions {
  readonly items: readonly Completion[]
  /** There are more than were given: another letter may bring others. */
  readonly isIncomplete: boolean
}

/** A bibliography may have ten thousand records; nobody reads as many. */
const most = 200

type Kind = 'footnote' | 'key' | 'bracket'

/** What has been typed up to an offset, and where the label begins. */
interface Typed {
  readonly kind: Kind
  readonly from: number
  readonly word: string
}

/** Labels of notes behind `[^`, keys behind `[@` and `@`, labels of lists behind `[`. */
export function completionsAt(view: View, offset: number): Completions {
  const typed = typedBefore(view.source.text, offset)
  if (!typed) return { items: [], isIncomplete: false }
  const range = { start: typed.from, end: labelEnd(view.source.text, offset, typed.kind) }
  const all = typed.kind === 'key' ? keysOf(view) : labelsOf(view, typed.kind)
  const word = typed.word.toLowerCase()
  const fitting = all.filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(word))
  const close = typed.kind === 'key' || closes(view.source.text, range.end) ? '' : ']'
  return {
    items: fitting.slice(0, most).map((item) => ({ ...item, range, text: item.label + close })),
    isIncomplete: fitting.length > most,
  }
}

function typedBefore(text: string, offset: number): Typed | undefined {
  const before = text.slice(Math.max(0, offset - 200), offset)
  for (const [kind, pattern] of patterns) {
    const word = pattern.exec(before)?.[1]
    if (word !== undefined) return { kind, from: offset - word.length, word }
  }
  return undefined
}

const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['footnote', /\[\^([^\]\s[\]^]*)$/],
  ['key', /(?:^|[^\p{L}\p{N}])-?@([\p{L}\p{N}_:.#$%&+?<>~/-]*)$/u],
  ['bracket', /\[(?:\d{1,4}[,;–-] ?)*([\p{L}\p{N}]{0,4})$/u],
]

/** What is there of the label behind the cursor goes too. */
function labelEnd(text: string, offset: number, kind: Kind): number {
  const pattern = kind === 'footnote' ? /[^\]\s[\]^]*(?=\])/y : kind === 'key' ? /[\p{L}\p{N}_:-]*/uy : /\d*(?=[\],])/y
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : offset
}

const closes = (text: string, offset: number) => /^[\],;–-]/.test(text.slice(offset, offset + 1))

type Item = Omit<Completion, 'range' | 'text'>

function labelsOf(view: View, kind: 'footnote' | 'bracket'): Item[] {
  const family = kind === 'footnote' ? 'footnote' : 'number'
  const entries = view.documents
    .flatMap((document) => document.entries)
    .filter((entry) => entry.family === family && entry.kind !== 'inline' && entry.label !== '')
  return [...new Map(entries.map((entry) => [entry.label, entry])).values()].map((entry) => itemOf(view, entry))
}

function itemOf(view: View, entry: Entry): Item {
  return { label: entry.label, detail: shortened(entry.text), documentation: wordsOfEntry(view, entry), kind: 'entry' }
}

function keysOf({ library }: View): Item[] {
  const filed = library.records().map(({ record, source }) => ({ record, place: source.path }))
  const own = library.own.map((record) => ({ record, place: '' }))
  return [...filed, ...own]
    .filter(({ record }) => record.key !== '' && !record.internal)
    .map(({ record, place }) => ({
      label: record.key,
      detail: shortened(record.text),
      documentation: place,
      kind: 'record',
    }))
}
