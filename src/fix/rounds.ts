import type { Document, Reader } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import type { Edit, FileResult } from '../finding.ts'
import { lintDocument } from '../lint.ts'
import type { Settings } from '../settings.ts'
import { createSource } from '../source.ts'
import type { Source } from '../source.ts'
import { edited, editsOf, moved, withoutOverlaps } from './edits.ts'
import { offersOf } from './offers.ts'
import type { Offer } from './offers.ts'
import { settle } from './settle.ts'
import type { Refused } from './settle.ts'

/** What became of a document. */
export interface Fixed {
  /** The document afterwards, with what is left to find in it. */
  readonly result: FileResult
  readonly document: Document
  /** The fixes that were made, in the order in which they were. */
  readonly made: readonly Offer[]
  /** Fixes that would have changed what the document says; their places are those of the text afterwards. */
  readonly refused: readonly Refused[]
  /** There was still something to fix after the last round. */
  readonly unsettled: boolean
}

export interface FixOptions {
  /** Unsafe fixes are made too. */
  readonly unsafe?: boolean
  /** The reader of the format, where it is not built in. */
  readonly read?: Reader | undefined
}

/** Each fix can make room for another one. Rules that undo each other's work would never end. */
const mostRounds = 10

/**
 * Makes the fixes of what a document's rules find, reads the result and goes on until there is nothing left to fix. Each round
 * is verified: the document says what it said before, or the fix is not made. Pure; nothing is written.
 */
export function fixSource(source: Source, settings: Settings, { unsafe = false, read }: FixOptions = {}): Fixed {
  let document = readDocument(source, read)
  let result = lintDocument(document, settings)
  let refused: readonly Refused[] = []
  const made: Offer[] = []
  for (let round = 0; ; round++) {
    const open = offersOf(result, unsafe).filter((offer) => !isRefused(offer, refused))
    const offers = withoutOverlaps(open)
    if (offers.length === 0 || round === mostRounds)
      return { result, document, made, refused, unsettled: offers.length > 0 }
    const settled = settle(offers, document, read)
    const edits = editsOf(settled.accepted.map(({ fix }) => fix))
    refused = [...refused, ...settled.refused].map((one) => moveRefused(one, edits))
    made.push(...settled.accepted)
    document = readDocument(withText(source, edited(document.source.text, edits)), read)
    result = lintDocument(document, settings)
  }
}

function withText(source: Source, text: string): Source {
  const { path, format, language, hasByteOrderMark } = source
  return { ...createSource(path, text, { format, ...(language !== undefined && { language }) }), hasByteOrderMark }
}

function isRefused({ finding }: Offer, refused: readonly Refused[]): boolean {
  return refused.some(
    ({ offer }) =>
      offer.finding.rule === finding.rule &&
      offer.finding.messageId === finding.messageId &&
      offer.finding.range.start === finding.range.start,
  )
}

/** Where a refused fix stands when others have been made. */
function moveRefused({ offer, refusal }: Refused, edits: readonly Edit[]): Refused {
  const { finding, fix } = offer
  return {
    offer: { finding: { ...finding, range: moved(finding.range, edits) }, fix },
    refusal: { ...refusal, range: moved(refusal.range, edits) },
  }
}
