import { statOf } from '../../project/stat.ts'

/** How many documents a command line names, as far as can be told before it is understood. */
export type Named = 'none' | 'few' | 'many'

const few = 8

/**
 * Looks for files and folders that are there, no farther than it has to; what is an option's value counts as well then. A
 * folder holds many.
 */
export function namedBy(argv: readonly string[]): Named {
  let count = 0
  for (const word of argv) {
    const stats = word.startsWith('-') ? undefined : statOf(word)
    if (stats) count += stats.isFile() ? 1 : Infinity
    if (count > few) return 'many'
  }
  return count > 0 ? 'few' : 'none'
}
