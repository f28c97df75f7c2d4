import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Finding, Run } from '../src/finding.ts'
import { reporters } from '../src/reporters/all.ts'
import { reporterNames } from '../src/reporters/index.ts'
import { secondsOf } from './cost.ts'
import { codeQualityIssue, rdfDiagnostic, rdfResult, sarifValidator } from './report-readers.ts'
import { asSaid, saidIn } from './report-said.ts'
import type { Said } from './report-said.ts'
import { empty, fileResult } from './reporter-runs.ts'
import { createFolder, run } from './world.ts'

const plain = { color: false }
const hostile = [
  '%0A::error::x',
  '\n::error file=x::y',
  '\r\n::stop-commands::x\r',
  '##[error]x',
  ']]>',
  '</script><script>alert(1)</script>',
  '\u001b[31mred\u001b]8;;http://x.org\u0007link',
  '\u202egnp.exe\u2069',
  '-rf, a:b|c`d``e',
  '<!-- & "quoted" \'x\' --> @someone #1 www.example.org http://x.org $x$ ![i](j)',
  '\u0000\u000b\ufffe\ud800',
  '"},{"a":"',
]
const nameOf = (text: string) => `-${text.replaceAll('/', '')}.md`
const dangerous = /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
/** People hear of what could not be checked on standard error. */
const isTold = (name: string) => name !== 'pretty'

/** A hostile text wherever a run can hold one. */
function runOf(text: string): Run {
  const path = nameOf(text)
  const message = `Unexpected \`${text}\``
  const other = fileResult(`other ${path}`, `Two ${text}`, []).source
  const file = fileResult(path, `One ${text} [1]`, [{ at: text, message, relatedTo: '[1]' }], [{ at: '[1]', message }])
  const withAll = (finding: Finding): Finding => ({
    ...finding,
    data: { [text]: text, list: [text] },
    related: [{ message, range: finding.range }],
    fix: { title: message, safe: true, edits: [{ ...finding.range, text }] },
    url: `https://example.org/${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}`,
  })
  const suppressed = file.suppressed.map((one) => ({ ...one, reason: text }))
  const files = [
    { ...file, findings: file.findings.map(withAll), suppressed },
    { ...file, source: other, findings: [], suppressed: [] },
  ]
  return { ...empty, files, failures: [{ path: `unread ${path}`, message }] }
}

const schema = JSON.parse(readFileSync(new URL('../schema/report.json', import.meta.url), 'utf8')) as object
const ajv = new Ajv({ allErrors: true, strict: false })
const validators = {
  json: ajv.compile(schema),
  sarif: sarifValidator(),
  gitlab: ajv.compile({ type: 'array', items: codeQualityIssue }),
  rdjson: ajv.compile(rdfResult),
  rdjsonl: ajv.compile(rdfDiagnostic),
}

describe.each(reporterNames)('%s', (name) => {
  test.each(hostile)('has %j as data', (text) => {
    const report = reporters[name](runOf(text), plain)
    expect(dangerous.test(report)).toBe(false)
    const message = asSaid[name].message(`Unexpected \`${text}\``)
    const [found, unread] = [nameOf(text), `unread ${nameOf(text)}`].map((path) => ({
      path: asSaid[name].path(path),
      message,
    }))
    const said = saidIn[name](report)
    expect(said).toHaveLength(isTold(name) ? 2 : 1)
    expect(said).toEqual(expect.arrayContaining(isTold(name) ? [found, unread] : [found]))
    const validate = (validators as Partial<Record<string, (typeof validators)['json']>>)[name]
    if (!validate) return
    for (const part of name === 'rdjsonl' ? report.trimEnd().split('\n') : [report]) {
      validate(JSON.parse(part))
      expect(validate.errors).toBeNull()
    }
  })

  test('has a message of a megabyte as data', () => {
    const message = `a]]>%0A::\u202e`.repeat(80_000)
    const text = `One ${'x'.repeat(1_000_000)} [1] ${'y'.repeat(1_000_000)}`
    const report = reporters[name]({ ...empty, files: [fileResult('a.md', text, [{ at: '[1]', message }])] }, plain)
    const [said, ...more] = saidIn[name](report)
    expect(more).toEqual([])
    const expected = asSaid[name].message(message)
    // A table in the summary of a step must not be longer than that may be.
    const isWhole = name === 'markdown' ? expected.startsWith(said!.message.slice(0, 400)) : said!.message === expected
    expect(isWhole).toBe(true)
  })
})

/** Files as somebody may send them, through the whole program. */
test.skipIf(process.platform === 'win32')('files with hostile names and contents', async () => {
  const labels = [
    '%0A::error::x',
    '##error)y',
    '</script>',
    '"},{"a":"',
    '\u202ecod',
    '<!--x',
    'a``b',
    '|x|',
    '\u001b31mz',
  ]
  const names = [...hostile.slice(0, 10).map(nameOf), '--fix.md', '::error::a.md']
  const textOf = (label: string) => `One.[^1] Two.[^2] ${label}\n\n[^1]: Adam\n\n[^${label}]: Eve\n`
  const files = Object.fromEntries(names.map((name, at) => [name, textOf(labels[at % labels.length]!)]))
  const unread = { 'bad\n::error::x.md': Uint8Array.of(0xff), '-bad ##[error]y.md': Uint8Array.of(0xff) }
  const cwd = createFolder({ ...files, ...unread })
  const reportIn = async (name: string) => (await run(['-f', name, '.'], { cwd })).stdout
  const expected = saidIn.json(await reportIn('json'))
  expect(new Set(expected.map(({ path }) => path))).toEqual(new Set([...names, ...Object.keys(unread)]))
  const sorted = (all: readonly Said[]) => all.map((one) => JSON.stringify(one)).toSorted()
  for (const name of reporterNames) {
    const report = await reportIn(name)
    expect(dangerous.test(report), name).toBe(false)
    const { path: pathOf, message: messageOf } = asSaid[name]
    const isShown = ({ path }: Said) => isTold(name) || !(path in unread)
    const inFormat = expected
      .filter(isShown)
      .map(({ path, message }) => ({ path: pathOf(path), message: messageOf(message) }))
    const said = saidIn[name](report).map(({ path, message }) => ({
      path: name === 'eslint' ? path.slice(cwd.length + 1) : path,
      message,
    }))
    // GitHub shows ten of a kind; the others stand behind, with their places in the message.
    if (name === 'github') expect(said.length).toBeGreaterThan(expected.length)
    else expect(sorted(said), name).toEqual(sorted(inFormat))
  }
})

test('a line of a megabyte with thousands of findings takes no time', () => {
  const text = '中 [1] '.repeat(200_000)
  const file = fileResult('a.md', text, [{ at: '[1]' }])
  const [finding] = file.findings
  const findings = Array.from({ length: 5000 }, (_, at) => {
    const start = 2 + at * 6 * 40
    return { ...finding!, range: { start, end: start + 3 } }
  })
  for (const name of reporterNames) {
    const report = () => void reporters[name]({ ...empty, files: [{ ...file, findings }] }, plain)
    expect(secondsOf(report), name).toBeLessThan(5)
  }
})

test('a reporter of one’s own', async () => {
  const cwd = createFolder({ 'a.md': 'One.[^1] Two.[^2]\n\n[^1]: Adam\n' })
  const write = (text: string) => writeFileSync(join(cwd, `${text.length}.mjs`), text)
  const good = 'export default (run, { color }) => `${run.files.length} ${color}\\n`'
  const [list, number, thrown] = [
    'export default []',
    'export default () => 1',
    'export default () => { throw Error("x") }',
  ]
  for (const text of [good, list, number, thrown]) write(text)
  const format = (text: string, ...more: string[]) => run(['-f', `./${text.length}.mjs`, ...more, 'a.md'], { cwd })
  expect(await format(good)).toMatchObject({ code: 1, stdout: '1 false\n', stderr: '' })
  expect((await format(list)).stderr).toContain('expected a function as its default export, found an object')
  expect((await format(number)).stderr).toContain('expected a string from the reporter, found a number')
  expect((await format(thrown)).stderr).toContain('the reporter failed: x')
  const refused = await format(good, '--no-plugins')
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toContain('runs code, which --no-plugins forbids')
  expect((await run(['-f', './none.mjs', 'a.md'], { cwd })).stderr).toContain('none.mjs: no such file')
  expect((await run(['-f', 'none.mjs', 'a.md'], { cwd })).stderr).toContain('--format ./none.mjs')
})
