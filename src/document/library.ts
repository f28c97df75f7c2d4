import type { Bibliography, BibliographyEntry, ProblemKind } from '../bibliography/bibliography.ts'
import { nearest } from '../nearest.ts'
import type { FiledRecord, MissingBibliography } from './document.ts'
import type { Named } from './named.ts'

/** What is known of the bibliographies of a document. Whoever reads files makes it; a document by itself has none. */
export interface Library {
  /** A bibliography is named, whether it could be read or not. */
  readonly isNamed: boolean
  /** Every one was read as a whole, and nobody can have named another: a key that is in none of them is wrong. */
  readonly isWhole: boolean
  /** Nothing but the document itself cites its records. */
  readonly isClosed: boolean
  readonly find: (key: string) => FiledRecord | undefined
  /** All that `find` finds, each once. */
  readonly records: () => readonly FiledRecord[]
  /** The key that was probably meant by one that is not there. */
  readonly meant: (key: string) => string | undefined
  /** Records in the document itself, such as those of its front matter. */
  readonly own: readonly BibliographyEntry[]
  /** Keys that count as cited though no marker has them; `*` means all. */
  readonly nocite: ReadonlySet<string>
  readonly missing: readonly MissingBibliography[]
  /** Where the document is a bibliography itself: tells of a key whether anybody cites it; `undefined` where nobody can know. */
  readonly isCited: ((key: string) => boolean) | undefined
}

export const noLibrary: Library = {
  isNamed: false,
  isWhole: true,
  isClosed: true,
  find: () => undefined,
  records: () => [],
  meant: () => undefined,
  own: [],
  nocite: new Set(),
  missing: [],
  isCited: undefined,
}

/** What was read of the bibliographies that a document names. */
export interface Holdings {
  readonly bibliographies: readonly Bibliography[]
  /** None is missing, and nothing of one was lost. */
  readonly isWhole: boolean
  readonly missing: readonly MissingBibliography[]
}

/** Nothing was read, since nobody was there to do it. */
const unread: Holdings = { bibliographies: [], isWhole: false, missing: [] }

/** Puts together what a document names and what was read of it. */
export function createLibrary(named: Named, held: Holdings = unread): Library {
  const isNamed = named.paths.length > 0 || named.isOpen || held.bibliographies.length > 0
  return {
    isNamed,
    isWhole: !named.isOpen && (held.isWhole || !isNamed),
    isClosed: !named.isShared,
    ...lookUp(held.bibliographies),
    own: named.own,
    nocite: new Set(named.nocite),
    missing: held.missing,
    isCited: undefined,
  }
}

const losing: ReadonlySet<ProblemKind> = new Set(['brace', 'parenthesis', 'quote', 'syntax', 'depth', 'format'])

/** Whether all records of a bibliography are known: a brace that was lost takes some along. */
export function isSound({ format, problems }: Bibliography): boolean {
  return format !== undefined && !problems.some(({ kind }) => losing.has(kind))
}

/** Looks keys up in several bibliographies, which programs read as one. */
export function lookUp(bibliographies: readonly Bibliography[]): Pick<Library, 'find' | 'records' | 'meant'> {
  const catalogs = bibliographies.map(catalogOf)
  return {
    find(key) {
      for (const { records } of catalogs) {
        const found = records.get(key)
        if (found) return found
      }
      return undefined
    },
    records: () => catalogs.flatMap(({ records }) => [...new Set(records.values())]),
    meant(key) {
      const alike = catalogs.map(({ folded }) => folded.get(key.toLowerCase())).find((one) => one !== undefined)
      return alike ?? nearest(key, new Set(catalogs.flatMap(({ initials }) => initials.get(initialOf(key)) ?? [])))
    },
  }
}

/** The keys of one bibliography, in the ways in which they are asked for. */
interface Catalog {
  readonly records: ReadonlyMap<string, FiledRecord>
  readonly folded: ReadonlyMap<string, string>
  /** By their first letter: to compare a key with all of ten thousand takes too long. */
  readonly initials: ReadonlyMap<string, readonly string[]>
}

/** Many documents may cite one bibliography. */
const catalogs = new WeakMap<Bibliography, Catalog>()

function catalogOf(bibliography: Bibliography): Catalog {
  const made = catalogs.get(bibliography) ?? createCatalog(bibliography)
  catalogs.set(bibliography, made)
  return made
}

function createCatalog({ source, entries }: Bibliography): Catalog {
  const records = new Map<string, FiledRecord>()
  const folded = new Map<string, string>()
  const initials = new Map<string, string[]>()
  for (const record of entries) {
    for (const key of [record.key, ...record.aliases.map((alias) => alias.value)]) {
      if (key === '' || records.has(key)) continue
      records.set(key, { record, source })
      if (!folded.has(key.toLowerCase())) folded.set(key.toLowerCase(), key)
      const alike = initials.get(initialOf(key))
      if (alike) alike.push(key)
      else initials.set(initialOf(key), [key])
    }
  }
  return { records, folded, initials }
}

const initialOf = (key: string) => key.slice(0, 1).toLowerCase()
