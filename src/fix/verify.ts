import type { Document, Reader } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import type { ReadOptions } from '../document/find.ts'
import type { Edit } from '../finding.ts'
import { createSource } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { compareGraphs } from './compare.ts'
import { edited } from './edits.ts'
import { graphOf } from './graph.ts'
import type { Told } from './graph.ts'

/**
 * What a fix may change besides what every fix may: white space, punctuation around markers, how a marker is written, the
 * order inside a cluster, leftovers of a paste, directives.
 *
 * - `entries`: entries may stand elsewhere, and those that nothing cites may go
 * - `renumber`: labels of markers and entries may change, and entries stand elsewhere
 * - `convert`: the same, and the notation of markers and entries; headings over reference lists may come and go
 */
export type Allowance = 'entries' | 'renumber' | 'convert'

/** An entry that went into another one, which is the same source; both are places in the text before. */
export interface Merge {
  readonly gone: Range
  readonly kept: Range
}

/** That a text may take the place of another one. */
export interface Claim {
  readonly before: Source
  /** Without a byte order mark. */
  readonly after: string
  /** What was changed, in the offsets of `before`; sorted. */
  readonly edits: readonly Edit[]
  readonly allowed: readonly Allowance[]
  /** The reader of the format, where it is not built in. */
  readonly read?: Reader | undefined
  /** How both texts are read. */
  readonly notations?: ReadOptions['notations']
  /** `before` as it was read, where somebody has done so already. */
  readonly document?: Document | undefined
  /** `after` as it was read, likewise. */
  readonly changed?: Document | undefined
  readonly merged?: readonly Merge[]
}

/** Why a text must not take the place of another one. */
export interface Refusal {
  /**
   * `bytes`: something outside the edits; `text`: words or blocks; `lost`, `new`: a marker that is gone or came;
   * `pair`: a marker that leads to another text; `defined`, `undefined`: one that leads somewhere or nowhere now;
   * `entry`: an entry that is gone, came, or says something else; `unreadable`: the format; `finding`: a rule.
   */
  readonly reason:
    | 'bytes'
    | 'text'
    | 'lost'
    | 'new'
    | 'pair'
    | 'defined'
    | 'undefined'
    | 'entry'
    | 'unreadable'
    | 'finding'
  /** What would become of the document, as the rest of a sentence: `[2] would lead to “…” instead of “…”`. */
  readonly message: string
  /** In the text before; may be empty. */
  readonly range: Range
}

/** Compares what two texts say, without a look at how one was made from the other. `undefined`: nothing to object to. */
export function verify(claim: Claim): Refusal | undefined {
  const { before, after, edits, read } = claim
  if (edited(before.text, edits) !== after) {
    return { reason: 'bytes', message: 'text outside the edits would change', range: { start: 0, end: 0 } }
  }
  const { path, format, language } = before
  const source = createSource(path, after, { format, ...(language !== undefined && { language }) })
  const document = claim.document ?? readDocument(before, read, claim)
  const changed = claim.changed?.source.text === after ? claim.changed : readDocument(source, read, claim)
  return compareTold(document, changed, claim)
}

/** The same of what was read, whatever it was read from. */
export function compareTold(
  before: Readable,
  after: Readable,
  { edits, allowed, merged = [] }: Pick<Claim, 'edits' | 'allowed' | 'merged'>,
): Refusal | undefined {
  const [problem] = after.problems
  if (problem && before.problems.length === 0) {
    return {
      reason: 'unreadable',
      message: `the document could not be read any more: ${problem.message}`,
      range: edits[0]!,
    }
  }
  return compareGraphs(graphOf(before, { allowed, merged }), graphOf(after, { allowed, merged: [] }), allowed)
}

/** What two readings are compared by. */
export type Readable = Told & Pick<Document, 'problems'>
