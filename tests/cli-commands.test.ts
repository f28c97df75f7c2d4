import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { renderHelp, renderOptionsTable } from '../src/cli/help.ts'
import { options } from '../src/cli/options.ts'
import { version } from '../src/version.ts'
import { run, writeFiles } from './world.ts'

vi.mock('../rules/index.ts', async () => ({ rules: (await import('./sample-rules.ts')).rules }))

describe('commands', () => {
  test('--help', async () => {
    const { stdout, code } = await run(['--help'])
    expect(code).toBe(0)
    expect(stdout).toBe(renderHelp())
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    await expect(stdout).toMatchFileSnapshot('snapshots/help.txt')
    expect((await run(['explain', '-h'])).stdout).toBe(stdout)
  })

  test('the table of the README has a row for every option', () => {
    const rows = renderOptionsTable().split('\n')
    expect(rows).toHaveLength(Object.keys(options).length + 2)
    expect(rows).toContain('| `-o, --output-file <file>` | write the report to a file |')
  })

  test('--version', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(version).toBe(manifest.version)
    expect((await run(['--version'])).stdout).toBe(`${version}\n`)
  })

  test('rules', async () => {
    const { stdout } = await run(['rules'])
    expect(stdout).toMatch(/^sample-wrong +error +No word is WRONG$/m)
    expect(stdout).toMatch(/^sample-doubtful +warning +safe fix +No word is DOUBTFUL$/m)
    expect(stdout).toMatch(/^directive-unused +warning/m)
    const listed = JSON.parse((await run(['rules', '--format', 'json'])).stdout) as unknown[]
    expect(listed).toContainEqual({
      id: 'sample-doubtful',
      summary: 'No word is DOUBTFUL',
      severity: 'warning',
      fixable: 'safe',
      url: 'https://example.org/sample-doubtful',
    })
  })

  test('explain says what there is to say where a rule has no page', async () => {
    const { stdout, code } = await run(['explain', 'directive-unused'])
    expect(stdout).toMatch(/^# directive-unused\n\nA directive has to silence something\. Severity: warning\.\n\n- /)
    expect(code).toBe(0)
  })

  test('init writes a configuration that is no error, once', async () => {
    const { cwd, stdout, code } = await run(['init'])
    expect(stdout).toBe('Wrote .footlintrc.yaml\n')
    expect(code).toBe(0)
    writeFiles(cwd, { 'a.md': 'WRONG' })
    expect((await run(['a.md'], { cwd })).code).toBe(1)
    const text = readFileSync(join(cwd, '.footlintrc.yaml'), 'utf8')
    const second = await run(['init'], { cwd })
    expect(second.stderr).toContain('there is a configuration already: .footlintrc.yaml')
    expect(second.code).toBe(2)
    expect(readFileSync(join(cwd, '.footlintrc.yaml'), 'utf8')).toBe(text)
  })

  test.each(['.footlintrc', 'footlint.config.mjs', 'package.json'])('init leaves %s alone', async (name) => {
    const { cwd, code } = await run(['init'], { files: { [name]: '{"footlint": {}}' } })
    expect(code).toBe(2)
    expect(existsSync(join(cwd, '.footlintrc.yaml'))).toBe(false)
  })

  test('--print-config', async () => {
    const files = { '.footlintrc.json': '{"rules": {"sample-wrong": "warning"}}' }
    const { stdout, code } = await run(['--print-config', 'docs/a.md'], { files })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      path: 'docs/a.md',
      rules: { 'sample-wrong': { severity: { value: 'warning', origin: '.footlintrc.json: rules.sample-wrong' } } },
    })
  })

  test('--config and --no-config', async () => {
    const files = {
      'a.md': 'WRONG',
      '.footlintrc.json': '{"rules": {"sample-wrong": "off"}}',
      'other.json': '{"rules": {"sample-wrong": "warning"}}',
    }
    expect((await run(['a.md'], { files })).code).toBe(0)
    expect((await run(['--no-config', 'a.md'], { files })).code).toBe(1)
    expect((await run(['-c', 'other.json', '--max-warnings=0', 'a.md'], { files })).code).toBe(1)
  })

  test('--debug candidates prints the verdicts in place of the report', async () => {
    const text = 'One [1], two [2], three [3] and [sic].\n\n## References\n\n[1] One\n\n[2] Two\n\n[3] Three\n'
    const { stdout, code } = await run(['--debug', 'candidates', 'a.md'], { files: { 'a.md': text } })
    expect(stdout).toMatch(/^a\.md:1:5: \[1\] bracket accepted: \S/)
    expect(stdout).not.toContain('Nothing to report')
    expect(code).toBe(0)
    const piped = await run(['--debug', 'candidates', '-'], { stdin: text })
    expect(piped.stdout).toMatch(/^<stdin>:1:5: /)
  })

  test('a mistake of our own is told with its stack', async () => {
    const stdout = {
      write() {
        throw new RangeError('broken stream')
      },
    }
    const written: string[] = []
    const { main } = await import('../src/cli/main.ts')
    const code = await main({
      argv: ['--version'],
      cwd: '/',
      stdin: (async function* () {})(),
      stdout,
      stderr: { write: (text: string) => written.push(text) },
      env: {},
    })
    expect(code).toBe(2)
    expect(written[0]).toMatch(/^footlint: internal error, please report it: https:/)
    expect(written.join('')).toMatch(/RangeError: broken stream\n +at /)
  })
})
