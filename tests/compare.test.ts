import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyFixes, lint } from '../src/index.ts'
import { lost, lostLine, whole } from './git-articles.ts'
import { createRepository } from './git-folder.ts'
import { createFolder, run, writeFiles } from './world.ts'

async function compare(args: readonly string[], cwd: string) {
  const { stdout, stderr, code } = await run(['compare', '--format', 'unix', ...args], { cwd })
  return { lines: stdout.split('\n').filter((line) => line !== ''), stderr, code }
}

describe('footlint compare', () => {
  test('compares two files, by one rule alone', async () => {
    const cwd = createFolder({ 'article.md': `${lost}\nOld.[^7]\n`, 'old.txt': `${whole}\nOld.[^7]\n` })
    expect(await compare(['old.txt', 'article.md'], cwd)).toEqual({ lines: [lostLine], code: 1, stderr: '' })
    expect(await compare(['article.md', 'article.md'], cwd)).toEqual({ lines: [], code: 0, stderr: '' })
  })

  test('compares a file of a commit with a file, and two commits', async () => {
    const { folder, git, write } = createRepository({ 'docs/article.md': whole, 'b.md': whole })
    git('tag', 'v1')
    write({ 'docs/article.md': lost, 'b.md': lost })
    git('commit', '--quiet', '--all', '--message', 'edit')
    const docs = join(folder, 'docs')
    expect((await compare(['v1:docs/article.md', 'article.md'], docs)).lines).toEqual([lostLine])
    expect((await compare(['v1:./article.md', 'HEAD:./article.md'], docs)).lines).toEqual([lostLine])
    // What is on the disk plays no part.
    write({ 'docs/article.md': whole, 'b.md': whole })
    const both = ['b.md', 'docs/article.md'].map((path) => lostLine.replace('article.md', path))
    expect((await compare(['v1', 'main'], folder)).lines).toEqual(both)
    expect((await compare(['v1', 'main', 'docs'], folder)).lines).toEqual(both.slice(1))
    expect((await compare(['main', 'v1'], folder)).lines.map((line) => line.replace(/:.*?: /, ' '))).toEqual([
      'b.md info `[^2]` was not here before [marker-lost]',
      'docs/article.md info `[^2]` was not here before [marker-lost]',
    ])
  })

  test('says in one line what it cannot compare', async () => {
    const { folder, write } = createRepository({ 'article.md': whole })
    write({ 'latin.md': Buffer.from([0x66, 0xe9, 0x2e]) })
    mkdirSync(join(folder, 'docs'))
    const said = async (...args: string[]) => {
      const { code, stderr } = await compare(args, folder)
      return `${code} ${stderr.split('\n')[0]}`
    }
    expect(await said('article.md')).toBe('2 footlint: `footlint compare` compares two texts, found 1')
    expect(await said('article.md', 'gone.md')).toBe(
      '2 footlint: gone.md: neither a file nor a commit, expected two files, or two commits',
    )
    expect(await said('main', 'nowhere')).toBe(
      '2 footlint: nowhere: neither a file nor a commit, expected two files, or two commits',
    )
    expect(await said('main:gone.md', 'article.md')).toBe(
      '2 footlint: main:gone.md: there is no such file in main, expected one',
    )
    expect(await said('main', 'docs')).toBe(
      '2 footlint: docs: neither a file nor a commit, expected two files, or two commits',
    )
    expect(await said('latin.md', 'article.md')).toMatch(
      /^2 footlint: article\.md: cannot be compared: latin\.md is not UTF-8: byte 0xe9/,
    )
    expect(await said('--translation', 'main', 'main')).toBe(
      '2 footlint: main: neither a file nor a commit, expected two files, or two commits',
    )
  })
})

const source = `The road was begun in May 1825.[1] It was to reach the coast by the autumn.[2]

The regents were asked for men.[3] They sent fewer than were asked for, and those came late.[4] Nobody was paid.[5]

The bridge stood until the floods of 1831.[6] Then it was built again of iron.[7]
`
const target = `Jalan itu dimulai pada bulan Mei 1825.[1] Jalan itu harus mencapai pantai pada musim gugur.[2]

Para bupati dimintai orang.[3] Mereka mengirim lebih sedikit daripada yang diminta, dan mereka datang terlambat.[4] Tidak ada yang dibayar.[5]

Jembatan itu bertahan sampai banjir tahun 1831.[6] Lalu jembatan itu dibangun lagi dari besi.[7]
`

describe('footlint compare --translation', () => {
  const translated = async (text: string, from = source) => {
    const cwd = createFolder({ 'source.md': from, 'target.md': text })
    const { lines, stderr } = await compare(['--translation', 'source.md', 'target.md'], cwd)
    expect(stderr).toBe('')
    return lines
  }

  test('says nothing where each paragraph cites what its source does', async () => {
    expect(await translated(target)).toEqual([])
    // Two paragraphs in place of one, one in place of two, other numbers, another notation.
    expect(await translated(target.replace(' Mereka', '\n\nMereka'))).toEqual([])
    expect(await translated(target.replace('\n\nJembatan', ' Jembatan'))).toEqual([])
    expect(await translated(target.replace(/\[(\d)\]/g, (_, number) => `[${Number(number) + 100}]`))).toEqual([])
    expect(await translated(target.replace(/\[(\d)\]/g, (_, number) => `[^${number}]`))).toEqual([])
  })

  test('finds what is missing, too much, or in another paragraph', async () => {
    expect(await translated(target.replace('[4]', ''))).toEqual([
      'target.md:3:22: error `[4]` of the source is missing by `orang`, expected it in this paragraph [marker-lost]',
    ])
    expect(await translated(target.replace('[4]', '[4][9]'))).toEqual([
      'target.md:3:116: error `[9]` is not in this paragraph of the source, expected no marker that it has not [marker-lost]',
    ])
    expect(await translated(target.replace('[2]', '').replace('[6]', '[2][6]'))).toEqual([
      'target.md:5:48: error `[2]` stands in another paragraph of the source, expected it there [marker-lost]',
    ])
  })

  test('says once that a paragraph is missing', async () => {
    const [first, , last] = target.split('\n\n')
    expect(await translated(`${first}\n\n${last}`)).toEqual([
      'target.md:1:86: error `[3], [4], [5]` of the source is missing by `gugur`, expected it in this paragraph [marker-lost]',
    ])
  })

  test('needs no markers on either side', async () => {
    expect(await translated('Tidak ada.\n', 'Nothing.\n')).toEqual([])
    // What is empty is no translation.
    expect(await translated('\n', source)).toEqual([])
  })
})

describe('the library', () => {
  const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule)

  test('compares a text with its base', async () => {
    expect(rules((await lint(lost, { base: whole })).findings)).toEqual(['marker-lost'])
    expect(rules((await lint(lost)).findings)).toEqual(['entry-unused'])
    const off = { config: { rules: { 'marker-lost': 'off' } } } as const
    expect(rules((await lint(lost, { base: whole, ...off })).findings)).toEqual(['entry-unused'])
    const { result, text } = await applyFixes(lost.replace('May.[^1]', 'May.[^ 1]'), { base: whole })
    expect(rules(result.findings)).toEqual(['marker-lost'])
    expect(text).toBe(lost)
  })

  test('knows the only marker of a text, though what follows names its note', async () => {
    const messages = async (base: string, head: string) =>
      (await lint(head, { base })).findings.map((one) => one.messageId)
    expect(await messages('Text.[^ref]\n\n[^ref]: Note.\n', 'Text.\n\n[^ref]: Note.\n')).toEqual(['lost'])
    // Without it, the list counts for none.
    const list = '\n\n## References\n\n[1] Orders of the governor.\n'
    expect(await messages(`The road was begun.[1]${list}`, `The road was begun.${list}`)).toContain('lost')
  })

  test('obeys directives, and takes an empty text on either side', async () => {
    const disabled = `<!-- footlint-disable-next-line marker-lost -- it was wrong -->\n\n${lost}`
    const { findings, suppressed } = await lint(disabled.replace('-next-line', ''), { base: whole })
    expect(rules(findings)).toEqual([])
    expect(suppressed.map(({ reason }) => reason)).toEqual(['it was wrong'])
    expect(rules((await lint('', { base: whole })).findings)).toEqual([])
    expect(rules((await lint(whole, { base: '' })).findings)).toEqual([])
  })
})

test('fixes what a branch has changed, and says what else it did', async () => {
  const { folder, check, git } = createRepository({ 'article.md': whole })
  writeFiles(folder, { 'article.md': lost.replace('May.[^1]', 'May.[^ 1]') })
  expect((await check(['--changed-since', 'main', '--fix'])).lines).toEqual([lostLine])
  expect(git('diff', '--stat')).toContain('1 file changed')
})
