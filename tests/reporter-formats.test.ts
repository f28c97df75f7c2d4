import { describe, expect, test } from 'vitest'
import type { Run } from '../src/finding.ts'
import { fingerprints } from '../src/fingerprint.ts'
import { reporters } from '../src/reporters/all.ts'
import { columnCounter } from '../src/reporters/columns.ts'
import { columnAt, createSource } from '../src/source.ts'
import { readWorkflowCommands, sarifValidator } from './report-readers.ts'
import { clean, empty, fileResult, sample } from './reporter-runs.ts'

const plain = { color: false }
const many = (count: number, severity: 'error' | 'warning' | 'info', path: string) =>
  fileResult(
    path,
    'One [1].',
    Array.from({ length: count }, () => ({ at: '[1]', severity })),
  )

test('columns are those of the source, wherever they are asked for', () => {
  const text = `${'aé中😀'.repeat(300)}\n${'😀'.repeat(150)}x\ud800y\r\n${'ab'.repeat(400)}`
  const source = createSource('a.md', text)
  for (const unit of ['utf8', 'code-point'] as const) {
    const columnOf = columnCounter(unit)
    for (let at = text.length; at >= 0; at -= 7) {
      const isInside = /[\udc00-\udfff]/.test(text[at] ?? '')
      if (!isInside) expect(columnOf(source, at), `${unit} ${at}`).toBe(columnAt(source, at, unit))
    }
  }
})

describe('sarif', () => {
  const validate = sarifValidator()
  const rules = [{ id: 'sample-rule', summary: 'A sample' }]
  const log = (run: Run) => JSON.parse(reporters.sarif(run, { ...plain, rules })) as { runs: any[] }

  test.each([
    ['findings', sample],
    ['none', clean],
    ['no files', empty],
  ])('fits its schema: %s', (_name, run) => {
    validate(log(run))
    expect(validate.errors).toBeNull()
  })

  test('the schema refuses what is none', () => {
    expect(validate({ ...log(sample), version: '2.0.0' })).toBe(false)
    expect(validate({ ...log(sample), runs: [{ ...log(sample).runs[0], columnKind: 'bytes' }] })).toBe(false)
  })

  test('what code scanning asks for', () => {
    const [run] = log(sample).runs
    expect(run).toMatchObject({
      columnKind: 'utf16CodeUnits',
      automationDetails: { id: 'footlint/' },
      tool: { driver: { name: 'footlint', semanticVersion: '1.2.3' } },
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            {
              message: { text: 'is a binary file' },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'x.md' } } }],
            },
          ],
        },
      ],
    })
    expect(run.tool.driver.rules).toEqual([
      expect.objectContaining({
        id: 'sample-rule',
        shortDescription: { text: 'A sample' },
        fullDescription: { text: 'A sample' },
        help: expect.objectContaining({ text: expect.stringContaining('explain sample-rule') }) as unknown,
        helpUri: 'https://example.org/sample-rule',
      }),
    ])
    expect(run.results.map((result: any) => result.level)).toEqual(['error', 'warning', 'error', 'note', 'error'])
    expect(run.results[1]).toMatchObject({
      ruleId: 'sample-rule',
      ruleIndex: 0,
      message: { text: 'Unexpected `[2]`' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/a.md' },
            region: { startLine: 1, startColumn: 13, endLine: 1, endColumn: 16 },
          },
        },
      ],
      relatedLocations: [{ message: { text: 'first cited here' } }],
    })
    expect(run.results[0].fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 6 }, insertedContent: { text: '' } },
    ])
    const keys = run.results.map((result: any) => Object.keys(result.partialFingerprints as object))
    expect(new Set(keys.flat())).toEqual(new Set(['footlint/v1']))
  })

  test('a directive’s findings are no results, but are there', () => {
    const [run] = log(sample).runs
    expect(run.results).toHaveLength(5)
    expect(run.properties.suppressed).toMatchObject([
      { message: { text: 'Unexpected `two`' }, suppressions: [{ kind: 'inSource', justification: 'quoted as it is' }] },
    ])
  })

  test.each([
    ['a b/ü#?%.md', 'a%20b/%C3%BC%23%3F%25.md'],
    ['../x.md', '../x.md'],
    ['/tmp/a:b.md', 'file:///tmp/a%3Ab.md'],
    ['D:/a b.md', 'file:///D:/a%20b.md'],
    ['a:b\ud800.md', 'a%3Ab%EF%BF%BD.md'],
  ])('the path %j is the URI %s', (path, uri) => {
    const [run] = log({ ...empty, files: [fileResult(path, '[1]', [{ at: '[1]' }])] }).runs
    expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri })
  })
})

describe('github', () => {
  test('commands, the worst first', () => {
    expect(reporters.github(sample, plain).split('\n')).toEqual([
      '::error title=footlint,file=x.md::is a binary file',
      '::error title=sample-rule,file=docs/a.md,line=1,endLine=1,col=5,endColumn=8::Unexpected `[1]`',
      expect.stringMatching(/^::error title=sample-rule,file=docs\/a\.md,line=3,endLine=3,col=\d+,endColumn=\d+::/),
      '::error title=sample-rule,file=docs/a.md,line=5,endLine=5,col=13,endColumn=16::Unexpected `[t]`',
      '::warning title=sample-rule,file=docs/a.md,line=1,endLine=1,col=13,endColumn=16::Unexpected `[2]`',
      expect.stringMatching(/^::notice title=sample-rule,.*::Unexpected `\[中\]`$/),
      '',
    ])
    expect(reporters.github(clean, plain)).toBe('')
  })

  test('a range over two lines has no end column', () => {
    const run = { ...empty, files: [fileResult('a.md', 'One [1\n2]', [{ at: '[1\n2]' }])] }
    expect(readWorkflowCommands(reporters.github(run, plain))[0]!.properties).toMatchObject({ line: '1', endLine: '2' })
    expect(reporters.github(run, plain)).not.toContain('endColumn')
  })

  test('ten of a kind, a notice about the others, then the others with their places', () => {
    const files = [many(12, 'info', 'i.md'), many(11, 'warning', 'w.md'), many(13, 'error', 'e.md')]
    const commands = readWorkflowCommands(reporters.github({ ...empty, files }, plain))
    const kinds = commands.map(({ command }) => command)
    expect(kinds.slice(0, 30)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      ...Array.from({ length: 10 }, () => 'notice'),
    ])
    expect(commands[29]!.message).toBe(
      '3 more errors, 1 more warning, 3 more infos in the log of this step: GitHub shows 10 annotations of a kind',
    )
    expect(commands).toHaveLength(12 + 11 + 13 + 1)
    expect(commands[30]!.message).toBe('e.md:1:5: Unexpected `[1]` [sample-rule]')
    const ten = { ...empty, files: [many(10, 'info', 'i.md')] }
    expect(readWorkflowCommands(reporters.github(ten, plain))).toHaveLength(10)
  })
})

describe('gitlab', () => {
  const issues = (run: Run) => JSON.parse(reporters.gitlab(run, plain)) as any[]

  test('issues', () => {
    expect(issues(sample)[0]).toMatchObject({ description: 'is a binary file', location: { path: 'x.md' } })
    expect(issues(sample)[2]).toEqual({
      description: 'Unexpected `[2]`',
      check_name: 'sample-rule',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      severity: 'minor',
      location: { path: 'docs/a.md', lines: { begin: 1, end: 1 } },
    })
    expect(issues(clean)).toEqual([])
  })

  test('fingerprints are unique, and the same below a new paragraph', () => {
    const of = (text: string) =>
      issues({ ...empty, files: [fileResult('a.md', text, [{ at: '[1]' }, { at: '[1]' }, { at: '[2]' }])] }).map(
        (issue) => issue.fingerprint as string,
      )
    expect(new Set(of('A [1] and [2].')).size).toBe(3)
    expect(of('New.\n\nA [1] and [2].')).toEqual(of('A [1] and [2].'))
  })
})

test('a fingerprint is one finding’s', () => {
  const [file] = sample.files
  expect(new Set(fingerprints(file!).values()).size).toBe(6)
})
