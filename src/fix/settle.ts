import type { Document, Reader } from '../document/document.ts'
import type { Fix } from '../finding.ts'
import { edited, editsOf } from './edits.ts'
import type { Offer } from './offers.ts'
import { verify } from './verify.ts'
import type { Allowance, Refusal } from './verify.ts'

/** A fix that is not made, and why. */
export interface Refused {
  readonly offer: Offer
  readonly refusal: Refusal
}

export interface Settled {
  readonly accepted: readonly Offer[]
  readonly refused: readonly Refused[]
}

/** Fixes that do not touch each other, in the order of the text → those that change nothing they must not. */
export function settle(offers: readonly Offer[], document: Document, read: Reader | undefined): Settled {
  const refusal = refusalOf(offers, document, read)
  if (!refusal) return { accepted: offers, refused: [] }
  if (offers.length === 1) return { accepted: [], refused: [{ offer: offers[0]!, refusal }] }
  // One that breaks something must not keep the others from being made: each half is tried by itself.
  const middle = offers.length >> 1
  const first = settle(offers.slice(0, middle), document, read)
  const second = settle(offers.slice(middle), document, read)
  const accepted = [...first.accepted, ...second.accepted]
  const refused = [...first.refused, ...second.refused]
  const areAtOdds = first.accepted.length > 0 && second.accepted.length > 0 && refusalOf(accepted, document, read)
  // Each is sound, but not both: the first ones are made, and the others have another turn in the text that results.
  return { accepted: areAtOdds ? first.accepted : accepted, refused }
}

function refusalOf(offers: readonly Offer[], document: Document, read: Reader | undefined): Refusal | undefined {
  const fixes = offers.map(({ fix }) => fix)
  const edits = editsOf(fixes)
  const { source } = document
  const after = edited(source.text, edits)
  return verify({ before: source, after, edits, allowed: allowancesOf(fixes), read, document })
}

function allowancesOf(fixes: readonly Fix[]): Allowance[] {
  return [...new Set(fixes.flatMap(({ changes }) => changes ?? []))]
}
