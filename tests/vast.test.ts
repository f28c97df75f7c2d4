import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { isVast } from '../src/project/vast.ts'
import { createFolder } from './world.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const bin = fromRoot('dist/bin/footlint.js')

/** A fault, and so many brackets that nobody closes. */
const textOf = (brackets: number) => `One.[^1] Two.[^2]\n\n[^1]: Adam\n\n${'[ '.repeat(brackets)}\n`

describe('a document that may need more memory than Node gives to a process', () => {
  test('is one of many brackets, or of many characters', () => {
    expect(isVast('[1] '.repeat(249_999))).toBe(false)
    expect(isVast('[1] '.repeat(250_000))).toBe(true)
    expect(isVast('a'.repeat(16_000_000))).toBe(false)
    expect(isVast('a'.repeat(16_000_001))).toBe(true)
  })

  /** Threads run what was built; without a build there are none. */
  test.skipIf(!existsSync(bin))('is read in a thread of its own, and said the same of as elsewhere', () => {
    const cwd = createFolder({ 'a.md': 'One.[^1]\n', 'b.md': textOf(300_000), 'c.md': textOf(1) })
    const run = (...argv: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, '.', ...argv], { cwd, encoding: 'utf8' })
      return { status, stdout, stderr }
    }
    const here = run('-f', 'unix', '--concurrency', 'off')
    expect(here.status).toBe(1)
    expect(here.stdout).toMatch(/^b\.md:1:14: error `\[\^2\]` .*\nc\.md:1:14: error /)
    expect(run('-f', 'unix')).toEqual(here)
    expect(run('-f', 'unix', '--concurrency', '2', '--cache')).toEqual(here)
    expect(run('-f', 'unix', '--cache')).toEqual(here)
    // Four times for three files: the thread reads its own once more.
    expect(run('--timing').stderr).toMatch(/^reading files +[\d.]+ +[\d.]+ % +4$/m)
  })

  test.skipIf(!existsSync(bin))('leaves compiled code that the next run can use', () => {
    const cwd = createFolder({ 'b.md': textOf(300_000) })
    const kept = join(cwd, 'kept')
    const keptAfterRun = () => {
      spawnSync(process.execPath, [bin, 'b.md'], { cwd, env: { ...process.env, NODE_COMPILE_CACHE: kept } })
      const files = readdirSync(kept, { recursive: true, encoding: 'utf8' })
      return files.map((file) => [file, statSync(join(kept, file)).mtimeMs])
    }
    // The second one keeps more of it than the first, and one that took twice as long by chance more than that.
    const runs = Array.from({ length: 5 }, keptAfterRun)
    expect(runs[0]!.length).toBeGreaterThan(3)
    expect(runs.slice(1).some((files, index) => isDeepStrictEqual(files, runs[index]))).toBe(true)
  })

  test.skipIf(!existsSync(bin))('makes one clear failure where there is too little memory for it', () => {
    const script = `
      import { lintWithRoom } from ${JSON.stringify(fromRoot('dist/src/project/room.js'))}
      const options = { cwd: process.cwd(), config: false }
      const room = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 3 }
      const failures = await lintWithRoom({ path: 'long.md' }, options, () => {}, room)
      console.log(JSON.stringify(failures))`
    const text = `${'The gate[1] and the lock[2] '.repeat(100_000)}\n\n## References\n\n[1] Adam\n\n[2] Eve\n`
    const cwd = createFolder({ 'long.md': text, 'lint.mjs': script })
    const { stdout, stderr } = spawnSync(process.execPath, ['lint.mjs'], { cwd, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual([
      {
        path: 'long.md',
        message:
          'needs more memory than there is for a document, expected fewer markers and entries; cut it into several documents',
      },
    ])
  })
})
