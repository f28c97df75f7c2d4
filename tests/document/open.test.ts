import { describe, expect, it } from 'vitest'
import { lintText as lint } from '../../src/api.ts'

/** What is said of a text under the default configuration. */
const said = (text: string, path = 'any.md') =>
  lint(text, { path }).findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)

const four = 'The ring was built twice.[1] The first failed.[2] It was mended.[3] It holds.[4]'
const list = '\n\n## References\n\n[1] Plan.\n\n[2] Report.\n\n[3] Bill.\n\n[4] Log.\n'

/**
 * Texts that are hard to judge. Under `it.fails` stands what is still judged wrongly: whoever mends it writes `it`, and
 * where the text is worth it moves it to `fixtures/traps`.
 */
describe('nothing is said', () => {
  // One range must not count as a run of its numbers.
  it('of a scale', () => {
    expect(said('All answers were given from never to always [1-7].')).toEqual([])
  })

  it('of quartiles and ages', () => {
    expect(said('The stay was 12 days [7-21], and ages ran from 18 to 80 [18–80].')).toEqual([])
  })

  // Numbers that point to steps cite nothing, even where some steps are left out.
  it('of steps that the text points to', () => {
    expect(said('1. Turn.\n2. Pull.\n3. Ring.\n4. Go.\n\nDo [1] and [2] above at once.')).toEqual([])
  })

  // What stands inside the entries of a list must not speak for the list.
  it('of points behind questions', () => {
    expect(said('1. Name the gate. [3]\n2. Draw the lock. [2]\n3. Explain the silt. [1]\n')).toEqual([])
  })

  it('of numbered clauses that refer to one another', () => {
    expect(
      said('1. The board runs the port (see [3]).\n\n2. The guild pays.\n\n3. The guild is free (see [1]).'),
    ).toEqual([])
  })

  // A sure sign of something else counts more than an entry that happens to have the number.
  it('of a diagram beside a list', () => {
    expect(said(`The words pass lp [2]->[1] first.\n\n${four}${list}`)).toEqual([])
  })

  it('of values in table cells beside a list', () => {
    expect(said(`| a | b |\n| - | - |\n| [3] | [1] |\n\n${four}${list}`)).toEqual([])
  })

  it.fails('of indices beside a list', () => {
    expect(said(`Then my_list[3], buf_a[2] and rows[4] are read.\n\n${four}${list}`)).toEqual([])
  })

  it('of pinpoints beside a list', () => {
    expect(said(`The judge said at [3] that it was so (ibid [2]).\n\n${four}${list}`)).toEqual([])
  })

  // Another paper has numbers of its own.
  it('of a quote with foreign numbers', () => {
    expect(said(`${four}\n\n> Silt comes with the flood [7], and leaves with the ebb [9].${list}`)).toEqual([])
  })

  // An escaped bracket cites nothing, so it speaks for no entry.
  it('of an escaped bracket at the start of a paragraph', () => {
    expect(said('Write \\[1\\] and then \\[1]: so.\n\n\\[1\\]: the source\n\nand no more.')).toEqual([])
  })

  // Images use definitions as links do.
  it('of a definition that an image uses', () => {
    expect(said('A [text][1] and an ![image][2].\n\n[1]: /one\n[2]: /two.png\n')).toEqual([])
  })

  // A line was full before three of the four: nobody knows whether they are set off.
  it('of the only marker that is not at the beginning of a line', () => {
    const lines = [
      'The silt of the inner port has been weighed since the gate was built, and the',
      '[1] first sheets show that it came in with the flood, as the pilots always say',
      '[2] and the board had always denied. The second gate was built for that reason',
      '[3], and the third one because the second was too small [4]; the costs of it all',
      '[5] were shared.',
    ]
    expect(said(`${lines.join('\n')}\n\n1. A.\n2. B.\n3. C.\n4. D.\n5. E.\n`, 'any.txt')).toEqual([])
  })

  // Bare links behind the list are known to be none when they are judged one by one, but are counted before.
  it('of the bare links behind the list of an encyclopedia', () => {
    const links = 'Home page [3]\n\nMap of the bay [4]\n\nOld photographs [5]'
    const text = `Built by fishers.[1] Burnt in the war.[2]\n\nReferences\n\n1. ^ Adler.\n2. ^ Berg.\n\nExternal links\n\n${links}`
    expect(said(text)).toEqual([])
  })

  // A file that holds only the references of another is judged together with it or not at all.
  it('of a file of nothing but references', () => {
    expect(said('# References\n\n[1] Minutes.\n\n[2] Letters.\n\n[3] Ledger.\n')).toEqual([])
  })

  // Chains of pinpoints beside footnotes: the word that gives them away stands before the first only.
  it('of a chain of pinpoints', () => {
    expect(said('The court said so:[^1] [40]–[42], [43], [44]; cf. [45].\n\n[^1]: Unreported.\n')).toEqual([])
  })

  it('of powers beside a footnote', () => {
    expect(said('The sum is x[^2] + y[^3].[^1]\n\n[^1]: Approximately.\n')).toEqual([])
  })

  // The same word before each bracket: these are the keys, not citations.
  it('of numbered things', () => {
    expect(said('Press key[1], then key[2], key[3] and key[4]; key[1] is the left one.')).toEqual([])
  })
})

describe('the list is found', () => {
  const years = 'It was founded in [1853], burnt in [1860] and [1871], and rebuilt in [1880].'

  // Years are no citations, so a list need not hold them.
  it('in a text with years', () => {
    const text = `${years}[1] It stands.[2]\n\n## References\n\n1. Adler.\n2. Berg.\n3. Carl.\n`
    expect(said(text)).toEqual(['warning entry-unused: `3.` is cited nowhere, expected a marker for it'])
  })

  it('where all entries stand on one line', () => {
    const text = 'The gate is old.[1] The quay is new.[2]\n\n## References\n\n[1] Adler. [2] Berg. [3] Carl.\n'
    expect(said(text)).toEqual(['warning entry-unused: `[3]` is cited nowhere, expected a marker for it'])
  })
})

describe('one thing is said', () => {
  // A number beyond the list is undefined; the numbers between are a consequence.
  it('of a number far beyond the list', () => {
    expect(said(`${four} It rusts.[8]${list}`)).toEqual(['error marker-undefined: `[8]` has no entry, expected one'])
  })

  // Markdown makes a list in a list of `1. 1. Adler`.
  it.fails('of a number that is typed twice in Markdown', () => {
    const text = 'The gate is old.[1] The quay is new.[2]\n\n## References\n\n1. 1. Adler.\n2. Berg.\n'
    expect(said(text)).toEqual(['error entry-malformed: `1.` has its number typed twice, expected it once'])
  })
})
