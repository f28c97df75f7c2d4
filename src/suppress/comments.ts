import { compareFindings } from '../finding.ts'
import type { Finding, Suppressed } from '../finding.ts'
import type { Settings } from '../settings.ts'
import { auditDirectives } from './audits.ts'
import { coverOf } from './cover.ts'
import { directivesOf } from './directive.ts'
import type { Commented, Mention } from './directive.ts'

/**
 * Takes out the findings that directives in the text silence, and adds what there is to say about the directives. What is
 * said about a directive cannot be silenced by one: `disable-file` would hide its own mistakes.
 *
 * Findings have to be sorted; they come back sorted.
 */
export function suppress(
  document: Commented,
  findings: readonly Finding[],
  settings: Settings,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly Suppressed[] } {
  const directives = settings.directives ? directivesOf(document) : []
  if (directives.length === 0) return { findings, suppressed: [] }
  const cover = coverOf(document, directives)
  const used = new Set<Mention>()
  const remaining: Finding[] = []
  const suppressed: Suppressed[] = []
  for (const finding of findings) {
    const mention = cover.mentionFor(finding)
    if (mention) {
      used.add(mention)
      suppressed.push({ finding, by: 'directive', reason: mention.directive.reason })
    } else remaining.push(finding)
  }
  for (const mention of cover.effective()) used.add(mention)
  remaining.push(...auditDirectives(directives, { source: document.source, settings, used }))
  return { findings: remaining.toSorted(compareFindings), suppressed }
}
