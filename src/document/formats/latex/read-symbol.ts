import { optionAt } from './arguments.ts'
import { accents, characters } from './commands.ts'
import { cut, put, takeWords } from './page.ts'
import type { Flow } from './page.ts'
import type { Token } from './tokens.ts'

const accented = /\\(?:(['`^"~=.])[ \t]*|([cvuHrdbk])(?:[ \t]+|(?=\{)))(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/y

/** A letter with an accent, in any of the ways to write one. */
export function readAccent(flow: Flow, { start }: Token): number | undefined {
  accented.lastIndex = start
  const match = accented.exec(flow.page.text)
  if (!match) return undefined
  const [whole, sign, letter, braced, bare] = match
  put(flow, ((braced ?? bare)! + accents.get((sign ?? letter)!)!).normalize('NFC'), start, start + whole.length)
  return start + whole.length
}

/** `\%`, `\"o`, `\\[2pt]`. */
export function readSymbol(flow: Flow, token: Token): number {
  const { name, start, end } = token
  const behind = readAccent(flow, token)
  if (behind !== undefined) return behind
  if (name === '\\') {
    const option = optionAt(flow.page.text, flow.page.text[end] === '*' ? end + 1 : end)
    const last = option && /^\s*[-+\d.\\]/.test(flow.page.text.slice(option.start, option.end)) ? option.end + 1 : end
    if (flow.tables > 0) cut(flow, start, last)
    else put(flow, '\n', start, last)
    return last
  }
  const text = characters.get(name)
  if (text !== undefined) put(flow, text, start, end)
  else if (!'-/!@'.includes(name)) takeWords(flow, start, end)
  return end
}
