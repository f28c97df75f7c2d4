import { rules } from '../../rules/index.ts'
import type { Config } from '../../src/config/schema.ts'
import { readDocument } from '../../src/document/read.ts'
import type { Finding } from '../../src/finding.ts'
import { compareGraphs } from '../../src/fix/compare.ts'
import { graphOf } from '../../src/fix/graph.ts'
import { fixSource } from '../../src/fix/rounds.ts'
import type { Fixed } from '../../src/fix/rounds.ts'
import { lintSource } from '../../src/lint.ts'
import { createSource } from '../../src/source.ts'
import type { Source } from '../../src/source.ts'
import { resolverOfValue } from '../../src/value-config.ts'
import { compareMended, compareMoved, compareRemoved, compareTargets } from './compare-targets.ts'
import { targetsOf } from './second-reader.ts'

const everything: Config = { rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.severity])) }
const { settings } = resolverOfValue(everything).resolve('any.md')

export interface Sample {
  readonly path: string
  readonly text: string
}

/** One document fixed, and what it must be like now. */
interface Case {
  readonly source: Source
  readonly fixed: Fixed
  readonly unsafe: boolean
}

/** What must hold of a document when it was fixed; each gives what does not, in words. */
const properties = { ends, isFixed, bringsNothing, keepsPairs, keepsPairsOnThePage, keepsLetters } as const

export interface Judgement {
  /** How many fixes were made. */
  readonly made: number
  readonly refused: number
  readonly complaints: readonly string[]
}

export function judge({ path, text }: Sample, unsafe: boolean): Judgement {
  const source = createSource(path, text)
  const fixed = fixSource(source, settings, { unsafe })
  // Where nothing was made, the text is the one that it was, and all that was read of it.
  const held = fixed.made.length > 0 ? Object.entries(properties) : [['isFixed', isFixed] as const]
  const complaints = held.flatMap(([name, property]) => {
    const complaint = property({ source, fixed, unsafe })
    return complaint === undefined ? [] : [`${name}: ${complaint}`]
  })
  return { made: fixed.made.length, refused: fixed.refused.length, complaints }
}

/** Made twice, fixes are made once. */
function ends({ fixed, unsafe }: Case): string | undefined {
  if (fixed.unsettled) return 'there is more to fix after the last round'
  const again = fixSource(fixed.result.source, settings, { unsafe })
  return again.made.length > 0
    ? `a second run changes ${JSON.stringify(fixed.result.source.text)} to ${JSON.stringify(again.result.source.text)}`
    : undefined
}

function isFixed({ fixed, unsafe }: Case): string | undefined {
  const left = fixed.result.findings.filter(({ fix }) => fix && (unsafe || fix.safe) && fix.edits.length > 0)
  return left.length > fixed.refused.length ? `${left.map(({ message }) => message).join('; ')} is left` : undefined
}

/** Nothing comes that was not there, but what a fix mends that is refused. */
function bringsNothing({ source, fixed }: Case): string | undefined {
  const known = kindsIn(source)
  const refused = new Set(fixed.refused.map(({ offer }) => offer.finding))
  const come = fixed.result.findings.find((finding) => !known.has(kindOf(finding)) && !refused.has(finding))
  return come && `${kindOf(come)} came, in ${JSON.stringify(fixed.result.source.text)}`
}

let last: { readonly source: Source; readonly kinds: ReadonlySet<string> } | undefined

/** What is found in a text before it is fixed, once for all ways to do so. */
function kindsIn(source: Source): ReadonlySet<string> {
  const isKnown = last?.source.text === source.text && last.source.path === source.path
  if (!isKnown) last = { source, kinds: new Set(lintSource(source, settings).findings.map(kindOf)) }
  return last!.kinds
}

const kindOf = ({ rule, messageId }: Finding) => `${rule} ${messageId}`

/** The verifier looks at each round; over all of them, the same must hold. */
function keepsPairs({ source, fixed, unsafe }: Case): string | undefined {
  if (unsafe) return undefined
  const options = { allowed: [], merged: [] }
  return compareGraphs(graphOf(readDocument(source), options), graphOf(fixed.document, options), [])?.message
}

function keepsPairsOnThePage({ source, fixed }: Case): string | undefined {
  if (source.format !== 'markdown') return undefined
  return compareFixed(source.text, fixed)
}

/** What of a page leads elsewhere than fixes of these kinds may let it. */
export function compareFixed(text: string, { made, result }: Pick<Fixed, 'made' | 'result'>): string | undefined {
  const [before, after] = [targetsOf(text), targetsOf(result.source.text)]
  const changes = new Set(made.map(({ fix }) => fix.changes))
  const isMended = made.some(({ finding }) => finding.rule.endsWith('-malformed'))
  const removed = made.filter(({ finding }) => finding.rule === 'entry-unused').length
  // Of entries that have moved or gone, one whose colon was mended before may be any.
  if (isMended) return changes.size > 1 ? undefined : compareMended(before, after)
  if (removed > 0) return compareRemoved(before, after, removed)
  return changes.has('renumber') || changes.has('entries') ? compareMoved(before, after) : compareTargets(before, after)
}

/** Safe fixes touch no letter, but those of a leftover and of a marker that is there twice. */
function keepsLetters({ source, fixed, unsafe }: Case): string | undefined {
  if (unsafe || fixed.made.some(({ finding }) => /residue|duplicate/.test(finding.rule))) return undefined
  const letters = (text: string) => text.replaceAll(/[^\p{L}]/gu, '')
  return letters(source.text) === letters(fixed.result.source.text) ? undefined : 'letters changed'
}
