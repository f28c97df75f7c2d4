import type { BibliographyEntry } from '../bibliography/bibliography.ts'
import type { Range, Source } from '../source.ts'
import type { Entry } from './document.ts'
import type { LinkDefinition } from './reading.ts'

/** A record, and the file that it stands in. */
export interface FiledRecord {
  readonly record: BibliographyEntry
  readonly source: Source
}

/** An entry for the source of an earlier one. */
export interface Twin {
  readonly entry: Entry
  readonly first: Entry
  /** `DOI`, `ISBN`, `address`. */
  readonly kind: string
  /** What both have, in a form of its own: case, `www.` and the like left out. */
  readonly value: string
}

/** `[label]: url` for a label that has one already. */
export interface Redefinition {
  /** `[label]`, as it is written. */
  readonly labelText: string
  readonly definition: LinkDefinition
  readonly first: LinkDefinition
}

/** A place where a bibliography is not written as its format wants it; never an empty range. */
export interface Slip extends Range {
  readonly kind: 'open' | 'stray' | 'comma' | 'equals' | 'braces' | 'key' | 'field' | 'junk'
  readonly expected: string
}

/** Where a bibliography is named, and why it cannot be read. */
export interface MissingBibliography extends Range {
  readonly path: string
  readonly reason: string
}
