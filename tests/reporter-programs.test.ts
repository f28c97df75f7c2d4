import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { reporters } from '../src/reporters/all.ts'
import { elementsOf, rdfDiagnostic, rdfResult, readTable, readXml } from './report-readers.ts'
import { clean, empty, fileResult, sample } from './reporter-runs.ts'

const plain = { color: false }

describe('rdjson and rdjsonl', () => {
  const ajv = new Ajv({ allErrors: true })

  test.each([sample, clean, empty])('fit what reviewdog.proto says', (run) => {
    const result = JSON.parse(reporters.rdjson(run, plain)) as { diagnostics: object[] }
    const validate = ajv.compile(rdfResult)
    validate(result)
    expect(validate.errors).toBeNull()
    const lines = reporters.rdjsonl(run, plain).split('\n').slice(0, -1)
    const parsed = lines.map((line) => JSON.parse(line) as object)
    expect(parsed).toEqual(result.diagnostics.map((one) => expect.objectContaining(one) as unknown))
    for (const one of parsed) expect(ajv.validate(rdfDiagnostic, one)).toBe(true)
  })

  test('columns are bytes, and a fix of several edits is one suggestion', () => {
    const text = '中😀 [ 1 ].'
    const start = text.indexOf('[')
    const edits = [
      { start: start + 3, end: start + 4, text: '' },
      { start: start + 1, end: start + 2, text: '' },
    ]
    const fix = { title: 'Remove the spaces', safe: true, edits }
    const unsafe = { ...fix, safe: false }
    const run = {
      ...empty,
      files: [
        fileResult('a.md', text, [
          { at: '[ 1 ]', fix },
          { at: '1', fix: unsafe },
        ]),
      ],
    }
    const { diagnostics } = JSON.parse(reporters.rdjson(run, plain)) as { diagnostics: any[] }
    expect(diagnostics[0].location.range).toEqual({ start: { line: 1, column: 9 }, end: { line: 1, column: 14 } })
    expect(diagnostics[0].suggestions).toEqual([
      { range: { start: { line: 1, column: 10 }, end: { line: 1, column: 13 } }, text: '1' },
    ])
    expect(diagnostics[1].suggestions).toBeUndefined()
  })
})

test('eslint: what ESLint prints', () => {
  const results = JSON.parse(reporters.eslint(sample, { ...plain, cwd: '/texts' })) as any[]
  expect(results.map((result) => result.filePath)).toEqual(['/texts/docs/a.md', '/texts/docs/clean.md', '/texts/x.md'])
  expect(results[0]).toMatchObject({
    errorCount: 3,
    warningCount: 2,
    fatalErrorCount: 0,
    fixableErrorCount: 1,
    fixableWarningCount: 0,
    suppressedMessages: [{ suppressions: [{ kind: 'directive', justification: 'quoted as it is' }] }],
  })
  expect(results[0].messages[0]).toEqual({
    ruleId: 'sample-rule',
    severity: 2,
    message: 'Unexpected `[1]`',
    line: 1,
    column: 5,
    nodeType: null,
    messageId: 'sample',
    endLine: 1,
    endColumn: 8,
    fix: { range: [4, 5], text: '' },
  })
  expect(results[2]).toMatchObject({
    errorCount: 1,
    fatalErrorCount: 1,
    messages: [{ ruleId: null, fatal: true, severity: 2, message: 'is a binary file' }],
  })
  const outside = { ...empty, files: [fileResult('../notes/a.md', 'x', []), fileResult('/abs.md', 'x', [])] }
  const paths = (JSON.parse(reporters.eslint(outside, { ...plain, cwd: '/a/b' })) as any[]).map((one) => one.filePath)
  expect(paths).toEqual(['/a/notes/a.md', '/abs.md'])
})

test('junit: suites, failures, errors and what was silenced', () => {
  const root = readXml(reporters.junit(sample, plain))
  expect(root.attributes).toMatchObject({ name: 'footlint', tests: '8', failures: '5', errors: '1' })
  const suites = root.children.map(({ attributes }) => [attributes['name'], attributes['tests']])
  expect(suites).toEqual([
    ['docs/a.md', '6'],
    ['docs/clean.md', '1'],
    ['x.md', '1'],
  ])
  expect(elementsOf(root, 'failure')[1]).toMatchObject({
    attributes: { message: 'Unexpected `[2]`', type: 'warning' },
    text: '\nline 1, column 13: Unexpected `[2]`\n',
  })
  expect(elementsOf(root, 'skipped')[0]!.attributes['message']).toBe('line 1: Unexpected `two` (quoted as it is)')
  expect(elementsOf(root, 'error')[0]!.attributes['message']).toBe('is a binary file')
  expect(readXml(reporters.junit(empty, plain)).children).toEqual([])
})

test('checkstyle: files and errors', () => {
  const root = readXml(reporters.checkstyle(sample, plain))
  expect(root.children.map((file) => [file.attributes['name'], file.children.length])).toEqual([
    ['docs/a.md', 5],
    ['docs/clean.md', 0],
    ['x.md', 1],
  ])
  expect(root.children[0]!.children[3]!.attributes).toEqual({
    line: '5',
    column: '4',
    severity: 'info',
    message: 'Unexpected `[中]`',
    source: 'footlint.sample-rule',
  })
})

describe('markdown', () => {
  test('a table', () => {
    const report = reporters.markdown(sample, plain)
    expect(report).toContain('3 errors, 1 warning and 1 info in 2 files')
    expect(readTable(report).slice(0, 2)).toEqual([
      ['x.md', 'error', 'is a binary file', ''],
      ['docs/a.md:1:5', 'error', 'Unexpected [1]', 'sample-rule'],
    ])
    expect(reporters.markdown(clean, plain)).toBe(
      '### footlint\n\nNothing to report in 2 files, 4 markers and 2 entries seen\n',
    )
  })

  test('fits into the summary of a step', () => {
    const message = 'ü|'.repeat(4000)
    const spots = Array.from({ length: 2000 }, () => ({ at: '[1]', message }))
    const report = reporters.markdown({ ...empty, files: [fileResult('a.md', 'One [1].', spots)] }, plain)
    expect(Buffer.byteLength(report)).toBeLessThan(1024 * 1024)
    expect(report).toMatch(/\n\d+ more are not shown\.\n$/)
  })
})
