import type { Offer } from './offers.ts'
import type { Refusal } from './verify.ts'

/** A fix that is not made, and why. */
export interface Refused<O extends Offer = Offer> {
  readonly offer: O
  readonly refusal: Refusal
}

/** What came of some offers. */
export interface Settled<State, O extends Offer = Offer> {
  readonly accepted: readonly O[]
  readonly refused: readonly Refused<O>[]
  /** What the accepted ones make of the document. */
  readonly state: State
}

/** What fixes make of a document, a book, or why they must not. */
export type Attempt<State, O extends Offer = Offer> = (offers: readonly O[], state: State) => State | Refusal

/** Fixes that do not touch each other, in the order of the text → those that change nothing they must not. */
export function settle<State extends object, O extends Offer>(
  offers: readonly O[],
  state: State,
  attempt: Attempt<State, O>,
): Settled<State, O> {
  const outcome = attempt(offers, state)
  if (!('reason' in outcome)) return { accepted: offers, refused: [], state: outcome }
  if (offers.length === 1) return { accepted: [], refused: [{ offer: offers[0]!, refusal: outcome }], state }
  // One that breaks something must not keep the others from being made: each half is tried by itself.
  const middle = offers.length >> 1
  const first = settle(offers.slice(0, middle), state, attempt)
  const second = settle(offers.slice(middle), state, attempt)
  const refused = [...first.refused, ...second.refused]
  if (first.accepted.length === 0) return { ...second, refused }
  if (second.accepted.length === 0) return { ...first, refused }
  const accepted = [...first.accepted, ...second.accepted]
  const both = attempt(accepted, state)
  // Each is sound, but not both: the first ones are made, and the others have another turn in the text that results.
  return 'reason' in both ? { ...first, refused } : { accepted, refused, state: both }
}
