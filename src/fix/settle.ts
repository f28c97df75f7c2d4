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

/** So many fixes are told apart from their neighbours to see which of them it is that must not be made. */
const mostSingled = 50

/**
 * Fixes that do not touch each other, in the order of the text → those that change nothing they must not. One that breaks
 * something must not keep the others from being made: what cannot be made together is tried by halves. What is refused beside
 * others has another turn in the text that results.
 */
export function settle<State extends object, O extends Offer>(
  offers: readonly O[],
  state: State,
  attempt: Attempt<State, O>,
): Settled<State, O> {
  let accepted: readonly O[] = []
  let reached = state
  const left: Refused<O>[] = []
  const add = (more: readonly O[]): void => {
    const all = [...accepted, ...more]
    const outcome = attempt(all, state)
    if (!('reason' in outcome)) {
      accepted = all
      reached = outcome
    } else if (more.length === 1 || left.length >= mostSingled) {
      for (const offer of more) left.push({ offer, refusal: outcome })
    } else {
      const middle = more.length >> 1
      add(more.slice(0, middle))
      add(more.slice(middle))
    }
  }
  add(offers)
  return { accepted, refused: left, state: reached }
}
