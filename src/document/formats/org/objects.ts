import type { Key } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { objectCharacter } from '../prose.ts'
import type { Prose } from '../prose.ts'

/** A stretch of the source, and what is being made of it. */
interface Context {
  readonly text: string
  readonly prose: Prose
  /** Hears of `[fn:name: …]`. */
  readonly onDefinition: (name: Key, whole: Range, words: Range) => void
}

/** What an object of Org begins with (Org Syntax, "Objects"); which one it is, its reader says. */
const opening =
  /\[\[|\[fn:|\[cite|\[\d{4}-|<\d{4}-|<<|\{\{\{|\\\(|\\\[|\$\$|\\nbsp|\^\{|\b(?:src_|call_|(?:no)?cite[a-z]*:)|@@|[*/_+=~]/g

type ObjectReader = (at: number, end: number, context: Context) => number | undefined

/** Readers by what the object begins with; each gives where it ends, or nothing where it is none. */
const readers: Readonly<Record<string, ObjectReader>> = {
  '[[': readLink,
  '[fn:': readNote,
  '[cite': readCitation,
  '<<': opaque(/<{2,3}[^<>\n]+>{2,3}/y),
  '{{{': opaque(/\{\{\{[A-Za-z][^{}]*\}\}\}/y),
  '\\(': opaque(/\\\([^]{0,2000}?\\\)/y),
  '\\[': opaque(/\\\[[^]{0,2000}?\\\]/y),
  $$: opaque(/\$\$[^$]{1,2000}\$\$/y),
  '\\nbsp': readSpace,
  '^{': readRaised,
  src_: opaque(/src_\w+(?:\[[^\]\n]*\])?\{[^}\n]*\}/y),
  call_: opaque(/call_[\w-]+(?:\[[^\]\n]*\])?\([^)\n]*\)(?:\[[^\]\n]*\])?/y),
  '@@': opaque(/@@\w+:[^\n@]*@@/y),
}

const timestamp = opaque(/[<[]\d{4}-\d\d-\d\d[^\]>\n]*[>\]](?:--[<[]\d{4}-\d\d-\d\d[^\]>\n]*[>\]])?/y)

function readerOf(begin: string): ObjectReader {
  if (/^[*/_+=~]$/.test(begin)) return readEmphasis
  if (/^[<[]\d/.test(begin)) return timestamp
  return readers[begin] ?? readOldCitation
}

/** Takes a stretch of Org over: words, with the marks of Org's own as links. */
export function takeObjects(start: number, end: number, context: Context): void {
  const { text, prose } = context
  let from = start
  opening.lastIndex = start
  for (let match = opening.exec(text); match && match.index < end; match = opening.exec(text)) {
    const at = match.index
    const mark = prose.mark()
    prose.takeLines(from, at, 0)
    const behind = readerOf(match[0])(at, end, context)
    if (behind === undefined || behind > end) {
      prose.back(mark)
      opening.lastIndex = at + match[0].length
    } else {
      from = behind
      opening.lastIndex = behind
    }
  }
  prose.takeLines(from, end, 0)
}
