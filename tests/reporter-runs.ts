import { expect } from 'vitest'
import type { FileResult, Finding, Run } from '../src/finding.ts'
import { createSource } from '../src/source.ts'

export interface Spot extends Partial<Omit<Finding, 'range' | 'related'>> {
  readonly at: string
  readonly relatedTo?: string
}

/** A result with a finding at the first occurrence of each given text. */
export function fileResult(
  path: string,
  text: string,
  spots: readonly Spot[],
  suppressed: readonly Spot[] = [],
): FileResult {
  const source = createSource(path, text)
  const rangeOf = (slice: string) => {
    const start = source.text.indexOf(slice)
    expect(start).toBeGreaterThanOrEqual(0)
    return { start, end: start + slice.length }
  }
  const findingOf = ({ at, relatedTo, ...rest }: Spot): Finding => ({
    rule: 'sample-rule',
    messageId: 'sample',
    severity: 'error',
    message: `Unexpected \`${at}\``,
    data: { marker: at },
    range: rangeOf(at),
    related: relatedTo === undefined ? [] : [{ message: 'first cited here', range: rangeOf(relatedTo) }],
    ...rest,
  })
  return {
    source,
    stats: { markers: 2, entries: 1, series: [{ notation: 'bracket', first: 1, last: 2, markers: 2, entries: 1 }] },
    findings: spots.map(findingOf),
    suppressed: suppressed.map((spot) => ({ finding: findingOf(spot), by: 'directive', reason: 'quoted as it is' })),
  }
}

const long = `${'Lorem ipsum dolor sit amet, '.repeat(30)}consectetur [250] adipiscing ${'elit sed do eiusmod '.repeat(30)}`
const safeFix = { title: 'Remove the space', safe: true, edits: [{ start: 4, end: 5, text: '' }] }

export const sample: Run = {
  version: '1.2.3',
  files: [
    fileResult(
      'docs/a.md',
      `One [1] two [2].\n\n${long}\n\n中文 [中]，\ttab [t]\n`,
      [
        { at: '[1]', fix: safeFix, url: 'https://example.org/sample-rule' },
        { at: '[2]', severity: 'warning', relatedTo: '[1]' },
        { at: '[250]', relatedTo: '[2]' },
        { at: '[中]', severity: 'info' },
        { at: '[t]', data: { missing: [3, 4], label: 't' } },
      ],
      [{ at: 'two' }],
    ),
    fileResult('docs/clean.md', 'Nothing.', []),
  ],
  failures: [{ path: 'x.md', message: 'is a binary file' }],
}
export const empty: Run = { version: '1.2.3', files: [], failures: [] }
export const clean: Run = {
  version: '1.2.3',
  files: [fileResult('a.md', 'x', []), fileResult('b.md', 'x', [])],
  failures: [],
}
