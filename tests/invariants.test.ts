import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNamedPlace } from '../bench/corpus/named.ts'
import { lint as lintAny } from '../src/api.ts'
import { rules } from '../rules/index.ts'
import type { Config } from '../src/config/schema.ts'
import { compareFindings } from '../src/finding.ts'
import type { FileResult } from '../src/finding.ts'
import { positionAt } from '../src/source.ts'
import { fixtures } from './fixture-files.ts'
import { markedText, noise } from './arbitrary-text.ts'

/** Every rule on, at the severity it was made for, those that are off in `recommended` included. */
const everything: Config = { rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.severity])) }

const lint = (text: string, path: string) => lintAny(text, { path, config: everything })

/** What must not change when a text is moved: places are lines and columns, not offsets. */
function placed({ source, findings }: FileResult, shift: { lines?: number; firstColumns?: number } = {}): string[] {
  const at = (offset: number) => {
    const { line, column } = positionAt(source, offset)
    return `${line + (shift.lines ?? 0)}:${column + (line === 1 ? (shift.firstColumns ?? 0) : 0)}`
  }
  return findings.map((one) =>
    [
      `${at(one.range.start)}-${at(one.range.end)} ${one.severity} ${one.rule} ${one.messageId}`,
      ...one.related.map((related) => `${at(related.range.start)}-${at(related.range.end)}`),
    ].join(' '),
  )
}

async function checkFindings(text: string, path: string): Promise<void> {
  const result = await lint(text, path)
  const { source, findings } = result
  for (const finding of findings) {
    const { range, related, fix, message } = finding
    for (const one of [range, ...related.map((place) => place.range)]) {
      expect(one.start).toBeGreaterThanOrEqual(0)
      expect(one.end).toBeGreaterThan(one.start)
      expect(one.end).toBeLessThanOrEqual(source.text.length)
    }
    expect(isNamedPlace(source, finding), finding.message).toBe(true)
    expect(message).not.toMatch(/\{\{|undefined|\[object|NaN/)
    for (const edit of fix?.edits ?? []) expect(edit.end).toBeGreaterThanOrEqual(edit.start)
  }
  expect(findings.toSorted(compareFindings)).toEqual(findings)
  expect(JSON.parse(JSON.stringify(findings))).toEqual(findings)
  expect(await lint(text, path)).toEqual(result)
}

/** Line ends, a byte order mark, blank lines and a character of two code units in front move places, and nothing else. */
async function checkShifts(content: string, path: string): Promise<void> {
  const text = content.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const plain = await lint(text, path)
  expect(placed(await lint(text.replaceAll('\n', '\r\n'), path))).toEqual(placed(plain))
  expect((await lint(`\uFEFF${text}`, path)).findings).toEqual(plain.findings)
  // Blank lines in front make of front matter a thematic break and a heading.
  if (/^(---|\+\+\+)/.test(text)) return
  expect(placed(await lint(`\n\n\n${text}`, path))).toEqual(placed(plain, { lines: 3 }))
  if (/^\p{L}/u.test(text)) expect(placed(await lint(`😀${text}`, path))).toEqual(placed(plain, { firstColumns: 2 }))
}

describe.each(fixtures.map((fixture) => [fixture.path, fixture] as const))('%s', (_, { content, path }) => {
  test('gives sound findings', () => checkFindings(content, path))
  test('gives the same findings when it is moved', () => checkShifts(content, path))
})

describe('any text', () => {
  const path = fc.constantFrom('any.md', 'any.txt')

  test('of brackets, carets and line ends gives sound findings', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(noise, path, checkFindings), { numRuns: 1000 })
  })

  test('with markers and entries gives sound findings', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(markedText, path, checkFindings), { numRuns: 1000 })
  })

  test('with markers and entries gives the same findings when it is moved', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(markedText, path, checkShifts), { numRuns: 500 })
  })

  test('of brackets, carets and line ends gives the same findings when it is moved', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(noise, path, checkShifts), { numRuns: 500 })
  })
})
