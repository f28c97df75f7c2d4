import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { fixtures } from './fixture-files.ts'
import { createFolder } from './world.ts'

const fromRoot = (path: string) => new URL(`../${path}`, import.meta.url)
const bin = fileURLToPath(fromRoot('dist/bin/footlint.js'))

/** A rule that ends its thread where a text asks for it. */
const plugin = `
import { defineRule } from '${fromRoot('dist/src/index.js').href}'
import * as v from '${fromRoot('node_modules/valibot/dist/index.mjs').href}'
export const end = defineRule({
  id: 'end', summary: 'Ends', severity: 'error', options: v.strictObject({}), messages: {},
  check({ document }) {
    if (document.source.text.includes('end it')) process.exit(7)
    return []
  },
})`

/** Threads run what was built; without a build there are none. */
describe.skipIf(!existsSync(bin))('threads', () => {
  const run = (cwd: string, ...argv: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, '.', ...argv], { cwd, encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  test('say what one says, in the same order, whatever their number', () => {
    const some = fixtures.filter((_, index) => index % 5 === 0)
    const cwd = createFolder({
      ...Object.fromEntries(
        some.map(({ path, content }, index) => [`${index % 3}/${index}-${basename(path)}`, content]),
      ),
      'bytes.md': new Uint8Array([0x41, 0xff]),
      'mark.md': '\uFEFFOne.[^1]\n',
      'cites/refs.bib': '@book{eve2020, title = {Apples}}\n',
      'cites/paper.md': '---\nbibliography: refs.bib\n---\n\nAs @eve2021 says.\n',
      'book/.footlintrc.json': '{ "project": { "files": ["*.md"], "scope": "book" } }',
      'book/one.md': 'One.[^1]\n',
    })
    const alone = run(cwd, '-f', 'json', '--concurrency', 'off')
    expect(alone.stderr).toContain('bytes.md')
    const timed = run(cwd, '-f', 'json', '--concurrency', '3', '--cache', '--timing')
    expect({ ...timed, stderr: alone.stderr }).toEqual(alone)
    expect(timed.stderr).toMatch(/^rule marker-gap +[\d.]+ +[\d.]+ % +\d{2,}$/m)
    expect(timed.stderr).toContain('The times of 3 threads are added up; ')
    expect(run(cwd, '-f', 'json', '--concurrency', '3', '--cache')).toEqual(alone)
  })

  test('that end are replaced, and only the file that ended them is lost', () => {
    const cwd = createFolder({
      '.footlintrc.json': '{ "plugins": ["./own.mjs"], "rules": { "own/end": "error" } }',
      'own.mjs': plugin,
      'a.md': 'One.[^1] Two.[^2]\n\n[^1]: Adam\n',
      'b.md': 'Please, end it.\n',
      'c.md': 'One.[^1] Two.[^2]\n\n[^1]: Adam\n',
    })
    const { status, stdout, stderr } = run(cwd, '-f', 'unix', '--concurrency', '2')
    expect(stderr).toMatch(/^footlint: b\.md: footlint broke on this file: its thread ended with code 7; [^\n]*\n$/)
    expect(stdout).toMatch(/^b\.md:1:1: error footlint broke .*\na\.md:.*\nc\.md:.*\n$/)
    expect(status).toBe(2)
  })
})
