import type { Candidate } from './document.ts'

/** What a line of a list of references begins with: `[1] Minutes`, `[^a]: Minutes`, `1. Minutes`. */
const label = /[ \t>]*(?:\[\^?[^[\]\s]{1,60}\]:?|\d{1,4}[.)])(?:[ \t]+\S|(?<=:))/y

/**
 * Whether a candidate opens a line that is meant as an entry, even where Markdown reads on: `[1]: …`; `[1] …` right below or
 * above another line that begins with a label, which hardly any two lines of prose do that was wrapped by hand; `[1] Words`
 * below a line that ends with a marker, to which it would belong otherwise.
 */
export function opensEntryLine({ block: { text, item }, at, to }: Candidate): boolean {
  const start = lineStart(text, at)
  if (start === undefined) return false
  if (text[to] === ':') return true
  if (!isLabelled(text, start)) return false
  const before = text.lastIndexOf('\n', start - 2)
  const next = text.indexOf('\n', to)
  return (
    (start > 0 && (isLabelled(text, before + 1) || (before < 0 && item?.number !== undefined))) ||
    (next >= 0 && isLabelled(text, next + 1)) ||
    (/\]\s*$/.test(text.slice(Math.max(0, start - 8), start)) && /^\s+[\p{Lu}\p{Lo}]/u.test(text.slice(to, to + 8)))
  )
}

/** A line is not indented farther than that. */
const widest = 40

const isPrefix = (character: string) => character === ' ' || character === '\t' || character === '>'

/** Where the line begins that an offset opens; `undefined` where words stand before it. */
function lineStart(text: string, at: number): number | undefined {
  let start = at
  while (start > 0 && start > at - widest && isPrefix(text[start - 1]!)) start--
  const before = text[start - 1]
  return before === undefined || before === '\n' || before === '\r' ? start : undefined
}

function isLabelled(text: string, start: number): boolean {
  label.lastIndex = start
  return label.test(text)
}
