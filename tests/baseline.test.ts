import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, lost, name, stale, undefinedAt } from './baseline-folder.ts'
import { run } from './world.ts'

describe('a baseline', () => {
  test('has the errors that were there, by fingerprint, sorted', async () => {
    const { cwd, footlint, baseline } = folder({ 'b.md': lost('x'), 'a.md': `Docks.[^1] Gates.[^2]\n\n${lost('3')}` })
    const first = await footlint('--suppress-all')
    expect(first).toMatchObject({ code: 0, stdout: '', stderr: `footlint: ${name}: 3 recorded\n` })
    const { stdout } = await run(['-f', 'json'], { cwd })
    const { files } = JSON.parse(stdout) as { files: { path: string; findings: []; suppressed: any[] }[] }
    expect(files.map(({ path, findings }) => [path, findings])).toEqual([
      ['a.md', []],
      ['b.md', []],
    ])
    const [a, b] = files.map(({ suppressed }) => suppressed)
    expect([...a!, ...b!].every((one) => one.by === 'baseline' && one.reason === undefined)).toBe(true)
    const recorded = JSON.parse(baseline()) as { files: Record<string, Record<string, string[]>> }
    const of = (all: any[]) => all.map(({ fingerprint }) => fingerprint as string).toSorted()
    expect(recorded).toEqual({
      version: 1,
      files: { 'a.md': { 'marker-undefined': of(a!) }, 'b.md': { 'marker-undefined': of(b!) } },
    })
    expect(Object.keys(recorded.files)).toEqual(['a.md', 'b.md'])
    const text = baseline()
    expect(text).toMatch(
      /^\{\n {2}"version": 1,\n {2}"files": \{\n {4}"a\.md": \{\n {6}"marker-undefined": \[\n {8}"\w+",\n/,
    )
    expect((await footlint('--suppress-all')).stderr).toBe(`footlint: ${name}: nothing to record or take out\n`)
    expect(baseline()).toBe(text)
    expect((await run([], { cwd })).stdout).toContain(', 3 recorded in the baseline')
  })

  test('holds below new paragraphs, and not for a new finding', async () => {
    const { footlint, write } = folder({ 'a.md': lost('2') })
    await footlint('--suppress-all')
    write({ 'a.md': `New.\n\nMore.\n\n${lost('2')}` })
    expect(await footlint()).toEqual({ code: 0, stdout: '', stderr: '' })
    write({ 'a.md': `New.[^4]\n\n${lost('2')}` })
    expect(await footlint()).toEqual({ code: 1, stdout: undefinedAt('a.md:1:5', '4'), stderr: '' })
  })

  test('does not let a new finding take the place of one that is gone', async () => {
    const { footlint, write } = folder({ 'a.md': lost('2') })
    await footlint('--suppress-all')
    write({ 'a.md': lost('3') })
    const found = stale('6:10', 'A finding of `marker-undefined` in `a.md` is recorded and no longer there')
    expect(await footlint()).toEqual({ code: 1, stdout: found + undefinedAt('a.md:1:18', '3'), stderr: '' })
  })

  test('has no warnings, which fail no run by themselves', async () => {
    const { cwd, footlint } = folder({ 'a.md': 'Walls.[1][1] Gates.[2]\n\n[1] Adam\n\n[2] Eve\n' })
    expect(await footlint('--suppress-all')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('warning') as unknown,
      stderr: `footlint: ${name}: nothing to record or take out\n`,
    })
    expect(existsSync(join(cwd, name))).toBe(false)
  })

  test('silences what is a warning by now', async () => {
    const { footlint, write } = folder({ 'a.md': lost('2') })
    await footlint('--suppress-all')
    write({ '.footlintrc.json': '{"rules":{"marker-undefined":"warning"}}' })
    expect(await footlint('--max-warnings', '0')).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('stale entries', () => {
  test('are errors until they are pruned', async () => {
    const { footlint, write, baseline } = folder({ 'a.md': lost('2'), 'b.md': `${lost('2')}\nSea.[^3]\n` })
    await footlint('--suppress-all')
    write({ 'a.md': 'Walls.\n', 'b.md': 'Gates.\n' })
    const found =
      stale('6:10', 'A finding of `marker-undefined` in `a.md` is recorded and no longer there') +
      stale('11:10', '2 findings of `marker-undefined` in `b.md` are recorded and no longer there')
    expect(await footlint()).toEqual({ code: 1, stdout: found, stderr: '' })
    expect(await footlint('--prune-suppressions')).toEqual({
      code: 0,
      stdout: '',
      stderr: `footlint: ${name}: 3 taken out\n`,
    })
    expect(JSON.parse(baseline())).toEqual({ version: 1, files: {} })
    expect((await footlint('--prune-suppressions')).stderr).toBe(`footlint: ${name}: nothing to record or take out\n`)
  })

  test('of files that a run does not check are none', async () => {
    const { cwd, footlint, write } = folder({ 'a.md': lost('2'), 'docs/b.md': lost('3'), 'docs/c.md': lost('4') })
    await footlint('--suppress-all')
    write({ 'docs/b.md': 'Gates.\n' })
    rmSync(join(cwd, 'docs/c.md'))
    expect(await footlint('a.md')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await footlint('*.md')).toEqual({ code: 0, stdout: '', stderr: '' })
    const gone = stale('16:10', '`docs/c.md` is recorded and no longer exists')
    const fixed = stale('11:10', 'A finding of `marker-undefined` in `docs/b.md` is recorded and no longer there')
    expect((await footlint('docs')).stdout).toBe(fixed + gone)
    expect((await footlint('docs/*.md')).stdout).toBe(fixed + gone)
    expect((await footlint('docs/b.md')).stdout).toBe(fixed)
    expect((await footlint('docs/b.md', '--prune-suppressions')).stderr).toBe(`footlint: ${name}: 1 taken out\n`)
    expect((await footlint('.')).stdout).toBe(stale('11:10', '`docs/c.md` is recorded and no longer exists'))
  })

  test('are not told of where something could not be read, on standard input, or of a rule that is switched for once', async () => {
    const { cwd, footlint, write, baseline } = folder({ 'a.md': lost('2') })
    await footlint('--suppress-all')
    const text = baseline()
    write({ 'a.md': 'Gates.\n', 'b.md': Buffer.from([0xff, 0xfe, 0x41, 0x00]) })
    expect((await footlint()).stdout).toMatch(/^b\.md:1:1: error is UTF-16 text.* \[footlint\]\n$/)
    expect(await footlint('--prune-suppressions')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('json: nothing taken out, since not all could be read\n') as unknown,
    })
    expect(baseline()).toBe(text)
    const argv = ['--stdin', '--stdin-filename', 'a.md', '-f', 'unix']
    expect(await run(argv, { cwd, stdin: 'Gates.\n' })).toMatchObject({ code: 0, stdout: '' })
    expect(await run(argv, { cwd, stdin: lost('2') })).toMatchObject({ code: 0, stdout: '' })
    write({ 'a.md': lost('2') })
    expect(await footlint('a.md', '--rule', 'marker-undefined:off')).toMatchObject({ code: 0, stdout: '' })
  })

  test('come of fixes, and go with them', async () => {
    const { footlint } = folder({
      'a.md': 'Walls.[1] Gates. [2] Docks.[3] Sand.[4]\n\n[1] A.\n\n[2] B.\n\n[3] C.\n\n[4] D.\n',
    })
    expect((await footlint('--suppress-rule', 'marker-spacing')).stderr).toBe(`footlint: ${name}: 1 recorded\n`)
    expect(await footlint('--fix', '--prune-suppressions')).toMatchObject({
      code: 0,
      stderr: `footlint: fixed 1 problem in 1 file: marker-spacing 1\nfootlint: ${name}: 1 taken out\n`,
    })
  })
})

describe('--suppress-rule', () => {
  test('records one rule, and drops what is stale of it', async () => {
    const text = `Docks.[1] Sand. [2] Walls.[3] Gates.[9]\n\n[1] A.\n\n[2] B.\n\n[3] C.\n`
    const { footlint, write, baseline } = folder({ 'a.md': text })
    expect(await footlint('--suppress-rule', 'marker-spacing')).toEqual({
      code: 1,
      stdout: 'a.md:1:37: error `[9]` has no entry, expected one [marker-undefined]\n',
      stderr: `footlint: ${name}: 1 recorded\n`,
    })
    await footlint('--suppress-rule=marker-undefined')
    write({ 'a.md': 'Docks.\n' })
    expect((await footlint('--suppress-rule=marker-spacing')).stdout).toBe(
      stale('6:10', 'A finding of `marker-undefined` in `a.md` is recorded and no longer there'),
    )
    expect(Object.keys((JSON.parse(baseline()) as { files: { 'a.md': object } }).files['a.md'])).toEqual([
      'marker-undefined',
    ])
  })

  test.each([
    [
      ['--suppress-rule', 'marker-spacin'],
      '--suppress-rule marker-spacin: there is no such rule, did you mean marker-spacing?',
    ],
    [
      ['--suppress-all', '--suppress-rule', 'x'],
      '--suppress-all and --suppress-rule exclude each other, expected one of them',
    ],
    [['--suppress-all', '--fix-dry-run'], '--suppress-all and --fix-dry-run exclude each other, expected one of them'],
    [['--prune-suppressions', '--stdin'], '--prune-suppressions and --stdin exclude each other, expected one of them'],
    [['--prune-suppressions', '-'], '--prune-suppressions and --stdin exclude each other, expected one of them'],
    [['--suppressions-location', 'x.json'], '--suppressions-location x.json: no such file'],
  ])('%j is refused', async (argv, message) => {
    const { code, stdout, stderr } = await run(argv, { files: { 'a.md': 'Sand.\n' } })
    expect({ code, stdout, line: stderr.split('\n')[0] }).toEqual({ code: 2, stdout: '', line: `footlint: ${message}` })
  })
})
