import { describe, expect, test } from 'vitest'
import { find, fixes, lines, listOf } from '../rule-run.ts'

const cited = (...labels: readonly (string | number)[]) => labels.map((label) => `Words.[${label}]`).join(' ')
const notesOf = (...labels: readonly string[]) =>
  `\n\n${labels.map((label) => `[${label}]: Note on ${label.slice(1)}.\n`).join('')}`
const names = ['^hay', '^oats', '^rye', '^wheat', '^bran'] as const

describe('entry-order', () => {
  test('finds an entry of a list that stands behind a higher one', () => {
    const text = `${cited(1, 2, 3, 4, 5)}${listOf(1, 2, 4, 3, 5)}`
    expect(find('entry-order', text)).toMatchObject([
      {
        line: '11:1-11:4 warning order [3]',
        message: '`[3]` stands behind `[4]`, expected it before',
        data: { entry: '[3]', other: '[4]' },
        related: ['9:1-9:4 `[4]` stands here'],
      },
    ])
    expect(lines('entry-order', `${cited(1, 2, 3)}${listOf(1, 3, 2)}`)).toEqual(['9:1-9:4 warning order [2]'])
    expect(lines('entry-order', `${cited(1, 2, 3, 4, 5, 6)}${listOf(1, 2, 6, 3, 4, 5)}`)).toHaveLength(1)
  })

  test('leaves lists in another order', () => {
    expect(lines('entry-order', `${cited(1, 2, 3, 4)}${listOf(4, 3, 2, 1)}`)).toEqual([])
    expect(lines('entry-order', `${cited(1, 2)}${listOf(2, 1)}`)).toEqual([])
    expect(lines('entry-order', `${cited(1, 2, 3, 4, 5)}${listOf(1, 2, 3, 4, 5)}`)).toEqual([])
  })

  test('leaves what follows the order of citation to the rule on markers', () => {
    const text = `${cited(1, 2, 4, 3, 5)}${listOf(1, 2, 4, 3, 5)}`
    expect(lines('entry-order', text)).toEqual([])
    expect(lines('marker-order', text)).toHaveLength(1)
  })

  test('finds a note with a name behind one that is cited later, as information', () => {
    const text = `${cited(...names)}${notesOf('^hay', '^rye', '^oats', '^wheat', '^bran')}`
    expect(find('entry-order', text)).toMatchObject([
      {
        line: '5:1-5:8 info order [^oats]',
        message: '`[^oats]` stands behind `[^rye]`, expected it before',
        related: ['4:1-4:7 `[^rye]` stands here'],
      },
    ])
  })

  test.each([
    ['in the order of citation', ['^hay', '^oats', '^rye', '^wheat', '^bran']],
    ['in the order of the alphabet', ['^bran', '^hay', '^oats', '^rye', '^wheat']],
    ['with two of five out of place', ['^oats', '^hay', '^rye', '^bran', '^wheat']],
  ])('leaves notes %s', (kind, labels) => {
    const found = lines('entry-order', `${cited(...names)}${notesOf(...labels)}`)
    // Of an alphabet that happens to be the order of citation but for one, nobody can tell.
    expect(found).toHaveLength(kind === 'in the order of the alphabet' ? 1 : 0)
  })

  test('takes numbered notes by number or by citation', () => {
    const numbers = ['^1', '^2', '^3', '^4', '^5'] as const
    expect(lines('entry-order', `${cited(...numbers)}${notesOf('^1', '^3', '^2', '^4', '^5')}`)).toHaveLength(1)
    const moved = ['^1', '^3', '^2', '^4', '^5']
    expect(lines('entry-order', `${cited(...moved)}${notesOf(...numbers)}`)).toEqual([])
    expect(lines('entry-order', `${cited(...moved)}${notesOf(...moved)}`)).toEqual([])
  })

  test('lets notes that are cited in one place follow one another as they like', () => {
    const text = `Words.[^hay] Words.[^oats][^rye] Words.[^wheat] Words.[^bran]`
    expect(lines('entry-order', `${text}${notesOf('^hay', '^rye', '^oats', '^wheat', '^bran')}`)).toEqual([])
  })

  test('does not ask notes that nobody cites, doubles, links and notes in place', () => {
    expect(lines('entry-order', `${cited(...names)}${notesOf('^chaff', ...names, '^husk')}`)).toEqual([])
    expect(lines('entry-order', `${cited(...names)}${notesOf(...names, '^hay')}`)).toEqual([])
    const links = [1, 2, 4, 3, 5].map((number) => `[${number}]: https://example.org/${number}\n`).join('')
    expect(lines('entry-order', `${cited(1, 2, 3, 4, 5)}\n\n${links}`)).toEqual([])
    expect(lines('entry-order', 'One.^[Note.] Two.^[Note.] Three.^[Note.] Four.^[Note.]\n')).toEqual([])
  })

  test('takes uncited entries of a list by their number', () => {
    expect(lines('entry-order', `${cited(1, 2, 4, 5)}${listOf(1, 2, 4, 3, 5)}`)).toEqual([
      '11:1-11:4 warning order [3]',
    ])
  })

  test('puts the entries in order, each with what continues it', () => {
    const sorted = `${cited(1, 2, 3, 4, 5)}${listOf(1, 2, 3, 4, 5)}`
    expect(fixes('entry-order', `${cited(1, 2, 3, 4, 5)}${listOf(1, 2, 4, 3, 5)}`)).toEqual([sorted])
    const notes = cited(...names) + notesOf('^hay', '^rye', '^oats', '^wheat', '^bran')
    const more = '\n\n    More about it.\n\n    > Quoted.'
    const extended = (text: string) => text.replace('on rye.', (words) => words + more)
    expect(fixes('entry-order', extended(notes))).toEqual([extended(cited(...names) + notesOf(...names))])
    const quoted = (text: string) => text.replaceAll(/^(?=.)/gm, '> ')
    expect(fixes('entry-order', quoted(notes))).toEqual([quoted(cited(...names) + notesOf(...names))])
  })

  test('sorts nothing where something stands between the entries, nor what Markdown numbers', () => {
    const notes = cited(...names) + notesOf('^hay', '^rye', '^oats', '^wheat', '^bran')
    expect(fixes('entry-order', notes.replace('[^wheat]:', '\nA word.\n\n[^wheat]:'))).toEqual([undefined])
    const items = `${cited(1, 2, 3, 4, 5)}\n\n## References\n\n1. A.\n2. B.\n4. D.\n3. C.\n5. E.\n`
    expect(fixes('entry-order', items).every((one) => one === undefined)).toBe(true)
  })
})
