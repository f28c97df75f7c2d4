import { expect, test } from 'vitest'
import { lintText } from '../../src/api.ts'

const lists = (between: string) =>
  `The gate is old.[1] It was mended.[2]\n\n[1] Minutes.\n\n[2] Letters.\n\n${between}[1] Ledger.\n\n[2] Log.\n`
const said = (text: string) =>
  lintText(text, { path: 'any.md' }).findings.map(({ rule, message }) => `${rule}: ${message}`)
const unused = 'entry-unused: None of the 2 entries from `[1]` on is cited, expected markers for them'

test('a list behind a paragraph belongs to that paragraph', () => {
  const paragraph =
    'The second gate was built by the guild, which wanted no part of the first one and paid for all of it alone, in three rates.'
  expect(said(lists(`## Later\n\n${paragraph}\n\n## References\n\n`))).toEqual([unused])
  expect(said(lists(`## Later\n\n${paragraph.replace('.', ':')}\n\n`))).toEqual([])
})

test('two lists one below the other belong to the text above them', () => {
  expect(said(lists('## References\n\n'))).toEqual([])
  expect(said(lists('## References\n\nCited more than once.\n\n'))).toEqual([])
})
