/** A source of chance that gives the same row for the same seed (mulberry32). */
export interface Chance {
  /** From 0 up to, and without, a number. */
  readonly below: (limit: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  readonly happens: (share: number) => boolean
  readonly shuffled: <Item>(items: readonly Item[]) => Item[]
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const shuffled = <Item>(items: readonly Item[]) => {
    const rest = [...items]
    return items.map(() => rest.splice(below(rest.length), 1)[0]!)
  }
  return { below, pick: (items) => items[below(items.length)]!, happens: (share) => next() < share, shuffled }
}
