import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/document/book.ts'
import { readBook } from '../../src/document/read-book.ts'
import { fixBook } from '../../src/fix/fix-book.ts'
import { editedTexts, verifyBook } from '../../src/fix/verify-book.ts'
import type { Allowance, Refusal } from '../../src/fix/verify.ts'
import { createSource } from '../../src/source.ts'
import { resolverOfValue } from '../../src/value-config.ts'
import { sample } from '../arbitrary-documents.ts'

const files = {
  'one.md': '# One\n\nThe gate was built.[1] Nobody paid.[2] It fell.[8]\n\n[^a]: Of the mayor.\n',
  'two.md': '# Two\n\nThe wall was built.[3] Who knows.[^a] It stood.[9]\n',
  'notes.md': '# Notes\n\n[1] Fritz.\n\n[2] Adler.\n\n[3] Carl.\n\n[4] Berg.\n',
}

const texts = Object.entries(files).map(([path, text]): Text => ({ source: createSource(path, text), read: undefined }))

/** Replaces the first slice of its kind in each of some files. */
function refusalOf(
  replacements: readonly (readonly [path: string, slice: string, replacement: string])[],
  allowed: readonly Allowance[] = [],
): Refusal | undefined {
  const options = { scope: 'book' as const, isWhole: true }
  const before = readBook(texts, options)
  const edits = replacements.map(([path, slice, text]) => {
    const part = before.parts.find(({ source }) => source.path === path)!
    const start = part.start + part.source.text.indexOf(slice)
    return { start, end: start + slice.length, text }
  })
  edits.sort((one, other) => one.start - other.start)
  return verifyBook({ before, after: editedTexts(texts, before.parts, edits), edits, options, allowed })
}

describe('of the files of a book, a change is refused that', () => {
  test.each([
    ['renames an entry and not the marker in another file', 'undefined', [['one.md', '[^a]: Of', '[^b]: Of']]],
    [
      'exchanges entries of two chapters',
      'pair',
      [
        ['notes.md', 'Fritz', 'Carl'],
        ['notes.md', 'Carl', 'Fritz'],
      ],
    ],
    ['makes an undefined marker of another file a defined one', 'defined', [['notes.md', '[4] Berg', '[8] Berg']]],
    ['lets a marker lead to the note of another chapter', 'pair', [['two.md', '[3]', '[1]']]],
    [
      'gives two undefined markers of two files one number',
      'pair',
      [
        ['one.md', '[8]', '[9]'],
        ['two.md', '[9]', '[9]'],
      ],
    ],
    [
      'moves a note to another file',
      'entry',
      [
        ['one.md', '\n[^a]: Of the mayor.\n', ''],
        ['two.md', 'It stood.[9]\n', 'It stood.[9]\n\n[^a]: Of the mayor.\n'],
      ],
    ],
    ['changes a word of another file', 'text', [['notes.md', '# Notes', '# References']]],
  ] as const)('%s', (_, reason, replacements) => {
    expect(refusalOf(replacements, ['renumber'])?.reason).toBe(reason)
  })

  test('does not say what was done', () => {
    const options = { scope: 'book' as const, isWhole: true }
    const before = readBook(texts, options)
    expect(verifyBook({ before, after: texts.slice(1), edits: [], options, allowed: [] })?.reason).toBe('bytes')
    const border = [{ start: before.parts[1]!.start - 1, end: before.parts[1]!.start + 3, text: 'x' }]
    expect(verifyBook({ before, after: texts, edits: border, options, allowed: [] })?.reason).toBe('bytes')
  })
})

test('a change of all files that keeps what each marker leads to is not refused', () => {
  const renumbering = [
    ['one.md', '[1]', '[2]'],
    ['one.md', '[2]', '[1]'],
    ['notes.md', '[1]', '[2]'],
    ['notes.md', '[2]', '[1]'],
  ] as const
  expect(refusalOf(renumbering, ['renumber'])).toBeUndefined()
})

describe('fixing a book', () => {
  test('twice is once, and changes no file that was not asked for', { timeout: 60_000 }, () => {
    const { settings } = resolverOfValue({ extends: 'strict' }).resolve('any.md')
    const names = ['0.md', '1.md', '2.md']
    const chapters = fc.array(sample, { minLength: 2, maxLength: 3 })
    const wanted = fc.subarray(names, { minLength: 1 })
    const scope = fc.constantFrom('book' as const, 'chapter' as const)
    let count = 0
    fc.assert(
      fc.property(chapters, wanted, scope, fc.boolean(), (all, asked, how, unsafe) => {
        const trial = { scope: how, isWhole: true, unsafe, wanted: new Set(asked) }
        const before = all.map(({ text }, index) => ({
          source: createSource(`${index}.md`, text),
          read: undefined,
          settings,
        }))
        const fixed = fixBook(before, trial)!
        count += fixed.made.length
        const after = fixed.files.map(({ source }, index) => ({ ...before[index]!, source }))
        for (const [index, { source }] of after.entries())
          if (!trial.wanted.has(source.path)) expect(source.text).toBe(before[index]!.source.text)
        for (const { path } of fixed.made) expect(trial.wanted.has(path)).toBe(true)
        if (!fixed.unsettled) expect(fixBook(after, trial)!.made).toEqual([])
      }),
      { numRuns: Number(process.env['FOOTLINT_RUNS'] ?? 150) },
    )
    expect(count).toBeGreaterThan(50)
  })
})
