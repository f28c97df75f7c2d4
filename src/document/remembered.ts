import type { Candidate } from './document.ts'

/**
 * A question that a candidate answers by itself and by its block, whatever else the document holds. Where a text is read
 * again after each edit, it is asked once, as long as what the candidate stands in does not change.
 */
export function remembered<Answer>(ask: (candidate: Candidate) => Answer): (candidate: Candidate) => Answer {
  const known = new WeakMap<Candidate, { readonly answer: Answer }>()
  return (candidate) => {
    const { origin } = candidate
    if (!origin) return ask(candidate)
    let found = known.get(origin)
    if (!found) {
      found = { answer: ask(candidate) }
      known.set(origin, found)
    }
    return found.answer
  }
}
