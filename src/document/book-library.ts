import { noLibrary } from './library.ts'
import type { Library } from './library.ts'

/** What is known of the bibliographies of a file, and where the file begins in the joined text. */
export interface FileLibrary {
  readonly start: number
  readonly library: Library | undefined
}

/**
 * What the files of a book name, taken together: a record that one chapter names can be cited in another. Records in the
 * front matter of a chapter are not those of the others; where there are any, no key is called unknown.
 */
export function joinLibraries(files: readonly FileLibrary[]): Library {
  const libraries = files.flatMap(({ library }) => library ?? [])
  return {
    ...noLibrary,
    isNamed: libraries.some((one) => one.isNamed),
    isWhole: libraries.every((one) => one.isWhole && one.own.length === 0),
    isClosed: libraries.every((one) => one.isClosed),
    find: (key) => firstOf(libraries, (one) => one.find(key)),
    records: () => [...new Set(libraries.flatMap((one) => one.records()))],
    meant: (key) => firstOf(libraries, (one) => one.meant(key)),
    nocite: new Set(libraries.flatMap((one) => [...one.nocite])),
    missing: files.flatMap(({ start, library = noLibrary }) =>
      library.missing.map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
    ),
  }
}

function firstOf<T>(libraries: readonly Library[], answer: (library: Library) => T | undefined): T | undefined {
  for (const library of libraries) {
    const found = answer(library)
    if (found !== undefined) return found
  }
  return undefined
}
