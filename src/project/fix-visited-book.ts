import { fixBook } from '../fix/fix-book.ts'
import type { Reaching } from '../fix/fix-book.ts'
import type { FixedFile } from './fix-files.ts'
import type { VisitedBook } from './visit-book.ts'
import type { Replacement } from './write-all.ts'

/** What became of a book. */
export interface FixedVisitedBook {
  /** Those that were asked for. */
  readonly files: readonly FixedFile[]
  readonly reaching: readonly Reaching[]
  /** All of its files: those that stay as they are have to be there as they were read. */
  readonly replacements: readonly Replacement[]
  readonly isChanged: boolean
}

/** Fixes the files of a book that are asked for; `undefined` where what could not be read may cite what would change. */
export function fixVisitedBook(
  { texts: visited, wanted, scope, isWhole }: VisitedBook,
  unsafe: boolean,
): FixedVisitedBook | undefined {
  if (!isWhole) return undefined
  const texts = visited.map(({ resolution, ...text }) => ({ ...text, settings: resolution.settings }))
  const fixed = fixBook(texts, { scope, isWhole, unsafe, wanted })
  if (!fixed) return undefined
  const replacements = texts.map(({ source }, index) => ({ before: source, text: fixed.files[index]!.source.text }))
  const files = texts.flatMap(({ source: before }, index): FixedFile[] => {
    const { path } = before
    if (!wanted.has(path)) return []
    const made = fixed.made.filter((offer) => offer.path === path)
    const refused = fixed.refused.filter(({ offer }) => offer.path === path)
    return [{ before, fixed: { result: fixed.files[index]!, made, refused, unsettled: fixed.unsettled } }]
  })
  const isChanged = replacements.some(({ before, text }) => before.text !== text)
  return { files, reaching: fixed.reaching, replacements, isChanged }
}
