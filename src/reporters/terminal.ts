/**
 * What a terminal must not get from a document, a file name or a configuration: control characters (escape sequences
 * begin with one), format characters (bidirectional overrides, zero-width characters, tags), line and paragraph
 * separators, lone surrogates, and what Unicode keeps free for more of them (U+2065, U+E0000 to U+E007F). The format characters that are left are visible signs of Arabic, Syriac and Kaithi.
 */
const unprintable =
  /(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u2065\u{e0000}-\u{e007f}]/gu

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Text of foreign origin as it may be printed on a terminal: `\x1b`, `\u202e`, `\n` in place of the characters. */
export function printable(text: string): string {
  return replaceUnprintable(text, escaped)
}

/** For formats that have a way of their own to write such a character. */
export function replaceUnprintable(text: string, replace: (character: string) => string): string {
  return isPlain.test(text) ? text : text.replace(unprintable, replace)
}

/** Nothing but what is printable for certain, as most texts are. What knows all such characters takes as long to make as a short report. */
const isPlain = /^[ -~\u00a1-\u00ac\u00ae-\u05ff\u2010-\u2027\u3001-\ud7a3]*$/

/** A character by its number, as text: `\x1b`. */
export function escaped(character: string): string {
  return named[character] ?? escapeCodePoint(character.codePointAt(0)!)
}

/** JSON text that is the same value and safe on a terminal: what `JSON.stringify` lets through becomes `\uXXXX`. */
export function printableJson(json: string): string {
  return json.replace(unprintable, (character) => {
    if (character === '\n') return character
    return Array.from({ length: character.length }, (_, at) => unicodeEscape(character.charCodeAt(at))).join('')
  })
}

function escapeCodePoint(codePoint: number): string {
  if (codePoint < 0x100) return `\\x${codePoint.toString(16).padStart(2, '0')}`
  return codePoint < 0x10000 ? unicodeEscape(codePoint) : `\\u{${codePoint.toString(16)}}`
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
