import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from './world.ts'

const list = '\n## References\n\n[1] A.\n\n[2] B.\n\n[3] C.\n\n[4] D.\n\n[5] E.\n'
const faulty = `One.[1] Two. [2] Three.[3] Four.[4] Five.[5]\n${list}`
const mended = faulty.replace('Two. [2]', 'Two.[2]')
const unused = mended.replace('[5] E.', '[5] E.\n\n[6] Nobody cites it.')
const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8')

describe('--fix', () => {
  test('writes the safe fixes, reports what is left and says what it did', async () => {
    const { code, stdout, stderr, cwd } = await run(['--fix', '-f', 'unix'], {
      files: { 'a.md': faulty, 'b.md': unused },
    })
    expect(stdout).toBe('b.md:15:1: warning `[6]` is cited nowhere, expected a marker for it [entry-unused]\n')
    expect(stderr).toBe(
      'footlint: fixed 1 problem in 1 file: marker-spacing 1\n' +
        'footlint: 1 more fix with --unsafe-fixes: entry-unused 1\n',
    )
    expect(code).toBe(0)
    expect([read(cwd, 'a.md'), read(cwd, 'b.md')]).toEqual([mended, unused])
  })

  test('makes the unsafe ones too, if asked', async () => {
    const { code, stdout, stderr, cwd } = await run(['--fix', '--unsafe-fixes', '-f', 'unix'], {
      files: { 'b.md': unused },
    })
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toBe('footlint: fixed 1 problem in 1 file: entry-unused 1\n')
    expect(read(cwd, 'b.md')).toBe(mended)
  })

  test('takes the parameter of a chat program out of an address, with what joins it', async () => {
    const text = (one: string, two: string, three: string) =>
      `See [a](https://e.org/${one}) and https://e.org/${two}.[^1]\n\n[^1]: IEA, https://e.org/${three}\n`
    const parameter = 'utm_source=chatgpt.com'
    const pasted = text(`?${parameter}`, `?a=1&${parameter}`, `?${parameter}&b=2`)
    const { code, stderr, cwd } = await run(['--fix'], { files: { 'a.md': pasted } })
    expect([code, stderr]).toEqual([0, 'footlint: fixed 3 problems in 1 file: marker-residue 3\n'])
    expect(read(cwd, 'a.md')).toBe(text('', '?a=1', '?b=2'))
  })

  test('is silent about fixes where there are none', async () => {
    expect(await run(['--fix'], { files: { 'a.md': mended } })).toMatchObject({ code: 0, stderr: '' })
  })

  test('reports in JSON what is left', async () => {
    const { stdout } = await run(['--fix', '-f', 'json'], { files: { 'a.md': faulty, 'b.md': unused } })
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { warnings: 1, fixable: 0 },
      files: [
        { path: 'a.md', findings: [] },
        { path: 'b.md', findings: [{ rule: 'entry-unused', fix: { safe: false } }] },
      ],
    })
  })

  test('gives the fixed text of standard input, and the report on standard error', async () => {
    const crlf = `\uFEFF${unused.replace('Two.[2]', 'Two. [2]').replaceAll('\n', '\r\n')}`
    const { code, stdout, stderr } = await run(['--fix', '-', '-f', 'unix'], { stdin: crlf })
    expect(stdout).toBe(`\uFEFF${unused.replaceAll('\n', '\r\n')}`)
    expect(stderr).toContain('<stdin>:15:1: warning `[6]` is cited nowhere')
    expect(stderr).toContain('footlint: fixed 1 problem in 1 file: marker-spacing 1\n')
    expect(code).toBe(0)
  })

  test('gives standard input back as it is where there is nothing to do', async () => {
    expect((await run(['--fix', '--stdin'], { stdin: mended })).stdout).toBe(mended)
    const ignored = await run(['--fix', '--stdin', '--stdin-filename', 'vendor/a.md'], {
      stdin: faulty,
      files: { '.footlintignore': 'vendor/\n' },
    })
    expect(ignored).toMatchObject({ code: 0, stdout: faulty })
  })

  test('says which fix it does not make, and why', async () => {
    const config = `import * as v from ${JSON.stringify(import.meta.resolve('valibot'))}
      const edits = [{ start: 4, end: 7, text: '[2]' }]
      const found = { rule: 'my/bold', messageId: 'bold', message: 'Timid', data: {}, range: { start: 4, end: 7 }, related: [] }
      const check = () => [{ ...found, severity: 'error', fix: { title: 'Be bold', safe: true, edits } }]
      const bold = { id: 'bold', summary: 'Boldness', severity: 'error', options: v.strictObject({}), messages: {}, check }
      export default { plugins: [{ name: 'my', rules: [bold] }], rules: { 'my/bold': 'error' } }`
    const { code, stderr, cwd } = await run(['--fix'], { files: { 'a.md': mended, 'footlint.config.mjs': config } })
    expect(stderr).toBe(
      'footlint: a.md:1:5: the fix of my/bold is not made: `[1]` would lead to “B.” instead of “A.”\n',
    )
    expect(code).toBe(1)
    expect(read(cwd, 'a.md')).toBe(mended)
  })

  test('stops after ten rounds of a rule that is never content, and says so', async () => {
    const config = `import * as v from ${JSON.stringify(import.meta.resolve('valibot'))}
      const range = { start: 2, end: 2 }
      const found = { rule: 'my/wide', messageId: 'wide', message: 'Narrow', data: {}, range, related: [], severity: 'error' }
      const check = () => [{ ...found, fix: { title: 'Widen', safe: true, edits: [{ ...range, text: ' ' }] } }]
      const wide = { id: 'wide', summary: 'Width', severity: 'error', options: v.strictObject({}), messages: {}, check }
      export default { extends: [], plugins: [{ name: 'my', rules: [wide] }], rules: { 'my/wide': 'error' } }`
    const { code, stderr, cwd } = await run(['--fix'], { files: { 'a.md': 'A. B.\n', 'footlint.config.mjs': config } })
    expect(stderr).toBe(
      'footlint: a.md: stopped after ten rounds, there is more to fix; run it again\n' +
        'footlint: fixed 10 problems in 1 file: my/wide 10\n',
    )
    expect(code).toBe(1)
    expect(read(cwd, 'a.md')).toBe(`A.${' '.repeat(11)}B.\n`)
  })

  test('obeys directives and the configuration', async () => {
    const files = (fixes: object) => ({ 'a.md': faulty, 'b.md': unused, '.footlintrc.json': JSON.stringify({ fixes }) })
    const demoted = await run(['--fix', 'a.md'], { files: files({ 'marker-spacing': 'unsafe' }) })
    expect(demoted).toMatchObject({ code: 1, stderr: 'footlint: 1 more fix with --unsafe-fixes: marker-spacing 1\n' })
    const off = await run(['--fix', '--unsafe-fixes', 'a.md'], { files: files({ 'marker-spacing': 'off' }) })
    expect(off).toMatchObject({ code: 1, stderr: '' })
    const promoted = await run(['--fix', 'b.md'], { files: files({ 'entry-unused': 'safe' }) })
    expect(promoted.stderr).toBe('footlint: fixed 1 problem in 1 file: entry-unused 1\n')
    const repeated = { ...files({ 'marker-duplicate': 'safe' }), 'b.md': mended.replace('[2]', '[2][2][2]') }
    const shared = await run(['--fix', 'b.md'], { files: repeated })
    expect(shared.stderr).toBe('footlint: fixed 2 problems in 1 file: marker-duplicate 2\n')
    const wrong = await run(['--fix'], { files: files({ 'entry-unusd': 'safe' }) })
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        '.footlintrc.json: fixes.entry-unusd: unknown rule, did you mean `entry-unused`?',
      ),
    })
    const silenced = await run(['--fix', '-'], {
      stdin: `<!-- footlint-disable marker-spacing -- as printed -->\n\n${faulty}`,
    })
    expect(silenced.stdout).toContain('Two. [2]')
  })

  test('shows in --print-config where trust in fixes comes from', async () => {
    const { stdout } = await run(['--print-config', 'a.md'], {
      files: { '.footlintrc.json': '{"overrides":[{"files":"*.md","fixes":{"marker-residue":"off"}}]}' },
    })
    expect(JSON.parse(stdout)).toMatchObject({
      rules: {
        'marker-residue': { fixes: { value: 'off', origin: '.footlintrc.json: overrides[0].fixes.marker-residue' } },
      },
    })
  })

  test('mends a notebook as JSON', async () => {
    const source = [
      'One.[1] \\\\"Two.\\\\" [2] Three.[3] Four.[4] Five.[5]\\n',
      ...list.split('\n').map((line) => `${line}\\n`),
    ]
    const text = `{"cells":[{"cell_type":"markdown","source":[${source.map((line) => `"${line.replaceAll('\\\\"', '\\"')}"`).join(',\n')}]}],"nbformat":4}\n`
    const { cwd } = await run(['--fix', 'a.ipynb'], { files: { 'a.ipynb': text } })
    expect(read(cwd, 'a.ipynb')).toBe(text.replace('Two.\\" [2]', 'Two.\\"[2]'))
    expect(() => JSON.parse(read(cwd, 'a.ipynb'))).not.toThrow()
  })
})

describe('--fix-dry-run and --diff', () => {
  test('write nothing', async () => {
    const files = { 'a.md': faulty }
    const dry = await run(['--fix-dry-run', '-f', 'unix'], { files })
    expect(dry).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'footlint: would fix 1 problem in 1 file: marker-spacing 1\n',
    })
    expect(read(dry.cwd, 'a.md')).toBe(faulty)
    const diff = await run(['--diff'], { files })
    expect(diff.code).toBe(1)
    expect(diff.stdout.split('\n').slice(0, 5)).toEqual([
      '--- ./a.md',
      '+++ ./a.md',
      '@@ -1,4 +1,4 @@',
      '-One.[1] Two. [2] Three.[3] Four.[4] Five.[5]',
      '+One.[1] Two.[2] Three.[3] Four.[4] Five.[5]',
    ])
    expect(read(diff.cwd, 'a.md')).toBe(faulty)
    expect(await run(['--diff'], { files: { 'a.md': unused } })).toMatchObject({ code: 0, stdout: '' })
    expect(await run(['--diff', '--unsafe-fixes'], { files: { 'a.md': unused } })).toMatchObject({ code: 1 })
    expect(await run(['--diff', 'none.md'], { files })).toMatchObject({ code: 2 })
    expect((await run(['--diff', '--stdin', '--stdin-filename', 'b.md'], { stdin: faulty })).stdout).toContain(
      '--- ./b.md\n',
    )
  })

  test('exclude each other, and --unsafe-fixes needs one of them', async () => {
    expect(await run(['--fix', '--diff'])).toMatchObject({
      code: 2,
      stderr: 'footlint: --fix and --diff exclude each other, expected one of them\n',
    })
    expect(await run(['--unsafe-fixes'])).toMatchObject({
      code: 2,
      stderr: 'footlint: --unsafe-fixes says which fixes are made, expected --fix, --fix-dry-run or --diff with it\n',
    })
  })
})
