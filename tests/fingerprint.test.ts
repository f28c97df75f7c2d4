import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Data, FileResult, Finding } from '../src/finding.ts'
import { fingerprints } from '../src/fingerprint.ts'
import { sha256 } from '../src/sha256.ts'
import { createSource } from '../src/source.ts'

describe('sha256', () => {
  const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

  test.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(63), 'a'.repeat(64), 'a'.repeat(1000), '脚注 😀'])(
    'of %j',
    (text) => expect(sha256(text)).toBe(reference(text)),
  )

  test('of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256(text) === reference(text)))
  })
})

/** Findings at every occurrence of a word. */
function resultOf(text: string, options: { path?: string; data?: Data; suppress?: number } = {}): FileResult {
  const source = createSource(options.path ?? 'a.md', text)
  const all = [...source.text.matchAll(/x/g)].map(({ index }): Finding => ({
    rule: 'r',
    messageId: 'm',
    severity: 'error',
    message: 'any words',
    data: options.data ?? { label: 'x' },
    range: { start: index, end: index + 1 },
    related: [],
  }))
  return {
    source,
    stats: { markers: 0, entries: 0, series: [] },
    findings: all.filter((_, index) => index !== options.suppress),
    suppressed: all
      .filter((_, index) => index === options.suppress)
      .map((finding) => ({ finding, by: 'directive' as const, reason: undefined })),
  }
}

function prints(result: FileResult): string[] {
  const map = fingerprints(result)
  return result.findings.map((finding) => map.get(finding)!)
}

describe('fingerprints', () => {
  test('are 128 bits, and each occurs once', () => {
    const all = prints(resultOf('x x x\nx\nx x x'))
    expect(new Set(all).size).toBe(7)
    expect(all.every((print) => /^[0-9a-f]{32}$/.test(print))).toBe(true)
  })

  test('stay when other lines change, and when white space does', () => {
    const before = prints(resultOf('one x two x\n'))
    expect(prints(resultOf('new\n\nparagraph\n\none x two x\nmore'))).toEqual(before)
    expect(prints(resultOf('\uFEFF  one  x two\tx\r\n'))).toEqual(before)
  })

  test('change with the line, the path and the data', () => {
    const before = prints(resultOf('one x'))
    expect(prints(resultOf('two x'))).not.toEqual(before)
    expect(prints(resultOf('one x', { path: 'b.md' }))).not.toEqual(before)
    expect(prints(resultOf('one x', { data: { label: 'y' } }))).not.toEqual(before)
  })

  test('do not depend on the order of the data', () => {
    expect(prints(resultOf('x', { data: { a: 1, b: [2] } }))).toEqual(prints(resultOf('x', { data: { b: [2], a: 1 } })))
  })

  test('stay when a twin is silenced', () => {
    const [, second] = prints(resultOf('x x'))
    expect(prints(resultOf('x x', { suppress: 0 }))).toEqual([second])
  })

  test('are the same in every version: baselines hold them', () => {
    expect(prints(resultOf('one x'))).toEqual(['2b871cab83f06141d0497a7febfe2752'])
  })
})
