import { collect } from '../collect.ts'
import type { Document } from '../document/document.ts'
import { noLibrary } from '../document/library.ts'
import type { Library } from '../document/library.ts'
import { orderlyNotes } from '../document/orderly/orderly.ts'
import type { OrderlyNotes } from '../document/orderly/orderly.ts'
import { isUnmarked } from '../document/unmarked.ts'
import { compareFindings } from '../finding.ts'
import type { FileResult, Finding } from '../finding.ts'
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
  /** The result, where a look is all that it takes: what would read the document need not be loaded. */
  readonly result: FileResult | undefined
}

/** Who reads a file with care asks what somebody else has seen in it a moment ago. */
let last: Look | undefined

/** Looks at a source. */
export function lookAt(source: Source, settings: Settings, library = noLibrary): Look {
  if (last?.source === source && last.settings === settings && last.library === library) return last
  const options = { ...settings, library }
  const unmarked = isUnmarked(source, options)
  const judge = () =>
    unmarked ? { stats: noStats, findings: [] } : judgeNotes(orderlyNotes(source, options), source, settings)
  return keep({ source, settings, library, isUnmarked: unmarked }, judge)
}

/** The same of a source that has no sign of a marker but those of footnotes. */
export function lookAtNotes(source: Source, settings: Settings): Look {
  const judge = () => judgeNotes(orderlyNotes(source, settings, true), source, settings)
  return keep({ source, settings, library: noLibrary, isUnmarked: false }, judge)
}

/** What is said of a source. */
type Said = Pick<FileResult, 'stats' | 'findings'>

function keep(seen: Omit<Look, 'result'>, judge: () => Said | undefined): Look {
  const { source, settings } = seen
  const isQuiet = !mayDirect(source.text) && isContent(settings)
  const said = isQuiet ? judge() : undefined
  last = { ...seen, result: said && { source, ...said, suppressed: [] } }
  return last
}

/** What of a document is known when its notes are. */
type Seen = Pick<Document, 'source' | 'uncited'>
const seen: ReadonlySet<keyof Document> = new Set<keyof Seen>(['source', 'uncited'])

/** What the rules say of notes, if those that have something to say need to know no more. */
function judgeNotes(notes: OrderlyNotes | undefined, source: Source, { rules }: Settings): Said | undefined {
  if (!notes) return undefined
  const speaking = rules.filter(({ rule, options }) => !rule.silentOn!(notes, options))
  if (!speaking.every(({ rule: { reads } }) => reads?.every((name) => seen.has(name)))) return undefined
  const { uncited, entries } = notes
  const document: Seen = { source, uncited: uncited.length === 0 ? [] : [{ entries: uncited, among: entries }] }
  const findings: Finding[] = []
  for (const setting of speaking) collect(document as Document, setting, findings)
  return { stats: statsOfNotes(notes), findings: findings.sort(compareFindings) }
}

const known = new WeakMap<Settings, boolean>()

/** Whether all rules can tell that they have nothing to say without reading a document. One object holds the settings of many files. */
export function isContent(settings: Settings): boolean {
  const answer = known.get(settings) ?? settings.rules.every(({ rule }) => rule.silentOn !== undefined)
  known.set(settings, answer)
  return answer
}
