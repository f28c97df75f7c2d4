import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLines, writeLines } from '../src/project/cache-file.ts'
import { fixtures } from './fixture-files.ts'
import { createFolder, run, writeFiles } from './world.ts'
import type { Files } from './world.ts'

const faulty = 'One.[^1] Two.[^2]\n\n[^1]: Adam\n'
const isKept = ({ stdout }: { readonly stdout: string }) => stdout.includes('kept: ')
const clean = 'One.[^1]\n\n[^1]: Adam\n'
const json = ['.', '-f', 'json', '--concurrency', 'off']

/** Paths of the files whose results are kept in a folder. */
const kept = (cwd: string, file = '.footlintcache') => [...readLines(join(cwd, file)).keys()].toSorted()

/** Puts other words into what is kept, so that a test can tell where a message comes from. */
function forge(cwd: string): void {
  const file = join(cwd, '.footlintcache')
  const lines = [...readLines(file)]
  writeLines(file, new Map(lines.map(([path, line]) => [path, line.replaceAll('"message":"', '"message":"kept: ')])))
}

const lineOf = (cwd: string, path: string) => readLines(join(cwd, '.footlintcache')).get(path)!

/** A rule of somebody else's, as `defineRule` makes it. */
const plugin = `
import * as v from '${new URL('../node_modules/valibot/dist/index.mjs', import.meta.url).href}'
export default { id: 'nothing', summary: 'Nothing', severity: 'error', recommended: 'error', fixable: undefined,
  options: v.strictObject({}), messages: {}, check: () => [] }`

describe('a run with a cache', () => {
  test('says what a run without says, the first time and later', async () => {
    const files: Files = Object.fromEntries(
      fixtures.map(({ path, content }, index) => [`${index % 7}/${index}-${basename(path)}`, content]),
    )
    const cwd = createFolder(files)
    const expected = await run(json, { cwd })
    expect(JSON.parse(expected.stdout)).toMatchObject({ summary: { files: expect.any(Number) as number } })
    for (const strategy of ['content', 'content', 'metadata']) {
      // oxlint-disable-next-line no-await-in-loop -- one builds on the other
      expect(await run([...json, '--cache', '--cache-strategy', strategy], { cwd })).toEqual(expected)
    }
    expect(kept(cwd).length).toBeGreaterThan(fixtures.length / 2)
  })

  test('takes what is kept as long as text and settings are the same', async () => {
    const cwd = createFolder({ 'a.md': faulty, 'b.md': clean })
    const argv = ['.', '-f', 'unix', '--cache']
    await run(argv, { cwd })
    forge(cwd)
    expect(isKept(await run(argv, { cwd }))).toBe(true)
    // Another severity, another path, another folder: other settings, other results.
    expect(isKept(await run([...argv, '--rule', 'marker-gap:off'], { cwd }))).toBe(false)
    forge(cwd)
    writeFiles(cwd, { '.footlintrc.json': '{ "rules": { "marker-undefined": "warning" } }' })
    const configured = await run(argv, { cwd })
    expect(configured.stdout).toContain('warning')
    expect(isKept(configured)).toBe(false)
  })

  test('reads a file anew that has other content', async () => {
    const cwd = createFolder({ 'a.md': faulty })
    await run(['a.md', '--cache'], { cwd })
    forge(cwd)
    writeFiles(cwd, { 'a.md': clean })
    expect((await run(['a.md', '--cache'], { cwd })).code).toBe(0)
    writeFiles(cwd, { 'a.md': faulty })
    const again = await run(['a.md', '--cache', '-f', 'unix'], { cwd })
    expect(again.stdout).toContain('[marker-undefined]')
    expect(isKept(again)).toBe(false)
  })

  test('believes size and times only where it is told to, and never those of just now', async () => {
    const now = createFolder({ 'a.md': clean })
    const metadata = ['a.md', '--cache', '--cache-strategy', 'metadata']
    await run(metadata, { cwd: now })
    expect(lineOf(now, 'a.md').split('\t')[3]).toBe('')
    const stamped = lineOf(now, 'a.md').replace(/\t\t$/, '\t1-1-1\t')
    writeLines(join(now, '.footlintcache'), new Map([['a.md', stamped]]))
    writeFiles(now, { 'a.md': faulty })
    expect((await run(metadata, { cwd: now })).code).toBe(1)
  })

  test.each([
    ['garbage', () => 'no cache'],
    ['nothing', () => ''],
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['a changed letter', (text: string) => text.replace('message', 'massage')],
    ['another version', (text: string) => text.replace(/ \d+\.\d+\.\d+ /, ' 99.0.0 ')],
    ['another build', (text: string) => text.replace(/( \d+\.\d+\.\d+) /, '$1+another ')],
    ['bytes that are no text', (text: string) => Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from(text)])],
  ])('takes a cache of %s for none', async (_, change) => {
    const cwd = createFolder({ 'a.md': faulty })
    const argv = ['a.md', '-f', 'json', '--cache']
    const expected = await run(argv, { cwd })
    const file = join(cwd, '.footlintcache')
    writeFileSync(file, change(readFileSync(file, 'utf8')))
    expect([...readLines(file)]).toEqual([])
    expect(await run(argv, { cwd })).toEqual(expected)
    expect(kept(cwd)).toEqual(['a.md'])
  })

  test('does without where it cannot be written', async () => {
    const cwd = createFolder({ 'a.md': clean, file: '' })
    const outcome = await run(['a.md', '--cache', '--cache-location', 'file/cache'], { cwd })
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(cwd)).toEqual(['a.md', 'file'])
  })

  test('keeps no result that depends on more than the file and its settings', async () => {
    const cwd = createFolder({
      'alone.md': clean,
      'mail.md': 'Write to eve@example.org. One.[^1]\n\n[^1]: Adam\n',
      'cites/paper.md': '---\nbibliography: refs.bib\n---\n\nAs @eve2020 says.\n',
      'cites/refs.bib': '@book{eve2020, title = {Apples}}\n',
      'book/one.md': clean,
      'book/two.md': clean,
      'book/.footlintrc.json': '{ "project": { "files": ["*.md"], "scope": "book" } }',
      'plugged/.footlintrc.json': '{ "plugins": ["./own.mjs"], "rules": { "own/nothing": "error" } }',
      'plugged/own.mjs': plugin,
      'plugged/a.md': clean,
      'plain/a.md': clean,
    })
    await run(['.', '--cache'], { cwd })
    expect(kept(cwd)).toEqual(['alone.md', 'mail.md', 'plain/a.md'])
    // A project that appears names bibliographies for documents that may cite.
    forge(cwd)
    writeFiles(cwd, { '_quarto.yml': 'bibliography: cites/refs.bib\n' })
    await run(['.', '--cache'], { cwd })
    expect(kept(cwd)).toEqual(['alone.md', 'plain/a.md'])
  })

  test('keeps what others have kept, and forgets files that are gone', async () => {
    const files = { 'a.md': clean, 'b.md': clean, 'c.md': clean }
    const cwd = createFolder(files)
    await run(['a.md', '--cache'], { cwd })
    await run(['b.md', 'c.md', '--cache'], { cwd })
    expect(kept(cwd)).toEqual(['a.md', 'b.md', 'c.md'])
    rmSync(join(cwd, 'a.md'))
    writeFiles(cwd, { 'b.md': faulty })
    await run(['.', '--cache'], { cwd })
    expect(kept(cwd)).toEqual(['b.md', 'c.md'])
  })

  test('lies where it is told to, also from another folder', async () => {
    const cwd = createFolder({ 'docs/a.md': faulty })
    mkdirSync(join(cwd, 'caches'))
    await run(['.', '--cache', '--cache-location', '../caches'], { cwd: join(cwd, 'docs') })
    expect(kept(cwd, 'caches/.footlintcache')).toEqual(['../docs/a.md'])
    await run(['.', '--cache', '--cache-location', 'caches/own'], { cwd })
    expect(kept(cwd, 'caches/own')).toEqual(['../docs/a.md'])
  })

  test('fixes nothing where nothing was found, and the rest as ever', async () => {
    const cwd = createFolder({ 'a.md': 'One.[^1][^1]\n\n[^1]: Adam\n', 'b.md': clean })
    await run(['.', '--cache'], { cwd })
    const fixed = await run(['.', '--cache', '--fix'], { cwd })
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(clean)
    expect(fixed.stdout).toContain('2 files')
    expect((await run(['.', '--cache'], { cwd })).code).toBe(0)
  })

  test.each([
    [['--cache-strategy', 'metadata'], '--cache-strategy is about the cache, expected --cache with it'],
    [['--cache', '--cache-strategy', 'size'], '--cache-strategy size, expected content or metadata'],
    [['--concurrency', '0'], '--concurrency 0, expected auto, off or a number from 1 to 999'],
  ])('says of %j what is wrong with it', async (argv, message) => {
    expect(await run(argv)).toMatchObject({ code: 2, stderr: `footlint: ${message}\n` })
  })
})
