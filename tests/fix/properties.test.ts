import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTargets, targetsOf } from '../../bench/fixes/second-reader.ts'
import { rules } from '../../rules/index.ts'
import type { Config } from '../../src/config/schema.ts'
import { readDocument } from '../../src/document/read.ts'
import { compareGraphs } from '../../src/fix/compare.ts'
import { graphOf } from '../../src/fix/graph.ts'
import { fixSource } from '../../src/fix/rounds.ts'
import type { Fixed } from '../../src/fix/rounds.ts'
import { lintSource } from '../../src/lint.ts'
import { createSource } from '../../src/source.ts'
import type { Source } from '../../src/source.ts'
import { resolverOfValue } from '../../src/value-config.ts'
import { sample } from '../arbitrary-documents.ts'
import type { Sample } from '../arbitrary-documents.ts'

const everything: Config = { rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.severity])) }
const { settings } = resolverOfValue(everything).resolve('any.md')

interface Case {
  readonly source: Source
  readonly fixed: Fixed
}

function fix({ path, text }: Sample, unsafe: boolean): Case {
  const source = createSource(path, text)
  return { source, fixed: fixSource(source, settings, { unsafe }) }
}

/** Checks a few hundred documents, those that have something to fix. */
function check(unsafe: boolean, property: (one: Case) => void): void {
  fc.assert(
    fc.property(sample, (one) => property(fix(one, unsafe))),
    { numRuns: 300 },
  )
}

const letters = (text: string) => text.replaceAll(/[^\p{L}]/gu, '')
const isLeftover = ({ made }: Fixed) => made.some(({ finding }) => finding.rule === 'marker-residue')
const isMended = ({ made }: Fixed) => made.some(({ finding }) => finding.rule.endsWith('-malformed'))

describe.each([
  ['safe', false],
  ['all', true],
] as const)('%s fixes', (_, unsafe) => {
  test('come to an end, and made twice they are made once', { timeout: 60_000 }, () => {
    check(unsafe, ({ fixed }) => {
      expect(fixed.unsettled).toBe(false)
      const again = fixSource(fixed.result.source, settings, { unsafe })
      expect(again.made).toEqual([])
      expect(again.result).toEqual(fixed.result)
    })
  })

  test('leave nothing that could be fixed but what was refused, and nothing new', { timeout: 60_000 }, () => {
    check(unsafe, ({ source, fixed }) => {
      const open = fixed.result.findings.filter(
        (finding) => finding.fix && (unsafe || finding.fix.safe) && finding.fix.edits.length > 0,
      )
      expect(open.length).toBeLessThanOrEqual(fixed.refused.length)
      const known = new Set(lintSource(source, settings).findings.map(({ rule, messageId }) => `${rule} ${messageId}`))
      expect(
        fixed.result.findings.map(({ rule, messageId }) => `${rule} ${messageId}`).filter((one) => !known.has(one)),
      ).toEqual([])
    })
  })
})

describe('safe fixes', () => {
  test('change no pair, as the verifier sees it over all rounds', { timeout: 60_000 }, () => {
    check(false, ({ source, fixed }) => {
      const options = { allowed: [], merged: [] }
      expect(
        compareGraphs(graphOf(readDocument(source), options), graphOf(fixed.document, options), []),
      ).toBeUndefined()
    })
  })

  test('change no pair, as a renderer sees it', { timeout: 60_000 }, () => {
    check(false, ({ source, fixed }) => {
      if (source.format !== 'markdown') return
      expect(
        compareTargets(targetsOf(source.text), targetsOf(fixed.result.source.text), isMended(fixed)),
      ).toBeUndefined()
    })
  })

  test('touch no letter, but of a leftover', { timeout: 60_000 }, () => {
    check(false, ({ source, fixed }) => {
      if (isLeftover(fixed)) return
      expect(letters(fixed.result.source.text)).toBe(letters(source.text))
    })
  })
})
