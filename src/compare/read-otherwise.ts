import type { Telling } from './telling.ts'
import type { WordMatch } from './word-match.ts'

/** With so many of the entries, the list counts for something else now. */
const share = 0.2

/**
 * Whether what was read as entries in one version is prose in the other, or the other way round, though the words are the same. Then
 * the versions were read in two ways, and what they cite cannot be compared.
 */
export function isReadOtherwise(base: Telling, head: Telling, { toHead, toBase }: WordMatch): boolean {
  return isOtherwiseIn(base, head, toHead) || isOtherwiseIn(head, base, toBase)
}

function isOtherwiseIn(one: Telling, other: Telling, match: Int32Array): boolean {
  const entries = one.units.filter(({ entry, start, end }) => entry && end > start)
  const changed = entries.filter(({ start, end }) => {
    let count = 0
    for (let word = start; word < end; word++) {
      const to = match[word]!
      if (to !== -1 && !other.units[other.words.unit[to]!]!.entry) count++
    }
    return count * 2 > end - start
  })
  return changed.length > 0 && changed.length >= entries.length * share
}
