import { createSource, positionAt } from '../source.ts'

/** What is wrong with a text that its parser refused, in one line: `line 3, column 5: bad indentation of a mapping`. */
export function explainSyntaxError(error: unknown, text: string, language: 'JSON' | 'YAML'): string {
  if (language === 'JSON') {
    const { line, column } = positionAt(createSource('', text), jsonErrorOffset(text))
    return `line ${line}, column ${column}: JSON cannot be read from here on`
  }
  const { reason, mark } = error as { reason?: string; mark?: { line: number; column: number } }
  const what = `YAML cannot be read: ${reason ?? String(error).split('\n')[0]}`
  return mark ? `line ${mark.line + 1}, column ${mark.column + 1}: ${what}` : what
}

const space = /[ \t\r\n]*/y
const token =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/y

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'

/**
 * Where a text stops being JSON (RFC 8259). `JSON.parse` knows it too, but V8 leaves the place out of about half of its
 * messages.
 */
export function jsonErrorOffset(text: string): number {
  const open: string[] = []
  let expected: Expected | undefined = 'value'
  let offset = skip(space, text, 0)
  while (offset < text.length) {
    const end = skip(token, text, offset)
    const next = step(expected, text.slice(offset, end), open)
    if (next === 'wrong') return offset
    expected = next
    offset = skip(space, text, end)
  }
  return offset
}

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : offset
}

/** What has to follow a token; `undefined` at the end of the whole. */
function step(expected: Expected | undefined, word: string, open: string[]): Expected | undefined | 'wrong' {
  const after = (): Expected | undefined => (open.length === 0 ? undefined : 'comma or end')
  if (word === '' || expected === undefined) return 'wrong'
  if (word === '}' || word === ']') {
    const fits = expected === 'comma or end' || expected === (word === '}' ? 'key or end' : 'value or end')
    return fits && open.pop() === word ? after() : 'wrong'
  }
  if (expected === 'colon') return word === ':' ? 'value' : 'wrong'
  if (expected === 'comma or end') return word !== ',' ? 'wrong' : open.at(-1) === '}' ? 'key' : 'value'
  if (expected.startsWith('key')) return word.startsWith('"') ? 'colon' : 'wrong'
  if (word === '{' || word === '[') {
    open.push(word === '{' ? '}' : ']')
    return word === '{' ? 'key or end' : 'value or end'
  }
  return word === ':' || word === ',' ? 'wrong' : after()
}
