import { chmodSync, readFileSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeSource } from '../src/project/read.ts'
import { replaceSources } from '../src/project/write-all.ts'
import { createFolder } from './world.ts'

const old = { 'a.md': 'Old a.\n', 'b.md': 'Old b.\n', 'c.md': 'Old c.\n' }
const names = Object.keys(old)

const contentsOf = (cwd: string) =>
  Object.fromEntries(names.map((path) => [path, readFileSync(join(cwd, path), 'utf8')]))

/** The new texts of all files but the last one, which is only looked at. */
const replacements = (cwd: string) =>
  names.map((path) => {
    const before = decodeSource(path, readFileSync(join(cwd, path)))
    return { before, text: path === 'c.md' ? before.text : before.text.replace('Old', 'New') }
  })

describe('files that are replaced together', () => {
  test('are all new afterwards, and nothing is left beside them', () => {
    const cwd = createFolder(old)
    replaceSources(replacements(cwd), cwd)
    expect(contentsOf(cwd)).toEqual({ 'a.md': 'New a.\n', 'b.md': 'New b.\n', 'c.md': 'Old c.\n' })
    expect(readdirSync(cwd).toSorted()).toEqual(names)
  })

  test.each(names)('are left alone where %s has changed meanwhile', (path) => {
    const cwd = createFolder(old)
    const files = replacements(cwd)
    writeFileSync(join(cwd, path), 'Odd.\n')
    expect(() => replaceSources(files, cwd)).toThrow(
      expect.objectContaining({
        path,
        message: expect.stringMatching(
          /^was changed by somebody else while it was checked.*; no file of its book is written$/,
        ),
      }),
    )
    expect(contentsOf(cwd)).toEqual({ ...old, [path]: 'Odd.\n' })
    expect(readdirSync(cwd).toSorted()).toEqual(names)
  })

  test('are left alone where one is read-only', () => {
    const cwd = createFolder(old)
    chmodSync(join(cwd, 'b.md'), 0o444)
    expect(() => replaceSources(replacements(cwd), cwd)).toThrow(
      'cannot be written: it is read-only; it is as it was; no file of its book is written',
    )
    expect(contentsOf(cwd)).toEqual(old)
    expect(readdirSync(cwd).toSorted()).toEqual(names)
  })

  test('may not be one file under two names', () => {
    const cwd = createFolder({ 'a.md': old['a.md'], 'c.md': old['c.md'] })
    symlinkSync('a.md', join(cwd, 'b.md'))
    expect(() => replaceSources(replacements(cwd), cwd)).toThrow('is the same file as a.md; it is as it was')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(old['a.md'])
  })

  test('are put back where one cannot take its name', () => {
    const cwd = createFolder(old)
    const rename: typeof renameSync = (from, to) => {
      if (basename(String(to)) === 'b.md') throw Object.assign(new Error('no'), { code: 'EIO' })
      renameSync(from, to)
    }
    expect(() => replaceSources(replacements(cwd), cwd, rename)).toThrow(
      expect.objectContaining({
        path: 'b.md',
        message: 'cannot be written: its disk reports an error; it is as it was; no file of its book is written',
      }),
    )
    expect(contentsOf(cwd)).toEqual(old)
    expect(readdirSync(cwd).toSorted()).toEqual(names)
  })

  test('are named where they cannot be put back, with the place of the old one', () => {
    const cwd = createFolder(old)
    let count = 0
    const rename: typeof renameSync = (from, to) => {
      if (count++ > 0) throw Object.assign(new Error('no'), { code: 'EIO' })
      renameSync(from, to)
    }
    expect(() => replaceSources(replacements(cwd), cwd, rename)).toThrow(
      /^cannot be written: its disk reports an error; it is as it was, but these are new and could not be put back: a\.md \(the old one is .*\.a\.md\.\w+\.tmp\)$/,
    )
    expect(contentsOf(cwd)).toEqual({ ...old, 'a.md': 'New a.\n' })
    const [copy, ...others] = readdirSync(cwd).filter((name) => !names.includes(name))
    expect(others).toEqual([])
    expect(readFileSync(join(cwd, copy!), 'utf8')).toBe(old['a.md'])
  })
})
