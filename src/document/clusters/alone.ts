import type { Cluster } from '../document.ts'
import { isUnspacedScript, characterAt } from '../characters.ts'
import { opensBlock } from '../classify/standing.ts'

/**
 * Clusters that open a paragraph, so that there is nothing that they could belong to. Not where a small letter follows
 * (`[5] shows that`), nor in items and cells, whose first word they may be. A document that opens many paragraphs so means
 * something by it: verses, pages, comments.
 */
export function findAlone(clusters: readonly Cluster[]): ReadonlySet<Cluster> {
  if (clusters.length < 3) return none
  const alone = clusters.filter(isAlone)
  return alone.length > 0 && alone.length * 4 <= clusters.length ? new Set(alone) : none
}

const none: ReadonlySet<Cluster> = new Set()

function isAlone({ marks }: Cluster): boolean {
  const first = marks[0]!
  const { block, inEntry, notation, malformed } = first
  if (block.kind !== 'paragraph' || block.item !== undefined || inEntry) return false
  // `@smith [p. 3] argues` is the subject of its sentence.
  if (notation === 'inline-note' || notation === 'citekey' || malformed !== undefined || !opensBlock(first))
    return false
  const { to, suffix } = marks.at(-1)!
  const rest = block.text.slice(to + (suffix ? suffix.end - suffix.start : 0)).trimStart()
  const next = characterAt(rest, 0)
  return next === undefined || isUnspacedScript(next) || /^(?:[\p{Lu}\p{Ps}\p{Pi}"']|[.,;:]\s*$)/u.test(rest)
}
