import type { Cluster } from '../document.ts'
import type { ClusterDraft } from '../marks.ts'
import { findAlone } from './alone.ts'
import { findDelimiters } from './delimiters.ts'
import { findOrders } from './order.ts'
import { findPunctuation } from './punctuation.ts'
import { rangeFaults } from './ranges.ts'
import { findRuns } from './runs.ts'
import { seamsOf } from './seams.ts'

/** How each cluster is written, and how the document writes such clusters. */
export function describeClusters(drafts: readonly ClusterDraft[], source: string): void {
  const clusters = drafts as readonly Cluster[]
  const punctuation = findPunctuation(clusters)
  const orders = findOrders(clusters)
  const delimiters = findDelimiters(clusters, source)
  const alone = findAlone(clusters)
  const runs = findRuns(clusters, delimiters)
  for (const [index, draft] of drafts.entries()) {
    const cluster = clusters[index]!
    draft.punctuation = punctuation[index]
    draft.order = orders.get(cluster)
    draft.alone = alone.has(cluster)
    draft.fused = cluster.marks.some(({ notation, joint }) => notation === 'link' && joint === 'none')
    draft.delimiters = delimiters.get(cluster) ?? draft.delimiters
    draft.runs = runs.get(cluster) ?? draft.runs
    const seams = seamsOf(cluster, source)
    if (seams.length > 0) draft.seams = seams
    const faults = rangeFaults(cluster, source)
    if (faults.length > 0) draft.rangeFaults = faults
  }
}
