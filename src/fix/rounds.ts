import type { Document, Reader } from '../document/document.ts'
import type { Library } from '../document/library.ts'
import type { FileResult } from '../finding.ts'
import type { Settings } from '../settings.ts'
import type { Source } from '../source.ts'
import { attemptOf, stateOf } from './attempt.ts'
import type { Trial } from './attempt.ts'
import { withoutOverlaps } from './edits.ts'
import { offersOf } from './offers.ts'
import type { Offer } from './offers.ts'
import { settle } from './settle.ts'
import type { Attempt, Refused, Settled } from './settle.ts'

/** What became of a document. */
export interface Fixed {
  /** The document afterwards, with what is left to find in it. */
  readonly result: FileResult
  readonly document: Document
  /** The fixes that were made, in the order in which they were. */
  readonly made: readonly Offer[]
  /** Fixes that would have changed what the document says as it is now. */
  readonly refused: readonly Refused[]
  /** There was still something to fix after the last round. */
  readonly unsettled: boolean
}

export interface FixOptions {
  /** Unsafe fixes are made too. */
  readonly unsafe?: boolean
  /** The reader of the format, where it is not built in. */
  readonly read?: Reader | undefined
  /** What was read of its bibliographies. */
  readonly library?: Library | undefined
}

/**
 * Makes the fixes of what a document's rules find, reads the result and goes on until there is nothing left to fix. Each round
 * is verified: the document says what it said before, or the fix is not made. Pure; nothing is written.
 */
export function fixSource(
  source: Source,
  settings: Settings,
  { unsafe = false, read, library }: FixOptions = {},
): Fixed {
  const trial: Trial = { settings, unsafe, read, library }
  const { state, ...done } = fixInRounds(stateOf(source, trial), {
    offers: ({ result }) => offersOf(result, unsafe),
    attempt: (offers, before) => attemptOf(offers, before, trial),
  })
  return { ...state, ...done }
}

/** How something is fixed, be it a document or a book. */
export interface Work<State, O extends Offer> {
  /** The fixes that are wanted. */
  readonly offers: (state: State) => readonly O[]
  readonly attempt: Attempt<State, O>
}

/** What came of all rounds. */
export interface Done<State, O extends Offer> {
  readonly state: State
  readonly made: readonly O[]
  readonly refused: readonly Refused<O>[]
  readonly unsettled: boolean
}

/** Each fix can make room for another one. Rules that undo each other's work would never end. */
const mostRounds = 10

/** Makes the fixes that there are and those that there are then, until nothing is left to fix. */
export function fixInRounds<State extends object, O extends Offer>(
  before: State,
  work: Work<State, O>,
): Done<State, O> {
  let state = before
  const made: O[] = []
  for (let round = 0; ; round++) {
    const { accepted, refused, state: next } = settleOnce(state, work)
    if (accepted.length === 0) return { state, made, refused, unsettled: false }
    if (round === mostRounds) return { state, made, refused, unsettled: true }
    made.push(...accepted)
    state = next
  }
}

/**
 * Tries the fixes of a document until some can be made. One that was refused makes room for those that overlap with it. Several
 * findings may have one fix: it is tried once, and what came of it holds for all of them.
 */
function settleOnce<State extends object, O extends Offer>(
  state: State,
  { offers: offersIn, attempt }: Work<State, O>,
): Settled<State, O> {
  let open = offersIn(state)
  const refused: Refused<O>[] = []
  for (;;) {
    const offers = withoutOverlaps(open)
    if (offers.length === 0) return { accepted: [], refused, state }
    const settled = settle(offers, state, attempt)
    const reasons = new Map(settled.refused.map(({ offer, refusal }) => [offer.fix, refusal]))
    for (const offer of open) {
      const refusal = reasons.get(offer.fix)
      if (refusal) refused.push({ offer, refusal })
    }
    const made = new Set(settled.accepted.map(({ fix }) => fix))
    if (made.size > 0) return { ...settled, accepted: open.filter(({ fix }) => made.has(fix)), refused }
    open = open.filter(({ fix }) => !reasons.has(fix))
  }
}
