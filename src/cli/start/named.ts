import { statOf } from '../../project/stat.ts'

/** How many documents a command line names, as far as can be told before it is understood. */
export type Named = 'none' | 'few' | 'many'

const few = 8

/** Looks for files and folders that are there; what is an option's value counts as well then. A folder holds many. */
export function namedBy(argv: readonly string[]): Named {
  const named = argv.flatMap((word) => (word.startsWith('-') ? [] : (statOf(word) ?? [])))
  if (named.length === 0) return 'none'
  return named.length <= few && named.every((stats) => stats.isFile()) ? 'few' : 'many'
}
