import { isUnmarked } from '../document/unmarked.ts'
import type { Library } from '../document/library.ts'
import type { FileResult } from '../finding.ts'
import type { Settings } from '../settings.ts'
import type { Source } from '../source.ts'
import { noStats } from '../stats.ts'

/** Whether a comment may be a directive, which somebody audits. */
const mayDirect = (text: string): boolean => text.includes('<!--') && text.includes('footlint')

/** What our rules look at, by the first word of their ids. Those of plugins, with a slash in them, may look at anything. */
const things = /^(?:marker|cluster|entry|series|bibliography)-[^/]*$/

/**
 * The result of a document in which rules have nothing to look at: what would read it, and run them, need not be loaded.
 */
export function silentResult(source: Source, settings: Settings, library: Library): FileResult | undefined {
  const { rules, notations } = settings
  if (!isUnmarked(source, { ...(notations && { notations }), library })) return undefined
  if (mayDirect(source.text) || !rules.every(({ rule }) => things.test(rule.id))) return undefined
  return { source, stats: noStats, findings: [], suppressed: [] }
}
