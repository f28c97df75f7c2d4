import { frontMatterLength } from './formats/front-matter.ts'

/**
 * Where any of these stands, a fence may be something else: other fences, formulas, comments, raw HTML that blank lines
 * do not end, fences that are indented, lines that end with a carriage return.
 */
const others = /~~~|\$\$|<[!?]|<(?:pre|script|style|textarea)\b|^ {1,3}```|\r(?!\n)/im
const html = /^ {0,3}</m

/**
 * Markdown without the code between fences, as far as it is certainly code; otherwise the text as it is. Fences count that
 * stand at the very start of a line, and, where there is raw HTML, below a blank one.
 */
export function withoutCode(text: string): string {
  const from = frontMatterLength(text)
  if (!text.includes('```') || others.test(text)) return text
  const isAfterBlank = html.test(text)
  const kept: string[] = []
  let end = 0
  for (let open = fenceAt(text, from); open >= 0; open = fenceAt(text, Math.max(end, open + 1))) {
    if (isAfterBlank && !/(?:^|\n[ \t]*\r?\n)$/.test(text.slice(Math.max(0, open - 80), open))) return text
    kept.push(text.slice(end, open))
    end = closeOf(text, open)
  }
  kept.push(text.slice(end))
  return kept.join('')
}

/** The next fence that opens code: no tick follows on its line (CommonMark 0.31 §4.5). */
function fenceAt(text: string, from: number): number {
  for (let at = text.indexOf('```', from); at >= 0; at = text.indexOf('```', at + 1)) {
    if (at > 0 && text[at - 1] !== '\n') continue
    const line = text.indexOf('\n', at)
    if (!/^`+[^`]*$/.test(text.slice(at, line < 0 ? text.length : line))) continue
    return at
  }
  return -1
}

/** The offset of the line end behind the fence that closes what opens here, or of the end of the text. */
function closeOf(text: string, open: number): number {
  const length = /^`+/.exec(text.slice(open, open + 100))![0].length
  const close = new RegExp(`\\n {0,3}\`{${length},}[ \\t\\r]*(?=\\n|$)`, 'g')
  close.lastIndex = open
  return close.test(text) ? close.lastIndex : text.length
}
