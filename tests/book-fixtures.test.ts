import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintFiles } from '../src/project/api.ts'
import { unix } from '../src/reporters/unix.ts'
import { fixturesFolder } from './fixture-files.ts'

const isUpdate = process.env['UPDATE_FIXTURES'] === '1'
const cases = readdirSync(`${fixturesFolder}books`)

/** Each folder is a book with its configuration, and `expected.out` is what `--format unix` says of it. */
describe('books of fixtures/books', () => {
  test.each(cases)('%s', async (name) => {
    const cwd = `${fixturesFolder}books/${name}`
    const run = await lintFiles('.', { cwd })
    const found = unix(run, { color: false })
    const file = `${cwd}/expected.out`
    const expected = existsSync(file) ? readFileSync(file, 'utf8') : undefined
    expect(run.failures).toEqual([])
    if (isUpdate && found !== expected) writeFileSync(file, found)
    else expect(found).toBe(expected)
  })

  test.each(cases)('%s is judged alike whichever file is asked for', async (name) => {
    const cwd = `${fixturesFolder}books/${name}`
    const whole = await lintFiles('.', { cwd })
    for (const file of whole.files) {
      const { files } = await lintFiles(file.source.path, { cwd })
      expect(files).toEqual([file])
    }
  })
})
