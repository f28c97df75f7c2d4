/** So many of some things, drawn by chance and the same for the same seed, in the order in which they stand. */
export function drawn<T>(all: readonly T[], size: number, seed: number): T[] {
  if (size >= all.length) return [...all]
  const next = generator(seed)
  const ranked = all.map((_, index) => ({ index, rank: next() })).sort((one, other) => one.rank - other.rank)
  const chosen = new Set(ranked.slice(0, size).map(({ index }) => index))
  return all.filter((_, index) => chosen.has(index))
}

/** Numerical Recipes' linear congruential generator: 32 bits are enough to draw by. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
}
