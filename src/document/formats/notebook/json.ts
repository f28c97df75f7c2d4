import type { Problem } from '../../document.ts'
import type { Range } from '../../../source.ts'

/** Where a value stands in its document: `['cells', 0, 'source', 3]`. It changes while the walk goes on. */
export type Path = readonly (string | number)[]

/** Hears of a string; the range is without its quotes. */
export type Visit = (path: Path, string: Range) => void

interface Token extends Range {
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'literal' | 'wrong' | 'end'
}

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'next'

/**
 * Goes through JSON string by string, without recursion, so that no depth is too deep. Ends at the first mistake and says
 * what it is. Python writes `NaN` and `Infinity`, which are let through.
 */
export function walkJson(text: string, visit: Visit): Problem | undefined {
  const path: (string | number)[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    const token = tokenAt(text, at)
    at = token.end
    if (token.kind === 'end' && expected === 'next' && path.length === 0) return undefined
    const next = step(text, token, expected, path)
    if (next === undefined) return problem(text, token, wanted(expected, path))
    if (token.kind === 'string' && expected.startsWith('value')) {
      visit(path, { start: token.start + 1, end: token.end - 1 })
    }
    expected = next
  }
}

/** Takes one token, and gives what may come behind it; `undefined` where it cannot stand there. */
function step(text: string, token: Token, expected: Expected, path: (string | number)[]): Expected | undefined {
  const { kind } = token
  switch (expected) {
    case 'key':
    case 'key or }':
      if (kind === '}' && expected === 'key or }') return close(path)
      if (kind !== 'string') return undefined
      path[path.length - 1] = unescaped(text.slice(token.start + 1, token.end - 1))
      return ':'
    case ':':
      return kind === ':' ? 'value' : undefined
    case 'next':
      return behindValue(kind, path)
    default:
      if (kind === ']' && expected === 'value or ]') return close(path)
      return valueBegun(kind, path)
  }
}

function valueBegun(kind: Token['kind'], path: (string | number)[]): Expected | undefined {
  if (kind === 'string' || kind === 'literal') return 'next'
  if (kind !== '{' && kind !== '[') return undefined
  path.push(kind === '{' ? '' : 0)
  return kind === '{' ? 'key or }' : 'value or ]'
}

function behindValue(kind: Token['kind'], path: (string | number)[]): Expected | undefined {
  const place = path.at(-1)
  if (place === undefined) return undefined
  const isArray = typeof place === 'number'
  if (kind === (isArray ? ']' : '}')) return close(path)
  if (kind !== ',') return undefined
  if (isArray) path[path.length - 1] = place + 1
  return isArray ? 'value' : 'key'
}

function close(path: (string | number)[]): Expected {
  path.pop()
  return 'next'
}

function wanted(expected: Expected, path: Path): string {
  const place = path.at(-1)
  if (expected === 'next')
    return place === undefined ? 'nothing' : typeof place === 'number' ? '`,` or `]`' : '`,` or `}`'
  if (expected === ':') return '`:`'
  if (expected === 'key' || expected === 'key or }') return expected === 'key' ? 'a string' : 'a string or `}`'
  return expected === 'value' ? 'a value' : 'a value or `]`'
}

function problem(text: string, { start, end }: Token, expected: string): Problem | undefined {
  const found = start >= text.length ? 'the end of the file' : `\`${text.slice(start, Math.min(end, start + 20))}\``
  // An empty file has no place to speak of.
  if (text === '') return undefined
  const from = Math.min(start, text.length - 1)
  return { start: from, end: Math.max(end, from + 1), message: `expected ${expected}, found ${found}` }
}

const literal = /(?:-?(?:(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN|true|false|null)(?![\w.])/y
const space = /[ \t\r\n]*/y
const word = /[\w.+-]{1,40}|[^]/uy

function tokenAt(text: string, from: number): Token {
  space.lastIndex = from
  space.test(text)
  const start = space.lastIndex
  const character = text[start]
  if (character === undefined) return { kind: 'end', start, end: start }
  if (character === '"') return stringAt(text, start)
  if ('{}[],:'.includes(character)) return { kind: character as '{', start, end: start + 1 }
  return matched(literal, 'literal', text, start) ?? matched(word, 'wrong', text, start)!
}

function matched(pattern: RegExp, kind: 'literal' | 'wrong', text: string, start: number): Token | undefined {
  pattern.lastIndex = start
  return pattern.test(text) ? { kind, start, end: pattern.lastIndex } : undefined
}

const special = new RegExp(String.raw`["\\\u0000-\u001F]`, 'g')
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/** A string with its quotes; where something in it cannot stand there, that. */
function stringAt(text: string, start: number): Token {
  special.lastIndex = start + 1
  for (let match = special.exec(text); match; match = special.exec(text)) {
    if (match[0] === '"') return { kind: 'string', start, end: match.index + 1 }
    escape.lastIndex = match.index
    if (!escape.test(text)) return { kind: 'wrong', start: match.index, end: match.index + 1 }
    special.lastIndex = escape.lastIndex
  }
  return { kind: 'wrong', start: text.length, end: text.length }
}

function unescaped(string: string): string {
  return string.includes('\\') ? (JSON.parse(`"${string}"`) as string) : string
}
