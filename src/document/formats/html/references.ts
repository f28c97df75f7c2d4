import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Prose } from '../prose.ts'

const reference = /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|([a-z][a-z\d]{1,31}));/gi

/** What browsers take the numbers 128 to 159 for (HTML 13.2.5.80): pages of the nineties mean Windows' letters by them. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Takes a slice of HTML over, with character references read: `&#91;1&#93;` is a marker, `&nbsp;` white space. */
export function takeWords(source: string, prose: Prose, start: number, end: number): void {
  let from = start
  for (const match of source.slice(start, end).matchAll(reference)) {
    const text = decode(match)
    if (text === undefined) continue
    prose.takeLines(from, start + match.index, 0)
    from = start + match.index + match[0].length
    prose.takeAs(text, start + match.index, from)
  }
  prose.takeLines(from, end, 0)
}

function decode([, hexadecimal, decimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  if (code >= 0x80 && code < 0xa0) return windows[code - 0x80]
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined
  return String.fromCodePoint(code)
}
