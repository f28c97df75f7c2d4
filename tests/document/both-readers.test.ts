import { describe, expect, test } from 'vitest'
import { compareReaders } from '../../bench/readers/same.ts'

/** What `npm run bench:readers` compares over a hundred thousand texts; here, that it compares, and of entries what they tell. */
describe('both ways of reading, document for document', () => {
  test.each([
    ['a note', 'Foo.[^1]\n\n[^1]: Note.\n', 1, 1],
    ['a list, one of it cited twice', 'One.[1] Two.[2][1]\n\n## Notes\n\n1. Adam\n2. Eve\n', 3, 2],
    ['definitions in quotations', '> One.[1]\n>\n> [1]: /one\n\nTwo.[2]\n', 2, 1],
    ['what the parser is asked for', '-\n\n      x[2]\n\nOne.[1]\n\n[1]: /one\n', 1, 1],
  ])('%s', (_, text, markers, entries) => {
    expect(compareReaders(text)).toEqual({ markers, entries, difference: undefined })
  })
})
