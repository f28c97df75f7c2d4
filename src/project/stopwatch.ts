import type * as closely from './closely.ts'

/** A step of a run, or one of its rules. */
export type Step =
  | 'find'
  | 'configure'
  | 'cache'
  | 'read'
  | 'bibliographies'
  | 'look'
  | 'load'
  | 'split'
  | 'segments'
  | 'parse'
  | 'judge'
  | 'compare'
  | 'directives'
  | 'books'
  | 'threads'
  | 'report'
  | `rule ${string}`

/** What is counted beside: files and their characters, those that are read with care, characters that the parser gets. */
export type Counted = 'files' | 'characters' | 'close' | 'closeCharacters' | 'parsed' | 'recalled' | 'threads'

/** What a thread has measured. Plain data. */
export interface Measured {
  readonly steps: ReadonlyMap<Step, Spent>
  readonly counts: ReadonlyMap<Counted, number>
}

export interface Spent {
  readonly milliseconds: number
  readonly times: number
}

/** What looks at documents with care. */
export type Closely = Pick<typeof closely, 'readDocument' | 'lintDocument'>

/** Hears of every step of a run. */
export interface Stopwatch {
  /** Does a step, and may take its time, without that of the steps inside of it. */
  readonly time: <T>(step: Step, work: () => T) => T
  readonly count: (what: Counted, number: number) => void
  readonly add: (measured: Measured) => void
  readonly closely: () => Promise<Closely>
}

/** Nobody wants to know. */
export const idle: Stopwatch = {
  time: (_, work) => work(),
  count: () => {},
  add: () => {},
  closely: () => import('./closely.ts'),
}
