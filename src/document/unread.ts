import { coveredNumbers } from './covered.ts'
import type { Family, Verdict } from './document.ts'
import { labelKey } from './label.ts'
import type { EntryObject } from './series/entry.ts'

/**
 * Brackets of a family that count for nothing, whatever the reason (`C[2]` reads as an index, no entry has the number): a
 * person may see a marker or an entry in each, and would see another one in it when its number has become another's. Left
 * out are those that nobody takes for one.
 */
export function unreadOf(verdicts: readonly Verdict[], family: Family): Verdict[] {
  return verdicts.filter(
    ({ accepted, reason, candidate }) => !accepted && candidate.family === family && !isPlain(reason, family),
  )
}

/** `$x[1]$` is an index to anybody; `[^1]` between two dollars is a note to all who know no formulas. */
function isPlain(reason: string, family: Family): boolean {
  return plain.test(reason) || (family !== 'footnote' && reason.includes('formula'))
}

/** `B12[3]` may be a word and a marker; `a_b[3]` is not. */
const plain =
  /label of an entry|escaped|a link|an address|box to tick|switched off|it is a year|version|^`[^`]*[_.$][^`]*` reads/

/** All that such a bracket may cite. */
export function unreadKeys({ candidate }: Verdict): string[] {
  return candidate.members.flatMap((member) =>
    member.through === undefined ? [labelKey(member)] : coveredNumbers(member).map(String),
  )
}

/**
 * Tells of entries that they are none to take out: one that some bracket may cite which was not read so, that may have another
 * label, or that holds lines which may be entries of their own.
 */
export function createDoubt(verdicts: readonly Verdict[]): (entry: EntryObject) => boolean {
  const known = new Map<Family, ReadonlySet<string>>()
  const doubtedOf = (family: Family) => {
    const doubted = known.get(family) ?? new Set(unreadOf(verdicts, family).flatMap(unreadKeys))
    known.set(family, doubted)
    return doubted
  }
  return (entry) => {
    if (entry.malformed || holdsLabelledLine(entry.text)) return true
    return entry.markers.length === 0 && doubtedOf(entry.family).has(labelKey(entry))
  }
}

/** Most entries are one line. */
const holdsLabelledLine = (text: string) => (text.includes('\n') || text.includes('\r')) && labelledLine.test(text)
const labelledLine = /[\r\n][ \t>]*(?:\[\^?[^[\]\s]{1,60}\]|\d{1,4}[.)][ \t])/
