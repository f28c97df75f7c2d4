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
  // oxlint-disable-next-line no-control-regex -- RFC 8259 §7 leaves exactly these out of strings
  /[{}[\],:]|"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/y

const value = { '{': 'key or end', '[': 'item or end', string: 'done', scalar: 'done' }

/** What may follow, and what is expected then. `done`: a value is complete; `next`: another one follows. */
const grammar: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  value,
  'item or end': { ...value, ']': 'done' },
  key: { string: 'colon' },
  'key or end': { string: 'colon', '}': 'done' },
  colon: { ':': 'value' },
  'comma or end': { ',': 'next', '}': 'done', ']': 'done' },
  end: {},
}

/**
 * Where a text stops being JSON (RFC 8259). `JSON.parse` knows it too, but V8 leaves the place out of about half of its
 * messages.
 */
export function jsonErrorOffset(text: string): number {
  const open: string[] = []
  let expected = 'value'
  let offset = skip(space, text, 0)
  while (offset < text.length) {
    const end = skip(token, text, offset)
    const word = kindOf(text.slice(offset, end))
    const next = grammar[expected]![word]
    if (next === undefined || (word in closers && open.pop() !== closers[word])) return offset
    if (word === '{' || word === '[') open.push(word)
    expected = next
    if (next === 'done') expected = open.length === 0 ? 'end' : 'comma or end'
    if (next === 'next') expected = open.at(-1) === '{' ? 'key' : 'value'
    offset = skip(space, text, end)
  }
  return offset
}

const closers: Readonly<Record<string, string>> = { '}': '{', ']': '[' }

function kindOf(word: string): string {
  if (word.startsWith('"')) return 'string'
  return /^[\w-]/.test(word) ? 'scalar' : word
}

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : offset
}
