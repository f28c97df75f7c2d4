import { startOfWords } from './margin.ts'

/** Raw HTML that blank lines do not end (CommonMark 0.31 §4.6, the first five kinds). */
const unended = /<(?:(!--)|[!?]|(pre|script|style|textarea)\b)/iy

/** Where such may begin next; the length of the text where nothing does. */
export function nextUnended(text: string, from: number): number {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
    unended.lastIndex = at
    if (unended.test(text)) return at
  }
  return text.length
}

/** Whether a line begins with such, and does not end it. */
export function staysOpen(text: string, at: number, next: number): boolean {
  const words = startOfWords(text, at)
  unended.lastIndex = words < 0 ? at + text.slice(at, next).search(/\S/) : words
  const opened = unended.exec(text)
  if (!opened) return false
  const line = text.slice(unended.lastIndex, next)
  if (opened[1]) return !line.includes('-->')
  return opened[2] === undefined || !line.toLowerCase().includes(`</${opened[2].toLowerCase()}>`)
}
