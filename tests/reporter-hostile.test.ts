import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Run } from '../src/finding.ts'
import { reporters } from '../src/reporters/all.ts'
import { reporterNames } from '../src/reporters/index.ts'
import { printable } from '../src/reporters/terminal.ts'
import { elementsOf, readTable, readWorkflowCommands, readXml } from './report-readers.ts'
import { empty, fileResult } from './reporter-runs.ts'
import { createFolder, run } from './world.ts'

const plain = { color: false }
const hostile = [
  '%0A::error::x',
  '\n::error file=x::y',
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
const runs = hostile.map((text): [string, Run] => {
  const message = `Unexpected \`${text}\``
  return [text, { ...empty, files: [fileResult(nameOf(text), `One ${text}`, [{ at: text, message }])] }]
})
/** What XML 1.0 cannot hold is written out. */
const inXml = (text: string) =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Cs}/gu, printable).replaceAll('\ufffe', '\\ufffe')
const dangerous = /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

test.each(runs)('%j is data in every format', (text, hostileRun) => {
  const path = nameOf(text)
  const message = `Unexpected \`${text}\``
  for (const name of reporterNames) expect(dangerous.test(reporters[name](hostileRun, plain)), name).toBe(false)

  const [command, ...more] = readWorkflowCommands(reporters.github(hostileRun, plain))
  expect(more).toEqual([])
  const inCommand = (one: string) =>
    one
      .split(/(\n)/)
      .map((part) => (part === '\n' ? part : printable(part)))
      .join('')
  expect(command).toMatchObject({ message: inCommand(message), properties: { file: inCommand(path) } })

  expect(JSON.parse(reporters.gitlab(hostileRun, plain))).toMatchObject([{ description: message, location: { path } }])
  expect(JSON.parse(reporters.rdjson(hostileRun, plain))).toMatchObject({
    diagnostics: [{ message, location: { path } }],
  })
  expect(JSON.parse(reporters.rdjsonl(hostileRun, plain))).toMatchObject({ message, location: { path } })
  expect(JSON.parse(reporters.eslint(hostileRun, plain))).toMatchObject([{ filePath: path, messages: [{ message }] }])
  const uri = encodeURIComponent(path.replace(/\p{Cs}/gu, '\ufffd'))
  const location = { physicalLocation: { artifactLocation: { uri } } }
  expect(JSON.parse(reporters.sarif(hostileRun, plain))).toMatchObject({
    runs: [{ results: [{ message: { text: message }, locations: [location] }] }],
  })

  const [failure] = elementsOf(readXml(reporters.junit(hostileRun, plain)), 'failure')
  expect(failure!.attributes['message']).toBe(inXml(message))
  const file = readXml(reporters.checkstyle(hostileRun, plain)).children[0]!
  expect([file.attributes['name'], file.children[0]!.attributes['message']]).toEqual([inXml(path), inXml(message)])

  const rows = readTable(reporters.markdown(hostileRun, plain))
  expect(rows).toHaveLength(1)
  const [place, , sentence] = rows[0]!
  expect(place).toBe(`${printable(path)}:1:5`)
  expect(sentence!.replaceAll('`', '')).toBe(printable(message).replaceAll('`', ''))
  expect(reporters.unix(hostileRun, plain).split('\n')).toHaveLength(2)
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
    const began = performance.now()
    reporters[name]({ ...empty, files: [{ ...file, findings }] }, plain)
    expect(performance.now() - began, name).toBeLessThan(5000)
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
