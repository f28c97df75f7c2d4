import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { decodeSource } from '../src/project/read.ts'
import { replaceSource } from '../src/project/write.ts'
import type { Source } from '../src/source.ts'
import { createFolder, run } from './world.ts'

const faulty =
  'One.[1] Two. [2] Three.[3] Four.[4] Five.[5]\n\n## References\n\n[1] A.\n\n[2] B.\n\n[3] C.\n\n[4] D.\n\n[5] E.\n'
const mended = faulty.replace('Two. [2]', 'Two.[2]')

const sourceOf = (folder: string, path: string): Source => decodeSource(path, readFileSync(join(folder, path)))
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

describe('a file that is replaced', () => {
  test('keeps its mode, its byte order mark, its line ends and what it ends with', async () => {
    const content = `\uFEFF${faulty.replaceAll('\n', '\r\n').trimEnd()}`
    const cwd = createFolder({ 'a.md': content })
    chmodSync(join(cwd, 'a.md'), 0o640)
    expect(await run(['--fix', 'a.md'], { cwd })).toMatchObject({ code: 0 })
    expect(read(cwd, 'a.md')).toBe(content.replace('Two. [2]', 'Two.[2]'))
    expect(statSync(join(cwd, 'a.md')).mode & 0o7777).toBe(0o640)
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  test.runIf(process.getuid?.() === 0)('keeps its owner', () => {
    const cwd = createFolder({ 'a.md': 'Old.\n' })
    spawnSync('chown', ['1234:4321', join(cwd, 'a.md')])
    chmodSync(join(cwd, 'a.md'), 0o4755)
    replaceSource(sourceOf(cwd, 'a.md'), 'New.\n', cwd)
    expect(statSync(join(cwd, 'a.md'))).toMatchObject({ uid: 1234, gid: 4321 })
    expect(statSync(join(cwd, 'a.md')).mode & 0o7777).toBe(0o4755)
  })

  test('that nothing is wrong with is not touched', async () => {
    const cwd = createFolder({ 'a.md': mended })
    const before = statSync(join(cwd, 'a.md'))
    await run(['--fix'], { cwd })
    expect(statSync(join(cwd, 'a.md'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
  })

  test('behind symbolic links is the file itself', async () => {
    const cwd = createFolder({ 'docs/real.md': faulty })
    symlinkSync('docs/real.md', join(cwd, 'link.md'))
    symlinkSync('link.md', join(cwd, 'again.md'))
    expect(await run(['--fix', 'again.md'], { cwd })).toMatchObject({ code: 0 })
    expect(read(cwd, 'docs/real.md')).toBe(mended)
    expect(lstatSync(join(cwd, 'again.md')).isSymbolicLink()).toBe(true)
    expect(readdirSync(join(cwd, 'docs'))).toEqual(['real.md'])
  })

  test('leaves another name of it as it was', () => {
    const cwd = createFolder({ 'a.md': 'Old.\n' })
    linkSync(join(cwd, 'a.md'), join(cwd, 'b.md'))
    replaceSource(sourceOf(cwd, 'a.md'), 'New.\n', cwd)
    expect([read(cwd, 'a.md'), read(cwd, 'b.md')]).toEqual(['New.\n', 'Old.\n'])
  })

  test('is left alone when somebody changed it, be it to the same length', () => {
    const cwd = createFolder({ 'a.md': 'Old.\n' })
    const before = sourceOf(cwd, 'a.md')
    const { mtime } = statSync(join(cwd, 'a.md'))
    writeFileSync(join(cwd, 'a.md'), 'Odd.\n')
    spawnSync('touch', ['-d', mtime.toISOString(), join(cwd, 'a.md')])
    expect(() => replaceSource(before, 'New.\n', cwd)).toThrow('was changed by somebody else while it was checked')
    expect(read(cwd, 'a.md')).toBe('Odd.\n')
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  test('is left alone when it is gone or a folder', () => {
    const cwd = createFolder({ 'a.md': 'Old.\n', 'b.md/c.md': '' })
    const before = sourceOf(cwd, 'a.md')
    expect(() => replaceSource({ ...before, path: 'none.md' }, 'New.\n', cwd)).toThrow(
      'cannot be written: it is gone; it is as it was',
    )
    expect(() => replaceSource({ ...before, path: 'b.md' }, 'New.\n', cwd)).toThrow('it is no regular file')
  })

  test('that is read-only is one clear line, and the others are fixed', async () => {
    const cwd = createFolder({ 'a.md': faulty, 'b.md': faulty })
    chmodSync(join(cwd, 'a.md'), 0o444)
    const { code, stderr, stdout } = await run(['--fix', '-f', 'unix'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('footlint: a.md: cannot be written: it is read-only; it is as it was\n')
    expect(stderr).toContain('footlint: fixed 1 problem in 1 file: marker-spacing 1\n')
    expect(stdout).toContain('a.md:1:14: error')
    expect([read(cwd, 'a.md'), read(cwd, 'b.md')]).toEqual([faulty, mended])
  })
})

const isRoot = process.getuid?.() === 0

/** A file system of its own, where one may be mounted. */
function mount(options: string): string | undefined {
  const folder = createFolder()
  if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return undefined
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

describe('a disk', () => {
  test('without space leaves the old file and nothing beside it', ({ skip }) => {
    const cwd = mount('size=64k') ?? skip()
    writeFileSync(join(cwd, 'a.md'), 'Old.\n'.repeat(7000))
    const before = sourceOf(cwd, 'a.md')
    expect(() => replaceSource(before, `${before.text}New.\n`, cwd)).toThrow(
      'cannot be written: there is no space left on its disk; it is as it was',
    )
    expect(read(cwd, 'a.md')).toBe(before.text)
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  test('that is read-only is one clear line', ({ skip }) => {
    const cwd = mount('size=64k') ?? skip()
    writeFileSync(join(cwd, 'a.md'), 'Old.\n')
    spawnSync('mount', ['-o', 'remount,ro', cwd])
    expect(() => replaceSource(sourceOf(cwd, 'a.md'), 'New.\n', cwd)).toThrow(
      'cannot be written: its file system is read-only; it is as it was',
    )
    expect(read(cwd, 'a.md')).toBe('Old.\n')
  })
})

test.runIf(isRoot)('a folder that is read-only is one clear line', () => {
  const cwd = createFolder({ 'docs/a.md': 'Old.\n' })
  chmodSync(cwd, 0o755)
  chmodSync(join(cwd, 'docs/a.md'), 0o666)
  chmodSync(join(cwd, 'docs'), 0o555)
  process.seteuid!(65_534)
  try {
    const before = sourceOf(cwd, 'docs/a.md')
    expect(() => replaceSource(before, 'New.\n', cwd)).toThrow(
      'cannot be written: its folder may not be written to; it is as it was',
    )
  } finally {
    process.seteuid!(0)
  }
  expect(read(cwd, 'docs/a.md')).toBe('Old.\n')
})
