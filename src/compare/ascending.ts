/** As many things as possible whose values ascend, in their order. O(n log n). */
export function longestAscending<Thing>(things: readonly Thing[], valueOf: (thing: Thing) => number): Thing[] {
  const tails: number[] = []
  const before = new Int32Array(things.length).fill(-1)
  for (let index = 0; index < things.length; index++) {
    const value = valueOf(things[index]!)
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (valueOf(things[tails[middle]!]!) < value) low = middle + 1
      else high = middle
    }
    if (low > 0) before[index] = tails[low - 1]!
    tails[low] = index
  }
  const found: Thing[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) found.push(things[index]!)
  return found.toReversed()
}
