import { readDocument } from '../../src/document/read.ts'
import { edited } from '../../src/edited.ts'
import { verify } from '../../src/fix/verify.ts'
import { renumber } from '../../src/renumber/renumber.ts'
import type { RenumberOptions } from '../../src/renumber/renumber.ts'
import { createSource } from '../../src/source.ts'
import type { Source } from '../../src/source.ts'
import type { Sample } from './properties.ts'
import { compareMoved } from './compare-targets.ts'
import { targetsOf } from './second-reader.ts'

/** What became of a document that was to be renumbered, and what of that must not be. */
export interface Renumbered {
  readonly changed: boolean
  /** There would be something to do, and a reason not to do it. */
  readonly refused: boolean
  /** What the verifier said, of edits that nobody refused to make. */
  readonly objection: string | undefined
  readonly complaints: readonly string[]
}

/** All ways to renumber; a long run takes each in turn. */
export const ways: readonly RenumberOptions[] = [
  {},
  { order: 'kept' },
  { labels: 'number', start: 1 },
  { start: 95 },
  { labels: 'number' },
  { mergeDuplicates: true },
]

export function judgeRenumbering({ path, text }: Sample, options: RenumberOptions): Renumbered {
  const before = createSource(path, text)
  const document = readDocument(before)
  const { edits, refusals, merged } = renumber(document, options)
  const refused = refusals.length > 0
  if (edits.length === 0) return { changed: false, refused, objection: undefined, complaints: [] }
  const after = edited(before.text, edits)
  const objection = verify({ before, after, edits, allowed: ['renumber'], document, merged })
  if (objection) return { changed: false, refused, objection: objection.message, complaints: [] }
  return {
    changed: true,
    refused,
    objection: undefined,
    complaints: [...complaintsOf(before, after, again(options, refused))],
  }
}

/** The lowest number is the first one then, unless what was refused for another one would be done now. */
function again(options: RenumberOptions, refused: boolean): RenumberOptions {
  return refused ? options : { ...options, start: undefined }
}

function* complaintsOf({ path, text }: Source, after: string, options: RenumberOptions): Generator<string> {
  const { edits } = renumber(readDocument(createSource(path, after)), options)
  if (edits.length > 0) yield `a second run changes ${JSON.stringify(after)} to ${JSON.stringify(edited(after, edits))}`
  if (options.mergeDuplicates) return
  if (lettersOf(text) !== lettersOf(after)) yield 'letters came or went'
  if (!path.endsWith('.md')) return
  const damage = compareMoved(targetsOf(text), targetsOf(after))
  if (damage !== undefined) yield `on the page, ${damage}`
}

/** The letters of a text outside of brackets, in any order: entries may stand elsewhere, and names become numbers. */
function lettersOf(text: string): string {
  return Array.from(text.replaceAll(/\[\^[^\]]*\]/g, '').replaceAll(/[^\p{L}]/gu, ''))
    .toSorted()
    .join('')
}
