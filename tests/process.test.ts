import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { version } from '../src/version.ts'
import { createFolder } from './world.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { bin: { footlint: string } }
const bin = fromRoot(manifest.bin.footlint)

/** The command as it is installed. Without a build there is none. */
describe.skipIf(!existsSync(bin))('the built command', () => {
  const run = (argv: readonly string[], cwd: string, input = '') =>
    spawnSync(process.execPath, [bin, ...argv], { cwd, input, encoding: 'utf8' })

  test('checks files and sets the exit code', () => {
    const cwd = createFolder({ 'a.md': '<!-- footlint-disable-line -->\n', 'b.md': 'Nothing.\n' })
    const bad = run(['a.md', '-f', 'unix'], cwd)
    expect(bad.stdout).toMatch(/^a\.md:1:\d+: warning .*\[directive-unused\]\n$/)
    expect(bad.status).toBe(1)
    const good = run(['b.md'], cwd)
    expect(good).toMatchObject({ status: 0, stderr: '' })
    expect(good.stdout).toMatch(/^Nothing to report in 1 file/)
    expect(run(['c.md'], cwd).status).toBe(2)
  })

  test('reads standard input', () => {
    const { stdout, status } = run(['-', '-f', 'json'], createFolder(), 'Nothing.')
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: '<stdin>', findings: [] }] })
    expect(status).toBe(0)
  })

  test('knows its version, its rules and their pages', () => {
    const cwd = createFolder()
    expect(run(['--version'], cwd).stdout).toBe(`${version}\n`)
    const [first] = JSON.parse(run(['rules', '-f', 'json'], cwd).stdout) as { id: string }[]
    const page = run(['explain', first!.id], cwd)
    expect(page.stdout.startsWith(`# `)).toBe(true)
    expect(page.stdout).toContain(first!.id)
  })

  test('keeps its compiled code, if it may, and says the same with it and without', () => {
    const cwd = createFolder({
      'a.md': `One.[1] Two.[3]\n\n[1]: Adam\n\n-\n\n      x[2]\n`,
      'footlint.config.mjs': 'export default {}',
    })
    const folder = createFolder()
    // Not read by hand: the parser is a part of its own.
    const lint = (env: Readonly<Record<string, string>>, ...argv: string[]) => {
      const given = { ...process.env, NODE_DISABLE_COMPILE_CACHE: undefined, NODE_COMPILE_CACHE: folder, ...env }
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
        cwd,
        env: given,
        encoding: 'utf8',
      })
      return { status, stdout, stderr }
    }
    const kept = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /footlint.*\.bin$/.test(path))
    expect(lint({}, '--version').status).toBe(0)
    expect(lint({}, 'no-such-file.md').status).toBe(2)
    const without = lint({ NODE_DISABLE_COMPILE_CACHE: '1' }, '.')
    expect(kept()).toEqual([])
    expect(without).toMatchObject({ status: 1, stderr: '' })
    expect(lint({}, '.')).toEqual(without)
    // The first run takes longer than those that follow, which have it kept once more.
    expect(lint({}, '.')).toEqual(without)
    const file = join(
      folder,
      kept().find((path) => path.endsWith('-run.js.bin'))!,
    )
    const { mtimeMs } = statSync(file)
    expect(lint({}, '.')).toEqual(without)
    expect(statSync(file).mtimeMs).toBe(mtimeMs)
    writeFileSync(file, readFileSync(file).subarray(0, -9))
    expect(lint({}, '.')).toEqual(without)
    expect(statSync(file).mtimeMs).not.toBe(mtimeMs)
    // What is kept of a folder is not for one file.
    const long = kept()
    expect(long.every((path) => path.includes('-long-'))).toBe(true)
    expect(lint({}, 'a.md')).toEqual(without)
    const short = kept().filter((path) => !long.includes(path))
    expect(short).toEqual(long.map((path) => path.replace('-long-', '-short-')))
  })

  test('a reader that goes away is no error', { timeout: 20_000 }, async () => {
    const text = '<!-- footlint-disable-line -->\n\n'.repeat(2_000)
    const child = spawn(process.execPath, [bin, 'a.md'], { cwd: createFolder({ 'a.md': text }) })
    const stderr: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => {
      child.once('exit', resolve)
    })
    expect(Buffer.concat(stderr).toString()).toBe('')
    expect(code).toBe(1)
  })

  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    '%s leaves every file old or new, and nothing beside it',
    { timeout: 60_000 },
    async (signal) => {
      const old = `${'The harbour was dredged.[1] '.repeat(200)}Two. [2] Three.[3]\n\n[1] A.\n\n[2] B.\n\n[3] C.\n`
      const names = Array.from({ length: 150 }, (_, index) => `${index}.md`)
      const cwd = createFolder(Object.fromEntries(names.map((name) => [name, old])))
      const child = spawn(process.execPath, [bin, '--fix', '--no-config'], { cwd, stdio: 'ignore' })
      const ended = new Promise<string | null>((resolve) => {
        child.once('exit', (_code, how) => resolve(how))
      })
      const count = () => names.filter((name) => readFileSync(join(cwd, name), 'utf8') !== old).length
      while (count() < 5 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5))
      child.kill(signal)
      expect(await ended).toBe(signal)
      const fixed = old.replace('Two. [2]', 'Two.[2]')
      expect(readdirSync(cwd).toSorted()).toEqual(names.toSorted())
      expect(new Set(names.map((name) => readFileSync(join(cwd, name), 'utf8')))).toEqual(new Set([old, fixed]))
    },
  )
})
