import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { wantsColor } from '../src/cli/color.ts'
import { createProgress } from '../src/cli/progress.ts'
import { run } from './world.ts'

vi.mock('../rules/index.ts', async () => ({ rules: (await import('./sample-rules.ts')).rules }))

const unix = ['-f', 'unix']

describe('output', () => {
  test('a report in a file', async () => {
    const { cwd, stdout, code } = await run(['-o', 'report.json', '-f', 'json', 'a.md'], { files: { 'a.md': 'WRONG' } })
    expect(stdout).toBe('')
    expect(code).toBe(1)
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toMatchObject({ summary: { errors: 1 } })
  })

  test('quiet is errors only', async () => {
    const { stdout } = await run(['--quiet', ...unix, 'a.md'], { files: { 'a.md': 'WRONG DOUBTFUL REMARK' } })
    expect(stdout).toBe('a.md:1:1: error Unexpected `WRONG`, expected a better word [sample-wrong]\n')
  })

  test('an empty run prints a report', async () => {
    const { stdout } = await run(['-f', 'json', '--no-error-on-unmatched-pattern'], {})
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, files: [] })
  })

  test('a file name with a newline and an escape sequence', async () => {
    const files = { 'a\n\u001b[31m.md': 'WRONG', 'b\u202e.md': Uint8Array.of(0xff) }
    const { stdout, stderr } = await run([...unix, '.'], { files })
    expect(stdout).toMatch(/^b\\u202e\.md:1:1: error .*\na\\n\\x1b\[31m\.md:1:1: error .*\n$/)
    expect(stderr).toMatch(/^footlint: b\\u202e\.md: is not UTF-8/)
  })

  const escape = '\u001b['
  test('colour where a terminal reads', async () => {
    const files = { 'a.md': 'WRONG' }
    expect((await run(['a.md'], { files, isTTY: true })).stdout).toContain(escape)
    expect((await run(['a.md'], { files })).stdout).not.toContain(escape)
    expect((await run(['--color', 'a.md'], { files })).stdout).toContain(escape)
    const { cwd } = await run(['-o', 'report', 'a.md'], { files, isTTY: true })
    expect(readFileSync(join(cwd, 'report'), 'utf8')).not.toContain(escape)
  })

  const terminal = { isTTY: true }
  const colors: [Parameters<typeof wantsColor>, boolean][] = [
    [[{}, {}, terminal], true],
    [[{}, {}, {}], false],
    [[{}, { TERM: 'dumb' }, terminal], false],
    [[{}, { NO_COLOR: '1' }, terminal], false],
    [[{}, { NO_COLOR: '' }, terminal], true],
    [[{}, { FORCE_COLOR: '1' }, {}], true],
    [[{}, { FORCE_COLOR: '0' }, terminal], false],
    [[{}, { FORCE_COLOR: 'false' }, terminal], false],
    [[{}, { FORCE_COLOR: '' }, terminal], true],
    [[{}, { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal], false],
    [[{}, { CI: '1' }, {}], false],
    [[{ color: true }, { NO_COLOR: '1' }, {}], true],
    [[{ 'no-color': true }, { FORCE_COLOR: '1' }, terminal], false],
  ]
  test.each(colors)('colour for %j is %s', (given, expected) => {
    expect(wantsColor(...given)).toBe(expected)
  })

  test('progress is shown on a terminal after a second, and erased', () => {
    let time = 0
    const written: string[] = []
    const stream = { isTTY: true, write: (text: string) => written.push(text) }
    const progress = createProgress(
      () => stream,
      () => time,
    )
    progress.update(1, 9)
    time = 1001
    progress.update(2, 9)
    time = 1050
    progress.update(3, 9)
    time = 1102
    progress.update(4, 9)
    progress.end()
    const erase = '\r\u001b[2K'
    expect(written).toEqual([`${erase}Checked 2 of 9 files …`, `${erase}Checked 4 of 9 files …`, erase])
  })

  test('no progress in a short run, and none where no terminal waits', () => {
    let time = 0
    const written: string[] = []
    const write = (text: string) => written.push(text)
    for (const stream of [{ isTTY: true, write }, { write }]) {
      const progress = createProgress(
        () => stream,
        () => time,
      )
      if (!stream.isTTY) time = 9999
      progress.update(1, 2)
      progress.end()
    }
    expect(written).toEqual([])
  })
})
