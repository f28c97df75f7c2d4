import type { Source } from '../source.ts'
import type { Document } from './document.ts'
import type { ReadOptions } from './find.ts'
import { hasHint, hasMarkdownHint } from './hints.ts'
import { noLibrary } from './library.ts'

/**
 * A document without a marker, an entry or a leftover. What else it is made of is worked out only where somebody asks for
 * it, which most rules have no reason to do.
 */
export function unmarkedDocument(source: Source, workOut: () => Document): Document {
  let whole: Document | undefined
  const read = () => (whole ??= workOut())
  return {
    source,
    get blocks() {
      return read().blocks
    },
    get titles() {
      return read().titles
    },
    get comments() {
      return read().comments
    },
    get verdicts() {
      return read().verdicts
    },
    parts: [],
    problems: [],
    marks: [],
    clusters: [],
    entries: [],
    series: [],
    uncited: [],
    strays: [],
    residues: [],
    twins: [],
    slips: [],
    missing: [],
    redefinitions: [],
  }
}

/** Whether all that may be a marker or an entry has a sign. */
export function goesBySigns({ notations, library = noLibrary }: ReadOptions): boolean {
  return library === noLibrary && (notations?.parenthesis ?? 'off') === 'off'
}

/** Whether a look at the characters of a source shows that nothing in it is a marker or an entry. */
export function isUnmarked({ format, text }: Source, options: ReadOptions): boolean {
  if (!goesBySigns(options)) return false
  if (format === 'text') return !hasHint(text)
  return format === 'markdown' && !hasMarkdownHint(text)
}
