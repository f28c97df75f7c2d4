import type { Cluster } from '../document.ts'

/** What is found in clusters, those left out in which there is nothing: nearly all of them. */
export function filled<T>(
  clusters: readonly Cluster[],
  findIn: (cluster: Cluster) => readonly T[],
): Map<Cluster, readonly T[]> {
  const found = new Map<Cluster, readonly T[]>()
  for (const cluster of clusters) {
    const all = findIn(cluster)
    if (all.length > 0) found.set(cluster, all)
  }
  return found
}
