import { expect } from 'vitest'
import { readerFor } from '../../src/document/formats/index.ts'
import { readDocument } from '../../src/document/read.ts'
import { edited } from '../../src/edited.ts'
import { renumber } from '../../src/renumber/renumber.ts'
import type { RenumberOptions } from '../../src/renumber/renumber.ts'
import { verify } from '../../src/fix/verify.ts'
import { createSource, positionAt } from '../../src/source.ts'

/** A document renumbered, with the verifier's consent: its text, what became what, and why something was left. */
export interface Renumbered {
  readonly text: string
  readonly map: readonly string[]
  readonly refusals: readonly string[]
}

/** Renumbers, verifies, and does so once more: nothing may be left to do. */
export async function renumbered(text: string, options: RenumberOptions = {}, path = 'a.md'): Promise<Renumbered> {
  const source = createSource(path, text)
  const read = await readerFor(source)
  const document = readDocument(source, read)
  const { edits, series, refusals, merged } = renumber(document, options)
  const after = edited(text, edits)
  const claim = { before: source, after, edits, allowed: ['renumber' as const], read, document, merged }
  if (edits.length > 0) expect(verify(claim)).toBeUndefined()
  expect(renumber(readDocument(createSource(path, after), read), { ...options, start: undefined }).edits).toEqual([])
  return {
    text: after,
    map: series.flatMap(({ map }) => map.filter((one) => one.old !== one.new).map((one) => `${one.old} ${one.new}`)),
    refusals: refusals.map(({ message, range }) => {
      const { line, column } = positionAt(source, range.start)
      return `${line}:${column} ${message}`
    }),
  }
}

/** The text alone, of a document where nothing is refused. */
export async function textAfter(text: string, options?: RenumberOptions, path?: string): Promise<string> {
  const result = await renumbered(text, options, path)
  expect(result.refusals).toEqual([])
  return result.text
}
