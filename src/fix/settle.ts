import type { Document, Reader } from '../document/document.ts'
import type { Library } from '../document/library.ts'
import { readDocument } from '../document/read.ts'
import type { FileResult, Fix } from '../finding.ts'
import { lintDocument } from '../lint.ts'
import type { Settings } from '../settings.ts'
import { createSource } from '../source.ts'
import type { Source } from '../source.ts'
import { withoutDoubleBlankLines } from './blank-lines.ts'
import { edited, editsOf } from './edits.ts'
import { isMade } from './offers.ts'
import type { Offer } from './offers.ts'
import { verify } from './verify.ts'
import type { Allowance, Refusal } from './verify.ts'

/** A document and what is found in it. */
export interface State {
  readonly document: Document
  readonly result: FileResult
}

/** A fix that is not made, and why. */
export interface Refused {
  readonly offer: Offer
  readonly refusal: Refusal
}

export interface Settled {
  readonly accepted: readonly Offer[]
  readonly refused: readonly Refused[]
  /** What the accepted ones make of the document. */
  readonly state: State
}

/** How fixes are tried. */
export interface Trial {
  readonly settings: Settings
  readonly unsafe: boolean
  readonly read: Reader | undefined
  readonly library: Library | undefined
}

/** Reads a source and runs the rules. */
export function stateOf(source: Source, { settings, read, library }: Trial): State {
  const document = readDocument(source, read, { ...settings, library })
  return { document, result: lintDocument(document, settings) }
}

/** Fixes that do not touch each other, in the order of the text → those that change nothing they must not. */
export function settle(offers: readonly Offer[], state: State, trial: Trial): Settled {
  const attempt = attemptOf(offers, state, trial)
  if (!('reason' in attempt)) return { accepted: offers, refused: [], state: attempt }
  if (offers.length === 1) return { accepted: [], refused: [{ offer: offers[0]!, refusal: attempt }], state }
  // One that breaks something must not keep the others from being made: each half is tried by itself.
  const middle = offers.length >> 1
  const first = settle(offers.slice(0, middle), state, trial)
  const second = settle(offers.slice(middle), state, trial)
  const refused = [...first.refused, ...second.refused]
  if (first.accepted.length === 0) return { ...second, refused }
  if (second.accepted.length === 0) return { ...first, refused }
  const accepted = [...first.accepted, ...second.accepted]
  const both = attemptOf(accepted, state, trial)
  // Each is sound, but not both: the first ones are made, and the others have another turn in the text that results.
  return 'reason' in both ? { ...first, refused } : { accepted, refused, state: both }
}

function attemptOf(offers: readonly Offer[], before: State, trial: Trial): State | Refusal {
  const fixes = offers.map(({ fix }) => fix)
  const { document } = before
  const edits = withoutDoubleBlankLines(editsOf(fixes), document.source.text)
  const after = edited(document.source.text, edits)
  if (after === document.source.text) return { reason: 'bytes', message: 'nothing would change', range: edits[0]! }
  const state = stateOf(withText(document.source, after), trial)
  const claim = {
    before: document.source,
    after,
    edits,
    allowed: allowancesOf(fixes),
    document,
    changed: state.document,
  }
  return verify(claim) ?? newFinding(before.result, state.result, trial) ?? state
}

function withText(source: Source, text: string): Source {
  const { path, format, language, hasByteOrderMark } = source
  return { ...createSource(path, text, { format, ...(language !== undefined && { language }) }), hasByteOrderMark }
}

function allowancesOf(fixes: readonly Fix[]): Allowance[] {
  return [...new Set(fixes.flatMap(({ changes }) => changes ?? []))]
}

/** A fix that mends one thing and leaves another one behind is none, unless that is mended next. */
function newFinding(before: FileResult, after: FileResult, { unsafe }: Trial): Refusal | undefined {
  const left = new Map<string, number>()
  const kindOf = ({ rule, messageId }: FileResult['findings'][number]) => `${rule} ${messageId}`
  for (const finding of before.findings) left.set(kindOf(finding), (left.get(kindOf(finding)) ?? 0) + 1)
  for (const finding of after.findings) {
    const count = left.get(kindOf(finding)) ?? 0
    left.set(kindOf(finding), count - 1)
    if (count > 0 || (isMade(finding.fix, unsafe) && finding.fix.edits.length > 0)) continue
    return { reason: 'finding', message: `${finding.rule} would say: ${finding.message}`, range: { start: 0, end: 0 } }
  }
  return undefined
}
