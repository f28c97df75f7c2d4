import type { Block, Link } from './document.ts'
import { countWhile } from './nearby.ts'

/** The links of a block by their beginnings, and for each how far it and those before it reach. */
interface Index {
  readonly links: readonly Link[]
  readonly reach: readonly number[]
}

const known = new WeakMap<Block, Index>()

/** The links that hold a stretch of a block's text (by its offsets), the outermost first. Time grows with their nesting only. */
export function linksAround(block: Block, at: number, to: number): readonly Link[] {
  if (block.links.length <= few) return amongFew(block.links, at, to)
  const { links, reach } = indexOf(block)
  const around: Link[] = []
  for (let index = countWhile(links, (link) => link.at <= at) - 1; index >= 0 && reach[index]! >= to; index--) {
    if (links[index]!.to >= to) around.unshift(links[index]!)
  }
  return around
}

/** So many are looked through faster than sorted. */
const few = 8
const none: readonly Link[] = []

function amongFew(links: readonly Link[], at: number, to: number): readonly Link[] {
  let around: Link[] | undefined
  for (const link of links) {
    if (link.at > at || link.to < to) continue
    if (around) around.push(link)
    else around = [link]
  }
  return around ? around.sort(outermostFirst) : none
}

const outermostFirst = (one: Link, other: Link) => one.at - other.at || other.to - one.to

function indexOf(block: Block): Index {
  const found = known.get(block)
  if (found) return found
  const links = block.links.toSorted(outermostFirst)
  let furthest = 0
  const index = { links, reach: links.map((link) => (furthest = Math.max(furthest, link.to))) }
  known.set(block, index)
  return index
}
