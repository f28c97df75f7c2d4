import { noLibrary } from '../document/library.ts'
import type { Library } from '../document/library.ts'
import { orderlyNotes } from '../document/orderly/orderly.ts'
import type { OrderlyNotes } from '../document/orderly/orderly.ts'
import { isUnmarked } from '../document/unmarked.ts'
import type { FileResult, Stats } from '../finding.ts'
import type { Settings } from '../settings.ts'
import type { Source } from '../source.ts'
import { noStats, statsOfNotes } from '../stats.ts'

/** What stands in each comment that is a directive. */
export const directiveName = 'footlint'

/** Whether a comment may be a directive, which somebody audits. */
const mayDirect = (text: string): boolean => text.includes('<!--') && text.includes(directiveName)

/** What a look at the characters of a source shows. */
export interface Look {
  readonly source: Source
  readonly settings: Settings
  readonly library: Library
  /** It holds no marker, no entry and no leftover. */
  readonly isUnmarked: boolean
  /** The result, where there is nothing to say: what would read the document, and run the rules, need not be loaded. */
  readonly result: FileResult | undefined
}

/** Who reads a file with care asks what somebody else has seen in it a moment ago. */
let last: Look | undefined

/** Looks at a source. */
export function lookAt(source: Source, settings: Settings, library = noLibrary): Look {
  if (last?.source === source && last.settings === settings && last.library === library) return last
  const options = { ...settings, library }
  const unmarked = isUnmarked(source, options)
  const stats = () => (unmarked ? noStats : silentStats(orderlyNotes(source, options), settings))
  return keep({ source, settings, library, isUnmarked: unmarked }, stats)
}

/** The same of a source that has no sign of a marker but those of footnotes. */
export function lookAtNotes(source: Source, settings: Settings): Look {
  const stats = () => silentStats(orderlyNotes(source, settings, true), settings)
  return keep({ source, settings, library: noLibrary, isUnmarked: false }, stats)
}

function keep(seen: Omit<Look, 'result'>, statsOf: () => Stats | undefined): Look {
  const { source, settings } = seen
  const isQuiet = !mayDirect(source.text) && isContent(settings)
  const stats = isQuiet ? statsOf() : undefined
  last = { ...seen, result: stats && { source, stats, findings: [], suppressed: [] } }
  return last
}

/** The figures of notes, if no rule has anything to say of them. */
function silentStats(notes: OrderlyNotes | undefined, { rules }: Settings): Stats | undefined {
  const isSilent = notes && rules.every(({ rule, options }) => rule.silentOn!(notes, options))
  return isSilent ? statsOfNotes(notes) : undefined
}

const known = new WeakMap<Settings, boolean>()

/** Whether all rules can tell that they have nothing to say without reading a document. One object holds the settings of many files. */
export function isContent(settings: Settings): boolean {
  const answer = known.get(settings) ?? settings.rules.every(({ rule }) => rule.silentOn !== undefined)
  known.set(settings, answer)
  return answer
}
