import type { Cluster } from '../document.ts'
import type { ClusterObject } from './cluster.ts'
import { findAlone } from './alone.ts'
import { findDelimiters } from './delimiters.ts'
import { findOrders } from './order.ts'
import { findPunctuation } from './punctuation.ts'
import { rangeFaults } from './ranges.ts'
import { findRuns } from './runs.ts'

/** How each cluster is written, and how the document writes such clusters. */
export function describeClusters(drafts: readonly ClusterObject[], source: string): void {
  const clusters = drafts as readonly Cluster[]
  const punctuation = findPunctuation(clusters)
  const alone = findAlone(clusters)
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]!
    draft.punctuation = punctuation[index]
    draft.alone = alone.has(clusters[index]!)
  }
  // No reader sees how footnotes and notes in place are labelled.
  const seen = drafts.filter(({ marks: [mark] }) => mark!.family !== 'footnote' && mark!.family !== 'inline note')
  if (seen.length > 0) describeLabels(seen, source)
}

/** What can be said of labels that a reader sees. */
function describeLabels(drafts: readonly ClusterObject[], source: string): void {
  const clusters = drafts as readonly Cluster[]
  const orders = findOrders(clusters)
  const delimiters = findDelimiters(clusters, source)
  const runs = findRuns(clusters, delimiters)
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]!
    const cluster = clusters[index]!
    draft.order = orders.get(cluster)
    draft.fused = cluster.marks.some(({ notation, joint }) => notation === 'link' && joint === 'none')
    draft.delimiters = delimiters.get(cluster) ?? draft.delimiters
    draft.runs = runs.get(cluster) ?? draft.runs
    const faults = rangeFaults(cluster, source)
    if (faults.length > 0) draft.rangeFaults = faults
  }
}
