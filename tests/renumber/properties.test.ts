import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { readDocument } from '../../src/document/read.ts'
import { edited } from '../../src/edited.ts'
import { verify } from '../../src/fix/verify.ts'
import { renumber } from '../../src/renumber/renumber.ts'
import type { RenumberOptions } from '../../src/renumber/renumber.ts'
import { createSource } from '../../src/source.ts'
import { samples } from './documents.ts'

const options: fc.Arbitrary<RenumberOptions> = fc.record({
  order: fc.constantFrom('cited' as const, 'cited' as const, 'kept' as const),
  labels: fc.constantFrom('keep' as const, 'number' as const),
  start: fc.constantFrom(undefined, undefined, 1, 95),
})

const read = (text: string) => readDocument(createSource('a.md', text))
// The same documents each time, so that a failure says something of what was changed; with more runs, others.
const runs = process.env['FOOTLINT_RUNS']
const often = runs === undefined ? { numRuns: 120, seed: 1 } : { numRuns: Number(runs) }
const timeout = 60_000

/** What no renumbering may touch: the text without markers, and the lines of entries without labels, in any order. */
function untouched(text: string): { readonly body: string; readonly lines: readonly string[] } {
  const bare = text.replace(/[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,⁻]*|\[\^?[^\]\s`]+(?:, [^\]\s]+)*\]/g, '#').replace(/#+/g, '#')
  const at = bare.search(/\r?\n[> -]*(?:item\s+)?(?:#:? (?:Entry|http)|\d+\. +Entry)/)
  const end = at < 0 ? bare.length : at
  const lines = bare.slice(end).split(/\r?\n/)
  return {
    body: bare.slice(0, end),
    lines: lines.map((line) => line.replace(/^([> ]*)\d+\. +/, '$1# ').trim()).toSorted(),
  }
}

describe('renumbering', () => {
  test.prop([samples, options], often)(
    'keeps every pair and every word',
    ({ text, path }, option) => {
      const before = createSource(path, text)
      const document = readDocument(before)
      const { edits } = renumber(document, option)
      const after = edited(text, edits)
      if (edits.length === 0) return
      expect(verify({ before, after, edits, allowed: ['renumber'], document })).toBeUndefined()
      expect(untouched(after)).toEqual(untouched(text))
    },
    timeout,
  )

  test.prop([samples, options], often)(
    'twice is once',
    ({ text }, option) => {
      const after = edited(text, renumber(read(text), option).edits)
      const again = renumber(read(after), { ...option, start: undefined })
      expect(edited(after, again.edits)).toBe(after)
    },
    timeout,
  )

  test.prop([samples], often)(
    'puts first citations in order',
    ({ text }) => {
      const { edits, refusals } = renumber(read(text))
      if (refusals.length > 0) return
      for (const series of read(edited(text, edits)).series)
        expect(series.misplaced.map(({ marker }) => marker.text)).toEqual([])
    },
    timeout,
  )

  test.prop([samples], often)(
    'closes gaps and nothing else',
    ({ text }) => {
      const { edits, refusals } = renumber(read(text), { order: 'kept' })
      const after = edited(text, edits)
      if (refusals.length === 0)
        for (const series of read(after).series)
          // A number that stands in a bracket which nobody could read is not given away.
          expect(series.missing.map(({ from }) => from).filter((from) => !after.includes(`[${from}]`))).toEqual([])
      expect(untouched(after).lines.length).toBe(untouched(text).lines.length)
    },
    timeout,
  )
})
