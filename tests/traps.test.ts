import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { fixturesFolder } from './fixture-files.ts'
import { run } from './world.ts'

type Reason = readonly [text: string, reason: string]
type Row = readonly [kind: string, file: string, ...reasons: Reason[]]

const year = 'it is a year'
const zero = 'no entry has the number 0'
const decimal = 'it holds a decimal, a version or an address'
const named = 'it holds letters and digits: a name, a tag or a formula'
const words = 'it holds words'
const time = 'it holds a time, a score or bits'
const noRun = 'no entry has its number, and the numbers of the document do not run'
const pattern = 'it reads as a character class of a pattern'

/**
 * What looks like a citation and is none, by kind: each kind has a trap that stays silent, and `--debug candidates` says
 * of its brackets why they are taken for nothing.
 */
const rows: readonly Row[] = [
  ['a law report or a neutral citation', 'law-reports.md', ['[1970]', year], ['[2009]', year], ['[1998]', year]],
  ['an editorial year', 'editorial-years.md', ['[2020]', year], ['[2011, 2013]', year], ['[c. 1854]', named]],
  [
    'an interval',
    'intervals.md',
    ['[0, 1]', zero],
    ['[2, 5]', 'it is an interval'],
    ['[1,4]', 'it stands in a formula'],
  ],
  ['a confidence interval', 'confidence-intervals.md', ['[0.66, 0.99]', decimal], ['[15, 25]', 'it is an interval']],
  ['a decimal', 'decimals-and-addresses.md', ['[3.14]', decimal], ['[1,234.5]', decimal]],
  ['an address or a version', 'decimals-and-addresses.md', ['[10.0.0.1]', decimal], ['[2.0.1]', decimal]],
  ['an array index', 'array-index.md', ['[0]', zero], ['[3]', noRun], ['[1]', '`tbl$rate[…]` reads as an index']],
  ['a bit field', 'bit-fields.md', ['[7:0]', time], ['[0-3]', zero], ['[7]', '`STATUS[…]` reads as an index']],
  [
    'chemistry',
    'chemistry.md',
    ['[2Fe-2S]', named],
    ['[30S]', named],
    ['[Ca2+]', named],
    ['[+21]', 'it holds a value'],
  ],
  ['biology', 'chemistry.md', ['[HLA-B18, S042]', named]],
  ['a unit', 'glosses-of-values.md', ['[>2.5 mg/dL]', 'it holds a value'], ['[IL-6]', named]],
  ['a gloss', 'glosses.md', ['[sic]', words], ['[…]', 'it marks an omission'], ['[...]', 'it marks an omission']],
  ['a class of a pattern', 'patterns.md', ['[^a-z]', pattern], ['[^m-n]', pattern]],
  ['a class of Lua', 'pattern-classes.md', ['[^%s]', pattern], ['[a-d]', words]],
  ['a link', 'reference-links.md', ['[minutes]', 'it is a link'], ['[1]', 'a link definition has its label']],
  ['a task', 'tasks-and-alerts.md', ['[ ]', 'it is a box to tick'], ['[x]', 'it is a box to tick']],
  ['an alert', 'tasks-and-alerts.md', ['[!NOTE]', 'it is the label of an alert']],
  ['a comment written as a definition', 'link-comments.md'],
  ['a handle', 'handles.md', ['[@lindqvist]', 'it is a link'], ['[1]', noRun]],
  ['an address with an at sign', 'handles.md'],
  ['a tag of a document', 'document-tags.md', ['[RFC2119]', named], ['[ISO8601]', named], ['[EN 12368:2015]', named]],
  ['a time', 'timestamps.md', ['[00:12:34]', time], ['[mm:ss]', time]],
  ['a mark of a tool', 'tool-marks.md', ['[Chunk 6]', named], ['[c:id]', words], ['【六】', words]],
  [
    'a number in brackets of an East Asian text',
    'lenticular-brackets.md',
    ['【6】', 'it stands in lenticular brackets'],
  ],
  ['an escape', 'escaped-brackets.md', ['[1\\]', 'the bracket is escaped'], ['[^1]', 'the bracket is escaped']],
  ['a hash before the bracket', 'versions.md', ['[4]', 'it stands right behind `#`']],
  [
    'an exponent',
    'exponents.md',
    ['²', 'it stands behind a number: an exponent'],
    ['<sup>10</sup>', 'it stands behind a number: an exponent'],
  ],
  ['a unit with an exponent', 'exponents.md', ['²', '`cm` in front of it is a unit or a variable']],
  ['a colon in mid-line', 'colon-in-mid-line.md', ['[^1]', 'a note has this label']],
  ['a result of a game', 'chess.md', ['[1-0]', 'the range runs backwards'], ['[2:1]', time]],
  ['a die', 'chess.md', ['[6]', noRun]],
  ['a callout of a figure', 'figure-callouts.md', ['[12]', noRun]],
  [
    'an equation',
    'equations.md',
    ['[1]', 'no entry has its number, and such brackets stand apart from the text: section or page numbers'],
  ],
  ['a comment', 'html-comments.md'],
  ['code', 'code.md'],
  ['a formula', 'dollar-maths.md'],
  ['front matter', 'front-matter.md'],
]

// The first command line loads all of the command.
vi.setConfig({ testTimeout: 30_000 })

/** What `--debug candidates` says of a trap, without the places: `[1] bracket rejected: it is a year`. */
async function candidatesOf(file: string): Promise<string[]> {
  const text = readFileSync(`${fixturesFolder}traps/${file}`, 'utf8')
  const { code, stdout } = await run(['--debug', 'candidates', file], { files: { [file]: text } })
  expect(code).toBe(0)
  return stdout.split('\n').map((line) => line.replace(/^\S+?:\d+:\d+: /, ''))
}

describe('a bracket is no citation', () => {
  test.each(rows)('where it is %s (%s)', async (...row) => {
    const [, file, ...reasons] = row as unknown as Row
    const text = readFileSync(`${fixturesFolder}traps/${file}`, 'utf8')
    const { stdout } = await run(['--format', 'unix', file], { files: { [file]: text } })
    expect(stdout).toBe('')
    const said = await candidatesOf(file)
    for (const [bracket, reason] of reasons) {
      expect(said.filter((line) => line.startsWith(`${bracket} `) && line.endsWith(`: ${reason}`))).not.toEqual([])
    }
  })

  test.each([
    ['html-comments.md', ['[7]', '[^old]', '[4]', '[5]', '[6]']],
    ['code.md', ['[1]', '[2]', '[5]', '[3]', '[9]', '[4]']],
    ['front-matter.md', ['[^3]', '[1, 2, 3]']],
    ['link-comments.md', ['[//]', '[comment]']],
  ])('and what is no prose is not looked at (%s)', async (file, brackets) => {
    const said = await candidatesOf(file)
    for (const bracket of brackets) expect(said.filter((line) => line.startsWith(`${bracket} `))).toEqual([])
  })
})
