import type { Range } from '../source.ts'

/** What a reader of bibliographies stumbles over. */
export type ProblemKind =
  /** A delimiter that is missing (`expected` is it) or that nothing opened (`expected` is empty). */
  | 'brace'
  | 'parenthesis'
  | 'quote'
  | 'comma'
  | 'equals'
  /** A value that is missing, or bare where it needs braces. */
  | 'value'
  /** A key that is missing or has white space in it. */
  | 'key'
  /** A key that an earlier entry has; a key that only differs from an earlier one (`expected`) in case; a field given twice. */
  | 'duplicate-key'
  | 'key-case'
  | 'duplicate-field'
  /** Text that belongs to nothing. */
  | 'junk'
  /** JSON or YAML that cannot be read from here on. */
  | 'syntax'
  /** Nested deeper than any bibliography is. */
  | 'depth'
  /** The file is of a kind that is not read, or holds no list of items. */
  | 'format'

/** A mistake in a bibliography, as data: readers go on behind it and throw nothing. */
export interface Problem {
  readonly kind: ProblemKind
  readonly range: Range
  /** What should stand at the range; empty where nothing should, or where nobody can know. */
  readonly expected: string
}

/** A value with the place where it is written. */
export interface Placed {
  readonly value: string
  /** UTF-16 offsets, without quotes and braces around the value. */
  readonly range: Range
}
