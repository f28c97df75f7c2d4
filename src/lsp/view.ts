import { placeInFile } from '../document/book.ts'
import type { FilePlace } from '../document/book.ts'
import type { Document, Reader } from '../document/document.ts'
import type { Library } from '../document/library.ts'
import type { FileResult, Finding, Fix } from '../finding.ts'
import type { VisitedBook } from '../project/visit-book.ts'
import type { Settings } from '../settings.ts'
import type { Range, Source } from '../source.ts'

/** What was read of one version of a text: all requests are answered from it, and none reads again. */
export interface View {
  /** The folder that paths of sources are relative to. */
  readonly cwd: string
  readonly source: Source
  readonly settings: Settings
  readonly read: Reader | undefined
  readonly library: Library
  /** All that is found. */
  readonly result: FileResult
  /** What of it is shown: not what a baseline has recorded. */
  readonly findings: readonly Finding[]
  /** Several where a book numbers by chapter. Their places are those of the joined text. */
  readonly documents: readonly Document[]
  /** The files of the joined text; one, where the text stands for itself. */
  readonly parts: readonly FilePlace[]
  /** Where the text begins in the joined text. */
  readonly start: number
  /** Fixes that change other files of the book than the one of their finding. */
  readonly reaching: ReadonlyMap<Finding, Fix>
  readonly book: VisitedBook | undefined
}

/** A place of the joined text in its file. */
export function placeOf({ parts }: View, range: Range): FilePlace {
  return placeInFile({ parts }, range)
}

/** Whether a place of the joined text is in the file that the view is of. */
export function isOwn({ start, source }: View, range: Range): boolean {
  return start <= range.start && range.end <= start + source.text.length
}

/** A place of the joined text that is in the view's own file. */
export function ownRange({ start: by }: View, { start, end }: Range): Range {
  return { start: start - by, end: end - by }
}
