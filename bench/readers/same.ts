import { isDeepStrictEqual } from 'node:util'
import type { Block, Document } from '../../src/document/document.ts'
import { readMarkdown } from '../../src/document/formats/markdown.ts'
import { readWholeMarkdown } from '../../src/document/formats/whole.ts'
import { readDocument } from '../../src/document/read.ts'
import { createSource } from '../../src/source.ts'
import { valuesOf } from '../../tests/document/reading.ts'

/** What one way of reading a text finds, and the other does not find so. */
export interface Difference {
  readonly where: string
  readonly segments: unknown
  readonly whole: unknown
}

/** What was compared of a text, and where it differs. */
export interface Comparison {
  readonly markers: number
  readonly entries: number
  readonly difference: Difference | undefined
}

/** Reads a text both ways, and compares all that comes of it: what the format hands over, and the document that is made of it. */
export function compareReaders(text: string): Comparison {
  const source = createSource('any.md', text)
  const [read, parsed] = [valuesOf(readMarkdown(source)), valuesOf(readWholeMarkdown(source))]
  const [quick, whole] = [readDocument(source), readDocument(source, readWholeMarkdown)]
  const difference = firstDifference(read, parsed) ?? firstDifference(shapeOf(quick), shapeOf(whole))
  const markers = whole.marks.reduce((sum, mark) => sum + mark.markers.length, 0)
  return { markers, entries: whole.entries.length, difference }
}

type Parts = Readonly<Record<string, readonly unknown[]>>

function firstDifference(ones: Parts, others: Parts): Difference | undefined {
  for (const [name, other] of Object.entries(others)) {
    const one = ones[name]!
    for (let index = 0; index < Math.max(one.length, other.length); index++) {
      const [segments, whole] = [one[index], other[index]]
      if (!isDeepStrictEqual(segments, whole)) return { where: `${name}[${index}]`, segments, whole }
    }
  }
  return undefined
}

/** What an object says: its own properties, and what all of its kind tell in one way. */
function keysOf(value: object): string[] {
  const keys = Object.keys(value)
  for (
    let kind = Object.getPrototypeOf(value);
    kind !== null && kind !== Object.prototype;
    kind = Object.getPrototypeOf(kind)
  ) {
    for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(kind))) if (get) keys.push(key)
  }
  return keys
}

/** What a document is made of, as plain values: whatever is met again is a number, blocks by their place in the text. */
function shapeOf(document: Document): Parts {
  const { marks, clusters, entries, series, strays, residues, verdicts, twins, slips, missing, redefinitions } =
    document
  const isBlock = new Set<unknown>(document.blocks)
  const known = new Map<object, number>()
  const shape = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (isBlock.has(value)) return { block: (value as Block).start }
    const number = known.get(value)
    if (number !== undefined) return { again: number }
    known.set(value, known.size)
    if (value instanceof Set) return [...value].map(shape)
    if (value instanceof Map) return [...value].flat().map(shape)
    if (Array.isArray(value)) return value.map(shape)
    return Object.fromEntries(keysOf(value).map((key) => [key, shape((value as Record<string, unknown>)[key])]))
  }
  const parts = { verdicts, marks, clusters, entries, series, strays, residues, twins, slips, missing, redefinitions }
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, [...part].map(shape)]))
}
