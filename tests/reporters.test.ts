import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Run } from '../src/finding.ts'
import { reporters } from '../src/reporters/all.ts'
import { isReporterName, reporterLoaders, reporterNames } from '../src/reporters/index.ts'
import { clean, empty, fileResult, sample } from './reporter-runs.ts'

const plain = { color: false }

test('every loader brings the reporter of its name', async () => {
  expect(reporterNames).toEqual(Object.keys(reporters))
  for (const name of reporterNames) expect(await reporterLoaders[name]()).toBe(reporters[name])
  expect(isReporterName('toString')).toBe(false)
})

describe('pretty', () => {
  test('as people see it', async () => {
    await expect(reporters.pretty(sample, plain)).toMatchFileSnapshot('snapshots/pretty.txt')
  })

  test('a run without findings says what was looked at', () => {
    expect(reporters.pretty(clean, plain)).toBe('Nothing to report in 2 files, 4 markers and 2 entries seen\n')
    expect(reporters.pretty(empty, plain)).toBe('No document checked\n')
  })

  test('carets stand under the marker', () => {
    const lines = reporters.pretty(sample, plain).split('\n')
    for (const marker of ['[1]', '[2]', '[250]']) {
      const at = lines.findIndex((line) => line.includes(' | ') && line.includes(marker) && !line.includes('^'))
      const carets = lines.slice(at + 1).find((line) => line.includes('^'))!
      expect(carets.indexOf('^'.repeat(marker.length))).toBeGreaterThan(0)
    }
    const line = lines.find((one) => one.includes('[250]') && one.includes(' | '))!
    const carets = lines[lines.indexOf(line) + 1]!
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('[250]')
    expect(line.length).toBeLessThan(100)
    expect(line).toMatch(/^ +3 \| ….*….?$/)
  })

  test('colour changes nothing but colour', () => {
    const colored = reporters.pretty(sample, { color: true })
    // oxlint-disable-next-line no-control-regex
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(reporters.pretty(sample, plain))
    expect(colored).not.toBe(reporters.pretty(sample, plain))
  })
})

describe('unix', () => {
  test('a line for each finding', async () => {
    await expect(reporters.unix(sample, plain)).toMatchFileSnapshot('snapshots/unix.txt')
    expect(reporters.unix(clean, plain)).toBe('')
  })

  test('columns count code points, on one line and on several', () => {
    const text = '😀 [a] 😀 [b]\n😀 [c]\r\n[d]'
    const spots = ['[a]', '[b]', '[c]', '[d]'].map((at) => ({ at, message: at }))
    const run = { ...empty, files: [fileResult('a.md', text, spots)] }
    const places = reporters
      .unix(run, plain)
      .split('\n')
      .map((line) => line.split(': ')[0])
    expect(places).toEqual(['a.md:1:3', 'a.md:1:9', 'a.md:2:3', 'a.md:3:1', ''])
    const reversed = { ...empty, files: [fileResult('a.md', text, spots.toReversed())] }
    expect(
      reporters
        .unix(reversed, plain)
        .split('\n')
        .slice(0, 4)
        .map((line) => line.split(': ')[0]),
    ).toEqual(places.slice(0, 4).toReversed())
  })
})

describe('json', () => {
  const schema = JSON.parse(readFileSync(new URL('../schema/report.json', import.meta.url), 'utf8')) as object
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
  const validate = ajv.compile(schema)
  const report = (run: Run) => JSON.parse(reporters.json(run, plain)) as Record<string, unknown>

  test.each([
    ['findings', sample],
    ['none', clean],
    ['no files', empty],
  ])('fits its schema: %s', (_name, run) => {
    validate(report(run))
    expect(validate.errors).toBeNull()
  })

  test('the schema refuses what is not the contract', () => {
    expect(validate({ ...report(sample), version: 2 })).toBe(false)
    const { files } = report(sample) as { files: { findings: object[] }[] }
    const broken = [{ ...files[0], findings: [{ ...files[0]!.findings[0], start: { line: 0, column: 1, offset: 0 } }] }]
    expect(validate({ ...report(sample), files: broken })).toBe(false)
  })

  test('the contract, value by value', () => {
    expect(report({ ...sample, files: [sample.files[0]!] })).toMatchObject({
      version: 1,
      tool: { name: 'footlint', version: '1.2.3' },
      summary: { files: 1, errors: 3, warnings: 1, infos: 1, fixable: 1 },
      files: [
        {
          path: 'docs/a.md',
          stats: sample.files[0]!.stats,
          findings: [
            {
              rule: 'sample-rule',
              messageId: 'sample',
              severity: 'error',
              message: 'Unexpected `[1]`',
              data: { marker: '[1]' },
              start: { line: 1, column: 5, offset: 4 },
              end: { line: 1, column: 8, offset: 7 },
              related: [],
              fix: {
                title: 'Remove the space',
                safe: true,
                edits: [{ start: { line: 1, column: 5, offset: 4 }, end: { line: 1, column: 6, offset: 5 }, text: '' }],
              },
              url: 'https://example.org/sample-rule',
            },
            {
              related: [
                {
                  message: 'first cited here',
                  start: { line: 1, column: 5, offset: 4 },
                  end: { line: 1, column: 8, offset: 7 },
                },
              ],
            },
            {},
            {},
            {},
          ],
          suppressed: [{ data: { marker: 'two' }, reason: 'quoted as it is' }],
        },
      ],
    })
  })
})
