import { expect } from 'vitest'
import type { Reader, Reading } from '../../src/document/document.ts'
import { sourceRange } from '../../src/document/formats/prose.ts'
import { createSource } from '../../src/source.ts'
import type { FormatName, Range, Source } from '../../src/source.ts'
import { growth as growthOf } from '../cost.ts'

/** Reads a text of a format and checks what has to hold of every reading: places are inside, runs are slices. */
export function readSound(read: Reader, format: FormatName, text: string): Reading {
  const source = createSource('a.x', text, { format })
  const reading = read(source)
  let last = 0
  for (const block of reading.blocks) {
    // An item without a word is a block of nothing.
    if (block.text !== '' || !block.item) expectInside(source, block)
    expect(block.start, 'blocks are in the order of the text').toBeGreaterThanOrEqual(last)
    last = block.start
    expectRuns(source, block)
    for (const link of block.links) {
      expect(0 <= link.at && link.at <= link.to && link.to <= block.text.length).toBe(true)
      if (link.range) expectInside(source, link.range)
    }
    if (block.item) expectInside(source, block.item.marker)
    if (block.note) expect(reading.notes).toContain(block.note)
  }
  for (const one of [...reading.notes, ...reading.definitions]) {
    expectInside(source, one)
    expectInside(source, one.labelRange)
  }
  for (const one of [...reading.comments, ...(reading.problems ?? [])]) expectInside(source, one)
  return reading
}

function expectRuns({ text }: Source, block: Reading['blocks'][number]): void {
  let at = 0
  for (const run of block.runs) {
    expect(run.at).toBeGreaterThanOrEqual(at)
    at = run.at + run.length
    expect(run.start).toBeGreaterThanOrEqual(block.start)
    const words = block.text.slice(run.at, at)
    if (run.width === undefined) expect(text.slice(run.start, run.start + run.length)).toBe(words)
    else expect(run.width).toBeGreaterThan(0)
    expect(run.start + (run.width ?? run.length)).toBeLessThanOrEqual(text.length)
  }
  expect(at).toBeLessThanOrEqual(block.text.length)
}

function expectInside({ text }: Source, { start, end }: Range): void {
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeGreaterThan(start)
  expect(end).toBeLessThanOrEqual(text.length)
}

/** The words of the blocks. */
export const wordsOf = (reading: Reading): string[] => reading.blocks.map((block) => block.text)

/** What stands in the source where a block says a stretch of its words. */
export function sliceOf(text: string, reading: Reading, words: string): string | undefined {
  for (const block of reading.blocks) {
    const at = block.text.indexOf(words)
    if (at < 0) continue
    const { start, end } = sourceRange(block, at, at + words.length)
    return text.slice(start, end)
  }
  return undefined
}

/** How much longer each letter takes in a text twenty times as long. About 1 where time grows with the text, 20 where with its square. */
export function growth(read: Reader, format: FormatName, make: (size: number) => string, size = 20_000): number {
  const reading = (length: number) => {
    const source = createSource('a.x', make(length), { format })
    return () => void read(source)
  }
  return growthOf(reading, size, 20)
}
