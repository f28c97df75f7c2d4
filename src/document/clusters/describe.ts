import type { ClusterObject } from './cluster.ts'
import { findAlone } from './alone.ts'
import { findDelimiters } from './delimiters.ts'
import { findOrders } from './order.ts'
import { findPunctuation } from './punctuation.ts'
import { rangeFaults } from './ranges.ts'
import { findRuns } from './runs.ts'

/** How each cluster is written, and how the document writes such clusters. */
export function describeClusters(clusters: readonly ClusterObject[], source: string): void {
  const punctuation = findPunctuation(clusters)
  const alone = findAlone(clusters)
  for (let index = 0; index < clusters.length; index++) {
    const cluster = clusters[index]!
    cluster.punctuation = punctuation[index]
    cluster.alone = alone.has(cluster)
  }
  // No reader sees how footnotes and notes in place are labelled.
  const seen = clusters.filter(({ marks: [mark] }) => mark!.family !== 'footnote' && mark!.family !== 'inline note')
  if (seen.length > 0) describeLabels(seen, source)
}

/** What can be said of labels that a reader sees. */
function describeLabels(clusters: readonly ClusterObject[], source: string): void {
  const orders = findOrders(clusters)
  const delimiters = findDelimiters(clusters, source)
  const runs = findRuns(clusters, delimiters)
  for (const cluster of clusters) {
    cluster.order = orders.get(cluster)
    cluster.fused = cluster.marks.some(({ notation, joint }) => notation === 'link' && joint === 'none')
    cluster.delimiters = delimiters.get(cluster) ?? cluster.delimiters
    cluster.runs = runs.get(cluster) ?? cluster.runs
    const faults = rangeFaults(cluster, source)
    if (faults.length > 0) cluster.rangeFaults = faults
  }
}
