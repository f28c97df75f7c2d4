import type { Document, Reader } from '../document/document.ts'
import type { Library } from '../document/library.ts'
import { readDocument } from '../document/read.ts'
import type { FileResult, Finding, Fix } from '../finding.ts'
import { lintDocument } from '../lint.ts'
import type { Settings } from '../settings.ts'
import type { Source } from '../source.ts'
import { withoutDoubleBlankLines } from './blank-lines.ts'
import { edited, editsOf, withText } from './edits.ts'
import { isMade } from './offers.ts'
import type { Offer } from './offers.ts'
import { verify } from './verify.ts'
import type { Allowance, Refusal } from './verify.ts'

/** A document and what is found in it. */
export interface State {
  readonly document: Document
  readonly result: FileResult
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

/** Makes fixes in a document that do not touch each other. */
export function attemptOf(offers: readonly Offer[], before: State, trial: Trial): State | Refusal {
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
  const isMended = ({ fix }: Finding) => isMade(fix, trial.unsafe) && fix.edits.length > 0
  return verify(claim) ?? newFinding(before.result.findings, state.result.findings, isMended) ?? state
}

export function allowancesOf(fixes: readonly Fix[]): Allowance[] {
  return [...new Set(fixes.flatMap(({ changes }) => changes ?? []))]
}

/** A fix that mends one thing and leaves another one behind is none, unless that is mended next. */
export function newFinding(
  before: readonly Finding[],
  after: readonly Finding[],
  isMended: (finding: Finding) => boolean,
): Refusal | undefined {
  const left = new Map<string, number>()
  const kindOf = ({ rule, messageId }: Finding) => `${rule} ${messageId}`
  for (const finding of before) left.set(kindOf(finding), (left.get(kindOf(finding)) ?? 0) + 1)
  for (const finding of after) {
    const count = left.get(kindOf(finding)) ?? 0
    left.set(kindOf(finding), count - 1)
    if (count > 0 || isMended(finding)) continue
    return { reason: 'finding', message: `${finding.rule} would say: ${finding.message}`, range: { start: 0, end: 0 } }
  }
  return undefined
}
