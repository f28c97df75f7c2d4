import { resolve } from 'node:path'
import { LineCounter, parseDocument, isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Document, Node, Pair } from 'yaml'
import type { FootlintError } from '../errors.ts'
import { createSource, lineText } from '../source.ts'
import type { Range, Source } from '../source.ts'

/** What is wrong with a configuration, where it is written. */
export interface ConfigProblem {
  /** Absolute. */
  readonly path: string
  readonly source: Source
  readonly range: Range
  readonly message: string
}

/**
 * Finds the place of a mistake: messages begin with the file and the keys that lead to it, or with its line.
 * `undefined` where the file is none that can be read.
 */
export function problemOfConfig(
  { message: whole, hint }: FootlintError,
  cwd: string,
  textOf: (path: string) => string | undefined,
): ConfigProblem | undefined {
  const [, name, line, column, said] = /^(.+?)(?::(\d+):(\d+))?: (.*)$/s.exec(whole) ?? []
  if (name === undefined || said === undefined) return undefined
  const path = resolve(cwd, name)
  const text = textOf(path)
  if (text === undefined) return undefined
  const source = createSource(name, text)
  const message = hint === undefined ? said : `${said}\n${hint}`
  return {
    path,
    source,
    range:
      lineRange(source, line === undefined ? said : `line ${line}, column ${column}: `) ??
      keyRange(source, said) ??
      firstLine(source),
    message,
  }
}

function lineRange(source: Source, message: string): Range | undefined {
  const [, line, column] = /^line (\d+), column (\d+): /.exec(message) ?? []
  const lineStart = source.lineStarts[Number(line) - 1]
  if (lineStart === undefined) return undefined
  const start = lineStart + Number(column) - 1
  return { start, end: Math.max(start, lineStart + lineText(source, Number(line)).length) }
}

function keyRange({ text, path }: Source, message: string): Range | undefined {
  const keys = keysOf(/^(\S+): /.exec(message)?.[1] ?? '')
  const last = keys.at(-1)
  if (last === undefined) return undefined
  if (/\.[cm]?[jt]s$/.test(path)) {
    const start = typeof last === 'string' ? text.indexOf(last) : -1
    return start < 0 ? undefined : { start, end: start + String(last).length }
  }
  const document = parseDocument(text, { lineCounter: new LineCounter(), strict: false, logLevel: 'silent' })
  return rangeIn(document, keys, /unknown (?:key|rule)/.test(message))
}

/** `rules.marker-gap[1]["a b"]` → its keys. */
function keysOf(place: string): (string | number)[] {
  return [...place.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([\w$-]+)/g)].map(([, index, quoted, name]) =>
    index === undefined ? (quoted ?? name!) : Number(index),
  )
}

/** The value at a place, or the key that should not be there. JSON is YAML. */
function rangeIn(document: Document, keys: readonly (string | number)[], isKey: boolean): Range | undefined {
  let node: Node | null = document.contents
  let found: Range | undefined
  for (const key of keys) {
    const child: { readonly range: Range | undefined; readonly value: Node | null } | undefined = childOf(
      node,
      key,
      isKey,
    )
    if (!child) return found
    found = child.range ?? found
    node = child.value
  }
  return found
}

function childOf(node: Node | null, key: string | number, isKey: boolean) {
  if (isSeq(node)) {
    const item = node.items[Number(key)] as Node | undefined
    return item && { range: rangeOf(item), value: item }
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find(
    (one): one is Pair<Node, Node | null> => isPair(one) && isScalar(one.key) && String(one.key.value) === String(key),
  )
  return pair && { range: rangeOf(isKey ? pair.key : (pair.value ?? pair.key)), value: pair.value }
}

function rangeOf(node: Node): Range | undefined {
  return node.range ? { start: node.range[0], end: node.range[1] } : undefined
}

const firstLine = (source: Source): Range => ({ start: 0, end: lineText(source, 1).length })
