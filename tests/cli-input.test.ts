import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { createFolder, run } from './world.ts'

vi.mock('../rules/index.ts', async () => ({ rules: (await import('./sample-rules.ts')).rules }))

const unix = ['-f', 'unix']

describe('input', () => {
  test('without a path, the working directory', async () => {
    const files = { 'b.md': 'WRONG', 'a/c.txt': 'x WRONG', 'a/d.png': 'WRONG' }
    const { stdout, code } = await run(unix, { files })
    expect(stdout).toBe(
      'a/c.txt:1:3: error Unexpected `WRONG`, expected a better word [sample-wrong]\n' +
        'b.md:1:1: error Unexpected `WRONG`, expected a better word [sample-wrong]\n',
    )
    expect(code).toBe(1)
  })

  test('standard input under a name', async () => {
    const outcome = await run(['--stdin', '--stdin-filename', 'docs/x.md', ...unix], { stdin: 'WRONG' })
    expect(outcome.stdout).toMatch(/^docs\/x\.md:1:1: error/)
    expect(outcome.code).toBe(1)
    expect((await run(['-', ...unix], { stdin: 'WRONG' })).stdout).toMatch(/^<stdin>:1:1: error/)
  })

  test('standard input that is ignored', async () => {
    const files = { '.footlintignore': 'docs/' }
    const outcome = await run(['-', '--stdin-filename', 'docs/x.md', ...unix], { files, stdin: 'WRONG' })
    expect(outcome).toMatchObject({ code: 0, stdout: '' })
    expect(outcome.stderr).toContain('note: docs/x.md is not checked: .footlintignore')
    const ignores = { '.footlintrc.json': '{"ignores": ["docs/"]}' }
    const configured = await run(['-', '--stdin-filename', 'docs/x.md', ...unix], { files: ignores, stdin: 'WRONG' })
    expect(configured.stderr).toContain('note: docs/x.md is not checked: `ignores` of the configuration')
  })

  test('standard input that is no text', async () => {
    const outcome = await run(['-'], { stdin: Uint8Array.of(0x61, 0xff) })
    expect(outcome.stderr).toMatch(/^footlint: <stdin>: is not UTF-8: byte 0xff at offset 1 \(line 1\)/)
    expect(outcome.code).toBe(2)
  })

  test('a file that fails does not keep the others from being checked', async () => {
    const cwd = createFolder({ 'good.md': 'WRONG', 'latin.md': Uint8Array.of(0x0a, 0xe9, 0x0a), 'crash.md': 'CRASH' })
    mkdirSync(join(cwd, 'empty'))
    const { stdout, stderr, code } = await run(
      [...unix, 'good.md', 'latin.md', 'godo.md', 'empty', 'crash.md', '*.rst'],
      { cwd },
    )
    const lines = stdout.split('\n')
    expect(lines.slice(0, 5).map((line) => line.split(': ')[0])).toEqual(
      ['godo.md', 'empty', '*.rst', 'crash.md', 'latin.md'].map((path) => `${path}:1:1`),
    )
    expect(lines.slice(5)).toEqual(['good.md:1:1: error Unexpected `WRONG`, expected a better word [sample-wrong]', ''])
    expect(stderr).toContain('latin.md: is not UTF-8: byte 0xe9 at offset 1 (line 2), expected UTF-8 text; save it')
    expect(stderr).toContain('godo.md: does not exist, expected a file, a folder or a glob; did you mean good.md?\n')
    expect(stderr).toContain('empty: holds no document, expected at least one that is not ignored\n')
    expect(stderr).toContain('*.rst: matches no document, expected at least one that is not ignored\n')
    expect(stderr).toMatch(
      /crash\.md: the rule sample-crash broke on this file: TypeError: no idea what CRASH means \(at .*please report/,
    )
    expect(stderr.trimEnd().split('\n')).toHaveLength(5)
    expect(code).toBe(2)
  })

  test.skipIf(process.getuid?.() === 0)('a file that nobody may read', async () => {
    const cwd = createFolder({ 'a.md': 'fine' })
    chmodSync(join(cwd, 'a.md'), 0o000)
    const { stderr, code } = await run(['a.md'], { cwd })
    expect(stderr).toBe('footlint: a.md: cannot be read: permission denied, expected a file that you may read\n')
    expect(code).toBe(2)
  })

  test('patterns without a document are allowed on request', async () => {
    const outcome = await run(['--no-error-on-unmatched-pattern', '*.rst', '.'], { files: { 'x.png': '' } })
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
  })

  test('a named file that is ignored is noted, unless that is unwanted', async () => {
    const files = { 'a.md': 'WRONG', '.gitignore': 'a.md' }
    const noted = await run(['a.md'], { files })
    expect(noted.stderr).toBe('footlint: note: a.md is not checked: .gitignore (--no-ignore checks it)\n')
    expect(noted.code).toBe(0)
    expect((await run(['--no-warn-ignored', 'a.md'], { files })).stderr).toBe('')
    expect((await run(['--no-ignore', 'a.md'], { files })).code).toBe(1)
    const configured = { 'a.md': 'WRONG', '.footlintrc.json': '{"ignores": ["a.md"]}' }
    expect((await run(['a.md'], { files: configured })).stderr).toContain('`ignores` of the configuration')
    expect((await run(['.'], { files: configured })).stderr).toBe('')
    expect((await run(['--no-ignore', 'a.md'], { files: configured })).code).toBe(1)
  })
})
