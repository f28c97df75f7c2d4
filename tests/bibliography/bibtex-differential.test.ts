import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@retorquere/bibtex-parser'
import { describe, expect, test } from 'vitest'
import { readBibtex } from '../../src/bibliography/bibtex.ts'

interface Plain {
  readonly type: string
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
}

/** White space made one, and braces around all of it left out: the other parser does so with some fields. */
const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\{([^{}]*)\}$/, '$1')
    .trim()

/** Fields that the other parser takes apart (names, lists) or puts into numbers. */
const lists =
  /^(?:author|bookauthor|collaborator|commentator|director|editor[abs]?|holder|scriptwriter|translator|keywords|institution|publisher|origpublisher|organization|location|origlocation|month)$/

function comparable(fields: readonly (readonly [string, unknown])[]): Record<string, string> {
  const texts = fields.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && tidy(value) !== '' && !lists.test(name) ? [[name, tidy(value)]] : [],
  )
  return Object.fromEntries(texts.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

const ours = (text: string): Plain[] =>
  readBibtex(text).entries.flatMap(({ type, key, fields, commented }) =>
    commented ? [] : [{ type, key, fields: comparable([...fields].map(([name, { value }]) => [name, value])) }],
  )

/** Of a field given twice, it keeps both; the name of a string that nothing defines, it puts in two pairs of braces. */
const theirs = (text: string): Plain[] =>
  parse(text, { raw: true, english: false, sentenceCase: false }).entries.map(({ type, key, fields, crossref }) => ({
    type,
    key,
    fields: comparable(
      Object.entries(fields)
        .filter(([name]) => crossref?.inherited.includes(name) !== true && !name.includes('+duplicate'))
        .map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\{\{(\w+)\}\}/g, '$1') : value]),
    ),
  }))

const handWritten: Readonly<Record<string, string>> = {
  'nested braces and quotes': '@article{a, title = {A {B {C}} "D"}, note = "E {"} F", year = 2001}',
  'strings and joints':
    '@string{ja = "Journal of A"}\n@string(jb = {B})\n@article{a, journal = ja # { and } # JB, year = 1 # 2}',
  parentheses: '@book(a, title = {X (Y)}, year = "2001")',
  comments: 'Some words.\n% @article{no, title={x}}\n@comment{@article{no, title = {x}}}\n@article{a, title = {x}}',
  preamble: '@preamble{"\\newcommand{\\x}{y}" # {z}}\n@misc{a, title = {x}}',
  'no comma at the end, and two': '@misc{a, title = {x}}\n@misc{b, title = {y},}',
  'names in any case': '@MISC{a, TITLE = {x}, Year = 2001}',
  'lines in values': '@misc{a,\n  title = {One\n    two\r\n  three},\n  note={x}}',
  'odd keys':
    '@misc{DBLP:conf/x/Y_1-2.3+4, title = {x}}\n@misc{Müller:2001, title = {y}}\n@misc{10.1000/a-b, title = {z}}',
  'entries without white space': '@misc{a,title={x}}@misc{b,title={y}}',
  'an entry that does not end': '@misc{a, title = {x},\n@misc{b, title = {y}}',
  'TeX in values': '@misc{a, title = {Stra\\ss e \\& {\\"O}l \\$x_1\\$ \\LaTeX{}}, url = {http://a.b/c_d?e=%20f#g}}',
}

describe('BibTeX is read as another parser reads it', () => {
  test.each(Object.entries(handWritten))('%s', (_, text) => {
    const found = ours(text)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(({ type, key }) => [type, key])).toEqual(theirs(text).map(({ type, key }) => [type, key]))
    if (readBibtex(text).problems.every(({ kind }) => kind === 'junk')) expect(found).toEqual(theirs(text))
  })

  // FOOTLINT_CORPUS: a folder in which all .bib files are compared.
  const folder = process.env['FOOTLINT_CORPUS']
  test.runIf(folder !== undefined && existsSync(folder))(
    'all files of a folder',
    () => {
      const files = readdirSync(folder!, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bib'))
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) {
        const text = readFileSync(join(folder!, file), 'utf8')
        expect.soft(ours(text), file).toEqual(theirs(text))
      }
    },
    120_000,
  )
})
