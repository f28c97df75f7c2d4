import type { Entry } from '../document/document.ts'
import type { FormatName } from '../source.ts'
import { placeOf } from './view.ts'
import type { View } from './view.ts'

const markdown: ReadonlySet<FormatName> = new Set(['markdown', 'mdx', 'quarto'])
const most = 2000

/** What an entry says, as Markdown: the words of the source where they are that, so that links and emphasis show. */
export function wordsOfEntry(view: View, entry: Entry): string {
  const { source, start, end } = placeOf(view, entry)
  if (!markdown.has(source.format) || entry.record) return escaped(shortenedTo(entry.text))
  const label = placeOf(view, entry.labelRange)
  const words = source.text.slice(Math.max(start, label.end), end).replace(/^\s*:?\s*/, '')
  // The lines of a note are indented, and would be code by themselves.
  return shortenedTo(words.replace(/^(?: {1,4}|\t)/gm, '').trim())
}

/** A plain text as Markdown that looks like it. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&]/g, '\\$&')
}

const shortenedTo = (text: string) => (text.length > most ? `${text.slice(0, most)}…` : text)
