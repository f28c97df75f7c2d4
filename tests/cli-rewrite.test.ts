import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from './world.ts'

const article = 'Harbour.[3] Sand.[1] Storm.[2][3]\n\n1. Minutes\n2. Letters\n3. Accounts\n'
const renumbered = 'Harbour.[1] Sand.[2] Storm.[1][3]\n\n1. Accounts\n2. Minutes\n3. Letters\n'
const map = 'article.md\n  [3] → [1]\n  [1] → [2]\n  [2] → [3]\n\n'
const doubled = 'Harbour.[^2] Sand.[^1]\n\n[^1]: One.\n[^1]: Other.\n[^2]: Two.\n'

const contentOf = (cwd: string, path = 'article.md') => readFileSync(join(cwd, path), 'utf8')

describe('footlint renumber', () => {
  test('writes files and says what became what', async () => {
    const { code, stdout, stderr, cwd } = await run(['renumber', 'article.md'], { files: { 'article.md': article } })
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${map}1 file renumbered\n`, stderr: '' })
    expect(contentOf(cwd)).toBe(renumbered)
  })

  test('has nothing to do the second time, and then writes nothing', async () => {
    const files = { 'article.md': renumbered }
    const { code, stdout } = await run(['renumber', 'article.md'], { files })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '0 files renumbered, nothing to do in 1 file\n' })
  })

  test('--dry-run and --diff write nothing, and say so by their exit code', async () => {
    const files = { 'article.md': article }
    const dry = await run(['renumber', '--dry-run'], { files })
    expect(dry).toMatchObject({ code: 1, stdout: `${map}1 file would be renumbered\n` })
    expect(contentOf(dry.cwd)).toBe(article)
    const diff = await run(['renumber', 'article.md', '--diff'], { files })
    expect(diff.code).toBe(1)
    expect(diff.stdout).toBe(
      [
        '--- ./article.md',
        '+++ ./article.md',
        '@@ -1,5 +1,5 @@',
        '-Harbour.[3] Sand.[1] Storm.[2][3]',
        '+Harbour.[1] Sand.[2] Storm.[1][3]',
        ' ',
        '-1. Minutes',
        '-2. Letters',
        '-3. Accounts',
        '+1. Accounts',
        '+2. Minutes',
        '+3. Letters',
        '',
      ].join('\n'),
    )
    expect(contentOf(diff.cwd)).toBe(article)
  })

  test('gives the map in JSON', async () => {
    const { stdout } = await run(['renumber', 'article.md', '--format', 'json'], { files: { 'article.md': article } })
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      command: 'renumber',
      files: [
        {
          path: 'article.md',
          changed: true,
          series: [
            {
              notation: 'bracket',
              scope: 1,
              map: [
                { old: '[3]', new: '[1]' },
                { old: '[1]', new: '[2]' },
                { old: '[2]', new: '[3]' },
              ],
            },
          ],
          refusals: [],
        },
      ],
    })
  })

  test('says what it refuses, and why', async () => {
    const { code, stdout, cwd } = await run(['renumber', '.'], { files: { 'a.md': doubled, 'article.md': article } })
    expect(code).toBe(1)
    expect(stdout).toBe(
      'a.md\n  4:1  not renumbered: `[^1]` is defined twice, and nobody can say which of the two is meant\n\n' +
        `${map}1 file renumbered, something refused in 1 file\n`,
    )
    expect(contentOf(cwd, 'a.md')).toBe(doubled)
  })

  test('names the brackets that it took for no markers', async () => {
    const files = { 'article.md': article.replace('[2][3]', '[2][3] The value of a_b[1] is none.') }
    const { stdout, cwd } = await run(['renumber', 'article.md'], { files })
    expect(stdout).toContain('  [2] → [3]\n  1:51  left alone: `[1]`, since `a_b[…]` reads as an index\n')
    expect(contentOf(cwd)).toContain('a_b[1]')
  })

  test('is a filter with --stdin', async () => {
    const { code, stdout, stderr } = await run(['renumber', '--stdin'], { stdin: article })
    expect({ code, stdout }).toEqual({ code: 0, stdout: renumbered })
    expect(stderr).toContain('1 file renumbered')
  })

  test('takes numbers, names and duplicates as it is told to', async () => {
    const files = { 'article.md': 'Harbour.[^b] Sand.[^7] Storm.[^9]\n\n[^b]: One.\n[^7]: Two.\n[^9]: two\n' }
    const after = async (...options: string[]) =>
      contentOf((await run(['renumber', 'article.md', ...options], { files })).cwd)
    expect(await after('--start', '1')).toBe('Harbour.[^b] Sand.[^1] Storm.[^2]\n\n[^b]: One.\n[^1]: Two.\n[^2]: two\n')
    expect(await after('--labels', 'number', '--start=1')).toBe(
      'Harbour.[^1] Sand.[^2] Storm.[^3]\n\n[^1]: One.\n[^2]: Two.\n[^3]: two\n',
    )
    expect(await after('--merge-duplicates')).toBe('Harbour.[^b] Sand.[^7] Storm.[^7]\n\n[^b]: One.\n[^7]: Two.\n')
    expect(await after('--close-gaps')).toBe('Harbour.[^b] Sand.[^7] Storm.[^8]\n\n[^b]: One.\n[^7]: Two.\n[^8]: two\n')
  })

  test.each([
    [['renumber'], '`footlint renumber` writes files, expected paths or --stdin'],
    [['renumber', 'a.md', '--labels', 'drop'], '--labels drop, expected keep or number'],
    [['renumber', 'a.md', '--start', 'x'], '--start x, expected a whole number from 0 to 9999'],
    [
      ['renumber', 'a.md', '--close-gaps', '--labels', 'number'],
      '--close-gaps keeps the order of the numbers, and names have none, expected --labels keep',
    ],
    [['renumber', 'a.md', '--diff', '--dry-run'], '--diff and --dry-run exclude each other, expected one of them'],
    [['renumber', 'a.md', '-f', 'unix'], 'unknown format unix, expected pretty or json'],
    [
      ['convert', 'a.md'],
      '`footlint convert` has to be told the notation, expected --to footnote, --to bracket, --to superscript',
    ],
    [['convert', 'a.md', '--to', 'footnotes'], 'unknown notation footnotes, did you mean footnote?'],
    [
      ['check', 'a.md', '--start', '1'],
      '--start has no meaning for `footlint check`, expected it with `footlint renumber`',
    ],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await run(argv, { files: { 'a.md': '' } })
    expect(code).toBe(2)
    expect(stderr).toContain(`footlint: ${message}\n`)
  })
})

describe('footlint convert', () => {
  test('writes files and says how much it wrote', async () => {
    const { code, stdout, cwd } = await run(['convert', '--to', 'footnote', 'article.md'], {
      files: { 'article.md': article },
    })
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'article.md\n  4 markers and 3 entries\n\n1 file converted\n',
    })
    expect(contentOf(cwd)).toBe(
      'Harbour.[^3] Sand.[^1] Storm.[^2][^3]\n\n[^1]: Minutes\n[^2]: Letters\n[^3]: Accounts\n',
    )
  })

  test('writes nothing where the verifier objects', async () => {
    const files = {
      'article.md': `In 1871[1] came the harbour[2] and the sand.[3]\n\n1. Minutes\n2. Letters\n3. Accounts\n`,
    }
    const { code, stdout, cwd } = await run(['convert', '--to', 'superscript', 'article.md'], { files })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^article\.md\n {2}1:\d+ {2}not converted: /)
    expect(contentOf(cwd)).toBe(files['article.md'])
  })
})
