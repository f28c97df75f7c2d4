import { placeInFile } from '../document/book.ts'
import type { BookOptions } from '../document/read-book.ts'
import type { FileResult, Fix } from '../finding.ts'
import { lintWholeBook } from '../lint-book.ts'
import type { BookText, LintedBook } from '../lint-book.ts'
import { allowancesOf, newFinding } from './attempt.ts'
import { withoutDoubleBlankLines } from './blank-lines.ts'
import { editsOf } from './edits.ts'
import { isMade } from './offers.ts'
import type { Offer } from './offers.ts'
import { fixInRounds } from './rounds.ts'
import type { Work } from './rounds.ts'
import type { Refused } from './settle.ts'
import { editedTexts, verifyBook } from './verify-book.ts'
import type { Refusal } from './verify.ts'

/** How a book is fixed. */
export interface BookTrial extends BookOptions {
  readonly unsafe: boolean
  /** The files that may change. */
  readonly wanted: ReadonlySet<string>
}

/** A fix with its edits by offsets of the joined text. */
export interface BookOffer extends Offer {
  /** The file of the finding. */
  readonly path: string
}

/** A fix that changes other files than the one of its finding. */
export interface Reaching extends BookOffer {
  /** The files that it changes. */
  readonly paths: readonly string[]
}

export interface FixedBook {
  /** All files afterwards, in the order of the book. */
  readonly files: readonly FileResult[]
  readonly made: readonly BookOffer[]
  readonly refused: readonly Refused<BookOffer>[]
  readonly unsettled: boolean
  /** Those that are not made, since they are unsafe or change files that must not. */
  readonly reaching: readonly Reaching[]
}

export interface BookState extends LintedBook {
  readonly texts: readonly BookText[]
}

/** How a book is fixed, and what it is before; `undefined`: a file could not be read, which may cite what would change. */
export function bookWork(
  texts: readonly BookText[],
  { unsafe, wanted, ...options }: BookTrial,
): (Work<BookState, BookOffer> & { readonly before: BookState }) | undefined {
  const read = (now: readonly BookText[]): BookState => ({ ...lintWholeBook(now, options), texts: now })
  const offers = (state: BookState) => offersOf(state, wanted).filter(({ fix }) => isMade(fix, unsafe))
  const attempt = (chosen: readonly BookOffer[], now: BookState): BookState | Refusal => {
    const fixes = chosen.map(({ fix }) => fix)
    const edits = withoutDoubleBlankLines(editsOf(fixes), now.book.source.text)
    const after = editedTexts(now.texts, now.book.parts, edits)
    if (after.every(({ source }, index) => source.text === now.texts[index]!.source.text))
      return { reason: 'bytes', message: 'nothing would change', range: edits[0]! }
    const state = read(after)
    const next = new Set(offers(state).flatMap(({ finding, fix }) => (fix.edits.length > 0 ? finding : [])))
    const claim = { before: now.book, after, edits, options, allowed: allowancesOf(fixes), changed: state.book }
    return verifyBook(claim) ?? newFinding(findingsIn(now), findingsIn(state), (one) => next.has(one)) ?? state
  }
  const before = read(texts)
  return before.book.parts.some(({ own }) => own.problems?.length) ? undefined : { before, offers, attempt }
}

/**
 * Fixes files of a book. Each round is verified by reading the whole book: what the markers of the other files lead to stays
 * as it is, too. A fix that changes several files is made where all of them may change.
 */
export function fixBook(texts: readonly BookText[], trial: BookTrial): FixedBook | undefined {
  const { unsafe, wanted } = trial
  const work = bookWork(texts, trial)
  if (!work) return undefined
  const { state, ...done } = fixInRounds(work.before, work)
  const reaching = reachingIn(state, wanted).filter(({ fix, paths }) => !isMade(fix, unsafe) || !areIn(paths, wanted))
  return { files: state.files, ...done, reaching }
}

const findingsIn = ({ files }: LintedBook) => files.flatMap((file) => file.findings)
const areIn = (paths: readonly string[], wanted: ReadonlySet<string>) => paths.every((path) => wanted.has(path))

/** The fixes of the files that may change, by offsets of the joined text. */
function offersOf(state: BookState, wanted: ReadonlySet<string>): BookOffer[] {
  const { files, book } = state
  const own = files.flatMap(({ source, findings }, index) => {
    const { path } = source
    if (!wanted.has(path)) return []
    const { start } = book.parts[index]!
    // Several findings may have one fix.
    const fixes = new Map(findings.flatMap(({ fix }) => (fix ? [[fix, shifted(fix, start)]] : [])))
    return findings.flatMap((finding) => (finding.fix ? { finding, path, fix: fixes.get(finding.fix)! } : []))
  })
  return [...own, ...reachingIn(state, wanted).filter(({ paths }) => areIn(paths, wanted))]
}

function shifted(fix: Fix, by: number): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })) }
}

function reachingIn({ book, files, reaching }: LintedBook, wanted: ReadonlySet<string>): Reaching[] {
  return files.flatMap(({ source, findings }) => {
    if (!wanted.has(source.path)) return []
    return findings.flatMap((finding): Reaching[] => {
      const fix = reaching.get(finding)
      if (!fix) return []
      const paths = new Set(fix.edits.map((edit) => placeInFile(book, edit).source.path))
      return [{ finding, path: source.path, fix, paths: [...paths] }]
    })
  })
}
