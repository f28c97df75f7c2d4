import type { Block, Link } from './document.ts'
import { countWhile } from './nearby.ts'

/** The links of a block by their beginnings, and for each how far it and those before it reach. */
interface Index {
  readonly links: readonly Link[]
  readonly reach: readonly number[]
}

const known = new WeakMap<Block, Index>()

/** The links that hold a stretch of a block's text (by its offsets), the outermost first. Time grows with their nesting only. */
export function linksAround(block: Block, at: number, to: number): Link[] {
  if (block.links.length === 0) return []
  const { links, reach } = indexOf(block)
  const around: Link[] = []
  for (let index = countWhile(links, (link) => link.at <= at) - 1; index >= 0 && reach[index]! >= to; index--) {
    if (links[index]!.to >= to) around.unshift(links[index]!)
  }
  return around
}

function indexOf(block: Block): Index {
  const found = known.get(block)
  if (found) return found
  const links = block.links.toSorted((one, other) => one.at - other.at || other.to - one.to)
  let furthest = 0
  const index = { links, reach: links.map((link) => (furthest = Math.max(furthest, link.to))) }
  known.set(block, index)
  return index
}
