import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPlainOutput, writeWhole } from '../src/cli/whole-output.ts'
import { createFolder } from './world.ts'

describe.skipIf(process.platform === 'win32')('what is written in one piece', () => {
  const text = 'Überschrift[1]\n'.repeat(10_000)

  test('goes to a file without a stream', () => {
    const path = join(createFolder(), 'report.txt')
    const file = openSync(path, 'w')
    expect(isPlainOutput(file)).toBe(true)
    writeWhole(file, text, () => {
      throw new Error('no stream is needed')
    })
    closeSync(file)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  test('goes to the stream where it cannot be written', () => {
    const file = openSync(join(createFolder({ 'report.txt': '' }), 'report.txt'), 'r')
    const rest: Uint8Array[] = []
    writeWhole(file, text, () => ({ write: (bytes) => rest.push(bytes) }))
    closeSync(file)
    expect(Buffer.concat(rest).toString()).toBe(text)
  })

  test.each([
    ['the one that takes all', '/dev/null', true],
    ['another one, which may be a terminal', '/dev/zero', false],
  ])('a device: %s, %s', (_, path, isPlain) => {
    const file = openSync(path, 'w')
    expect(isPlainOutput(file)).toBe(isPlain)
    closeSync(file)
  })
})
