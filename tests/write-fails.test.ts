import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type * as FileSystem from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { decodeSource } from '../src/project/read.ts'
import { replaceSource } from '../src/project/write.ts'
import { createFolder } from './world.ts'

/** Which step fails, and of what: a disk without space cannot be had everywhere. */
const failing = vi.hoisted(() => ({ step: '', code: '' }))

vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>()
  const failAt = (step: string) => {
    if (failing.step === step) throw Object.assign(new Error(failing.code), { code: failing.code })
  }
  return {
    ...original,
    // A part is written before the disk is full.
    writeSync(file: number, bytes: Buffer, at: number) {
      const written = original.writeSync(file, bytes.subarray(at, at + 10))
      if (at > 0) failAt('write')
      return written
    },
    fsyncSync(file: number) {
      failAt('flush')
      original.fsyncSync(file)
    },
    renameSync(from: string, to: string) {
      failAt('rename')
      original.renameSync(from, to)
    },
  }
})

test.each([
  ['write', 'ENOSPC', 'there is no space left on its disk'],
  ['write', 'EDQUOT', 'there is no space left for this user'],
  ['flush', 'EIO', 'its disk reports an error'],
  ['rename', 'EACCES', 'its folder may not be written to'],
])('to %s fails with %s: the old file stays, and nothing beside it', (step, code, reason) => {
  const text = 'The gate is older than the town.\n'
  const cwd = createFolder()
  writeFileSync(join(cwd, 'a.md'), text)
  const source = decodeSource('a.md', readFileSync(join(cwd, 'a.md')))
  Object.assign(failing, { step, code })
  expect(() => replaceSource(source, `${text}New.\n`, cwd)).toThrow(`cannot be written: ${reason}; it is as it was`)
  Object.assign(failing, { step: '', code: '' })
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text)
  expect(readdirSync(cwd)).toEqual(['a.md'])
  replaceSource(source, `${text}New.\n`, cwd)
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(`${text}New.\n`)
})
