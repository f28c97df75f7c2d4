import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Text } from '../../src/document/book.ts'
import { readBook } from '../../src/document/read-book.ts'
import { readDocument } from '../../src/document/read.ts'
import { edited } from '../../src/edited.ts'
import { editedTexts, verifyBook } from '../../src/fix/verify-book.ts'
import { verify } from '../../src/fix/verify.ts'
import type { Refusal } from '../../src/fix/verify.ts'
import { renumber } from '../../src/renumber/renumber.ts'
import { createSource } from '../../src/source.ts'
import { markedText } from '../arbitrary-text.ts'
import { samples } from './documents.ts'

interface Outcome {
  readonly texts: readonly string[]
  readonly refusal: Refusal | undefined
}

/** Renumbers the files of a book and verifies the result. */
function renumbered(texts: readonly string[], scope: 'book' | 'chapter'): Outcome {
  const before = texts.map((text, index): Text => ({ source: createSource(`${index}.md`, text), read: undefined }))
  const options = { scope, isWhole: true }
  const book = readBook(before, options)
  const edits = book.documents.flatMap((document) => renumber(document).edits)
  edits.sort((one, other) => one.start - other.start)
  const after = editedTexts(before, book.parts, edits)
  const refusal = verifyBook({ before: book, after, edits, options, allowed: ['renumber'] })
  return { texts: after.map(({ source }) => source.text), refusal }
}

/** The same of a document that stands for itself. */
function alone(text: string): Outcome {
  const before = createSource('whole.md', text)
  const document = readDocument(before)
  const { edits } = renumber(document)
  const after = edited(text, edits)
  return { texts: [after], refusal: verify({ before, after, edits, document, allowed: ['renumber'] }) }
}

const numRuns = Number(process.env['FOOTLINT_RUNS'] ?? 150)
const timeout = 60_000

/** Two parts of one text. References resolve to link definitions of their own file only. */
const part = fc
  .oneof(
    markedText,
    samples.map(({ text }) => text.replaceAll('\r', '')),
  )
  .filter((text) => !text.includes(']: http'))
  .map((text) => text.replaceAll(/([^\n])\n(?![\n>])/g, '$1 '))

describe('a document cut at a heading into the files of a book', () => {
  test.prop([part, part, fc.constantFrom('The second part', 'References', 'Notes')], { numRuns })(
    'is renumbered as the document is, and twice is once',
    (one, other, heading) => {
      const first = `The harbour was dredged.\n\n${one.trimEnd()}\n\n`
      const second = `## ${heading}\n\n${other}\n`
      const { texts, refusal } = renumbered([first, second], 'book')
      const whole = alone(first + second)
      expect([texts.join(''), refusal?.reason]).toEqual([whole.texts[0], whole.refusal?.reason])
      if (!refusal) expect(renumbered(texts, 'book').texts).toEqual(texts)
    },
    timeout,
  )
})

describe('chapters that number by themselves', () => {
  test.prop([fc.array(samples, { minLength: 2, maxLength: 4 })], { numRuns })(
    'are renumbered, and refused, as each alone',
    (all) => {
      const texts = all.map(({ text }) => `The harbour was dredged in spring.\n\n${text}`)
      const outcome = renumbered(texts, 'chapter')
      const each = texts.map(alone)
      expect(outcome.texts).toEqual(each.flatMap((one) => one.texts))
      expect(outcome.refusal?.message).toBe(each.find(({ refusal }) => refusal)?.refusal?.message)
    },
    timeout,
  )
})
