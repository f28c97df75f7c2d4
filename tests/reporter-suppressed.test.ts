import { expect, test } from 'vitest'
import type { Run } from '../src/finding.ts'
import { reporters } from '../src/reporters/all.ts'
import { elementsOf, readXml, sarifValidator } from './report-readers.ts'
import { empty, fileResult } from './reporter-runs.ts'

const plain = { color: false }
const file = fileResult('a.md', 'One [1] two [2].', [], [{ at: '[1]' }, { at: '[2]' }])
const [one, other] = file.suppressed
const suppressed = [one!, { ...other!, by: 'baseline' as const, reason: undefined }]
const run: Run = { ...empty, files: [{ ...file, suppressed }] }

test('reports say what silenced a finding, a directive or the baseline', () => {
  const json = JSON.parse(reporters.json(run, plain)) as { files: any[] }
  expect(json.files[0].suppressed).toMatchObject([{ by: 'directive', reason: 'quoted as it is' }, { by: 'baseline' }])
  expect(json.files[0].suppressed[1]).not.toHaveProperty('reason')

  const [eslint] = JSON.parse(reporters.eslint(run, plain)) as any[]
  // What ESLint writes for its own bulk suppressions.
  expect(eslint.suppressedMessages.map((message: any) => message.suppressions)).toEqual([
    [{ kind: 'directive', justification: 'quoted as it is' }],
    [{ kind: 'file', justification: '' }],
  ])

  const sarif = JSON.parse(reporters.sarif(run, plain)) as { runs: any[] }
  expect(sarifValidator()(sarif)).toBe(true)
  expect(sarif.runs[0].results).toEqual([])
  expect(sarif.runs[0].properties.suppressed.map((result: any) => result.suppressions)).toEqual([
    [{ kind: 'inSource', justification: 'quoted as it is' }],
    [{ kind: 'external' }],
  ])

  const skipped = elementsOf(readXml(reporters.junit(run, plain)), 'skipped')
  expect(skipped.map(({ attributes }) => attributes['message'])).toEqual([
    'line 1: Unexpected `[1]` (quoted as it is)',
    'line 1: Unexpected `[2]` (recorded in the baseline)',
  ])
  expect(reporters.pretty(run, plain)).toBe(
    'Nothing to report in 1 file, 2 markers and 1 entry seen, 1 silenced by directives, 1 recorded in the baseline\n',
  )
  for (const name of ['unix', 'github', 'rdjsonl'] as const) expect(reporters[name](run, plain)).toBe('')
})
