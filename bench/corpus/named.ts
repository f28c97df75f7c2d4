import type { Finding } from '../../src/finding.ts'
import type { Source } from '../../src/source.ts'

/** Whether the marker, entry or identifier that a message names is what stands at its place: a range off by one shows here only. */
export function isNamedPlace({ text }: Source, { rule, data, range }: Finding): boolean {
  // Directives are named by what they say, not by how they are written; a problem of a parser's has no name.
  if (rule.startsWith('directive-') || rule === 'document-unreadable') return true
  return (data['marker'] ?? data['entry'] ?? data['identifier']) === text.slice(range.start, range.end)
}
