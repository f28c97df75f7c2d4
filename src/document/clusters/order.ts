import type { Cluster } from '../document.ts'
import { houseStyle } from '../house-style.ts'
import { isCounted } from './counted.ts'
import { runsBackwards } from './ranges.ts'

/** For clusters of several numbers, whether they ascend, and whether those of the document do. */
export function findOrders(clusters: readonly Cluster[]): Map<Cluster, Cluster['order']> {
  const several = clusters.filter((cluster) => cluster.markers.length > 1 && isCounted(cluster) && hasNumbers(cluster))
  const orders = new Map(several.map((cluster) => [cluster, orderOf(cluster)]))
  const orderly = several.filter((cluster) => orders.get(cluster) !== 'reversed')
  const house = houseStyle(
    orderly,
    ({ marks }) => marks[0]!.family,
    (cluster) => orders.get(cluster)!,
  )
  // Three that ascend at least: of fewer it may be chance.
  const isStyle = orderly.filter((cluster) => orders.get(cluster) === 'ascending').length >= 3
  for (const cluster of orderly) {
    if (isStyle && orders.get(cluster) === 'free' && house(cluster) === 'ascending') orders.set(cluster, 'slip')
  }
  return orders
}

const hasNumbers = ({ markers, marks }: Cluster) =>
  marks[0]!.family !== 'group letter' && markers.every((marker) => marker.number !== undefined)

function orderOf({ markers }: Cluster): NonNullable<Cluster['order']> {
  if (markers.some((marker, index) => runsBackwards(marker, markers[index - 1]))) return 'reversed'
  // A range is compared by its first number; the same number twice is no matter of order.
  const ascends = markers.every((marker, index) => index === 0 || marker.number! >= markers[index - 1]!.number!)
  return ascends ? 'ascending' : 'free'
}
