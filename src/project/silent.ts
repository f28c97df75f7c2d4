import type { FileResult } from '../finding.ts'
import type { Settings } from '../settings.ts'
import type { Source } from '../source.ts'
import { noStats } from '../stats.ts'

/** What stands in each comment that is a directive. */
export const directiveName = 'footlint'

/** Whether a comment may be a directive, which somebody audits. */
const mayDirect = (text: string): boolean => text.includes('<!--') && text.includes(directiveName)

/** What our rules look at, by the first word of their ids. Those of plugins, with a slash in them, may look at anything. */
const things = /^(?:marker|cluster|entry|series|bibliography)-[^/]*$/

/**
 * The result of a document without markers, entries and leftovers, if rules have nothing to look at in it: what would read
 * it, and run them, need not be loaded.
 */
export function silentResult(source: Source, settings: Settings): FileResult | undefined {
  if (mayDirect(source.text) || !isContent(settings)) return undefined
  return { source, stats: noStats, findings: [], suppressed: [] }
}

const known = new WeakMap<Settings, boolean>()

/** Whether all rules look at our things. One object holds the settings of many files. */
export function isContent(settings: Settings): boolean {
  const answer = known.get(settings) ?? settings.rules.every(({ rule }) => things.test(rule.id))
  known.set(settings, answer)
  return answer
}
