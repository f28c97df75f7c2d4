import type { Range } from '../source.ts'
import { deepest } from './node.ts'
import type { Node, Pair, ScalarNode } from './node.ts'
import type { Problem, ProblemKind } from './problem.ts'

/** What could be read, and why no more. */
export interface JsonText {
  readonly root: Node | undefined
  /** At most one: JSON is read up to its first mistake. */
  readonly problems: readonly Problem[]
}

interface Cursor {
  readonly text: string
  at: number
  problem: Problem | undefined
}

/**
 * Reads JSON (RFC 8259) with the place of each value, in UTF-16 offsets. At the first mistake it stops and gives what it
 * has: `JSON.parse` would give nothing, nor where anything is. Time grows linearly with the text.
 */
export function readJson(text: string): JsonText {
  const cursor: Cursor = { text, at: 0, problem: undefined }
  const root = readNode(cursor, 0)
  skipSpace(cursor)
  if (!cursor.problem && cursor.at < text.length) stop(cursor, '')
  return { root, problems: cursor.problem ? [cursor.problem] : [] }
}

/** Stops at the cursor, with what was expected there. */
function stop(cursor: Cursor, expected: string, kind: ProblemKind = 'syntax'): undefined {
  const end = Math.min(cursor.text.length, cursor.at + 1)
  cursor.problem ??= { kind, range: { start: cursor.at, end }, expected }
  return undefined
}

function skipSpace(cursor: Cursor): string | undefined {
  take(cursor, /[ \t\r\n]*/y)
  return cursor.text[cursor.at]
}

function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found !== undefined) cursor.at += found.length
  return found
}

function readNode(cursor: Cursor, depth: number): Node | undefined {
  const character = skipSpace(cursor)
  if (depth > deepest) return stop(cursor, '', 'depth')
  if (character === '{') return readMap(cursor, depth)
  if (character === '[') return readList(cursor, depth)
  return character === '"' ? readString(cursor) : readWord(cursor)
}

function readMap(cursor: Cursor, depth: number): Node {
  const pairs: Pair[] = []
  const range = readMembers(cursor, '}', () => {
    const key = skipSpace(cursor) === '"' ? readString(cursor) : undefined
    if (!key) stop(cursor, '"')
    else if (skipSpace(cursor) !== ':') stop(cursor, ':')
    else cursor.at++
    const value = cursor.problem ? undefined : readNode(cursor, depth + 1)
    if (key && value) pairs.push({ key: key.text, keyRange: key.range, value })
  })
  return { kind: 'map', range, pairs }
}

function readList(cursor: Cursor, depth: number): Node {
  const items: Node[] = []
  const range = readMembers(cursor, ']', () => {
    const item = readNode(cursor, depth + 1)
    if (item) items.push(item)
  })
  return { kind: 'list', range, items }
}

/** Reads what stands between brackets and commas, from the opening bracket on; gives the range of it all. */
function readMembers(cursor: Cursor, close: string, readMember: () => void): Range {
  const start = cursor.at++
  for (let first = true; !cursor.problem; first = false) {
    const next = skipSpace(cursor)
    if (next === close) {
      cursor.at++
      break
    }
    if (!first && next !== ',') stop(cursor, next === undefined ? close : ',')
    else {
      if (!first) cursor.at++
      readMember()
    }
  }
  return { start, end: cursor.at }
}

// oxlint-disable-next-line no-control-regex -- RFC 8259 §7 leaves exactly these out of strings
const bodyPart = /[^"\\\u0000-\u001F]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y

function readString(cursor: Cursor): ScalarNode | undefined {
  const start = ++cursor.at
  const body = readBody(cursor)
  const range = { start, end: cursor.at }
  if (cursor.text[cursor.at] !== '"') return stop(cursor, '"')
  cursor.at++
  const text = body.includes('\\') ? (JSON.parse(`"${body}"`) as string) : body
  return { kind: 'scalar', range, text, isString: true }
}

/** Piece by piece: one pattern for a string of a megabyte would overflow the engine's stack. */
function readBody(cursor: Cursor): string {
  const start = cursor.at
  while (take(cursor, bodyPart)) continue
  return cursor.text.slice(start, cursor.at)
}

const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/y

function readWord(cursor: Cursor): Node | undefined {
  const start = cursor.at
  const text = take(cursor, word)
  if (text === undefined) return stop(cursor, '')
  return { kind: 'scalar', range: { start, end: cursor.at }, text, isString: false }
}
