import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const isInstalled = spawnSync('pre-commit', ['--version']).status === 0
if (!isInstalled) console.log('skipped: pre-commit is not installed (Debian: apt-get install pre-commit)')

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'footlint-pre-commit-')))
const [clone, work] = [join(folder, 'clone'), join(folder, 'work')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = { ...process.env, PRE_COMMIT_HOME: join(folder, 'home'), NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null' }
const call = (cwd: string, command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  return { code: status, output: stdout + stderr }
}
const git = (...args: string[]) => call(work, 'git', '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args)
const commit = () => {
  git('add', '--all')
  return git('commit', '--message', 'edit')
}
const write = (name: string, text: string) => writeFileSync(join(work, name), text)
const useHook = (hook: string) => {
  const { output } = call(clone, 'git', 'rev-parse', 'HEAD')
  const lines = ['repos:', `  - repo: ${clone}`, `    rev: ${output.trim()}`, '    hooks:', `      - ${hook}`, '']
  write('.pre-commit-config.yaml', lines.join('\n'))
}

describe.skipIf(!isInstalled)('pre-commit', () => {
  beforeAll(() => {
    call(folder, 'git', 'clone', '--quiet', '--no-hardlinks', root, clone)
    call(folder, 'git', 'init', '--quiet', work)
    useHook('id: footlint')
    expect(call(work, 'pre-commit', 'install').code).toBe(0)
  })

  test('refuses a fault in a path with spaces, and says where it is', () => {
    write('a b.md', 'One.[^1] Two.[^2]\n\n[^1]: Adam\n')
    const { code, output } = commit()
    expect(output).toContain('a b.md\n  1:14  error  `[^2]` has no entry, expected one  marker-undefined')
    expect(code).toBe(1)
  })

  test('passes a clean text, a deleted file and a file that is no document', () => {
    write('a b.md', 'One.[^1]\n\n[^1]: Adam\n')
    expect(commit()).toMatchObject({ code: 0, output: expect.stringContaining('Passed') as unknown })
    unlinkSync(join(work, 'a b.md'))
    expect(commit().code).toBe(0)
    write('a.js', 'x[1] [2]\n')
    expect(commit()).toMatchObject({ code: 0, output: expect.stringContaining('Skipped') as unknown })
  })

  test('fixes with --fix, and refuses once', () => {
    useHook('{ id: footlint, args: [--fix] }')
    write(
      'c.md',
      'One.[^1]\n\nTwo words [^2] more.\n\nThree.[^3] Four.[^4]\n\nFive.[^5] Six.[^6]\n\n[^1]: A\n\n[^2]: B\n\n[^3]: C\n\n[^4]: D\n\n[^5]: E\n\n[^6]: F\n',
    )
    const { code, output } = commit()
    expect(output).toContain('files were modified by this hook')
    expect(code).toBe(1)
    expect(readFileSync(join(work, 'c.md'), 'utf8')).toContain('Two words[^2] more.')
    expect(commit().code).toBe(0)
  })

  test('of the whole project runs for a bibliography alone', () => {
    useHook('id: footlint-project')
    expect(commit()).toMatchObject({ code: 0, output: expect.stringContaining('Skipped') as unknown })
    write('refs.bib', '@book{a, title = {A}}\n')
    expect(commit().output).toMatch(/footlint \(whole project\)\.+(Passed|Failed)/)
  })
})
