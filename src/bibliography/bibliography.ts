import type { Range, Source } from '../source.ts'
import type { EntryFields } from './identifiers.ts'
import type { Placed, Problem } from './problem.ts'

export type { EntryFields } from './identifiers.ts'
export type { Placed, Problem, ProblemKind } from './problem.ts'

export type BibliographyFormat = 'bibtex' | 'csl-json' | 'csl-yaml'

/** A record of a bibliography, whatever it is written in. Ranges are UTF-16 offsets in the file. */
export interface BibliographyEntry {
  /** Case counts in it, as for Pandoc, biber and CSL; empty where there is none. */
  readonly key: string
  readonly keyRange: Range
  readonly range: Range
  /** Other keys that it can be cited by (`ids` of BibLaTeX). */
  readonly aliases: readonly Placed[]
  /** In lower case: `article`, `article-journal`. */
  readonly type: string
  /** Author, year and title as they are read, or what else it says; empty where it says nothing. */
  readonly text: string
  readonly fields: EntryFields
  /** Keys of entries that it uses: nobody needs to cite those. */
  readonly cites: readonly string[]
  /** Not meant to be cited: `@xdata`, settings of a style, an entry behind `%`. */
  readonly internal: boolean
  /** The keyword `footlint-keep` says that it is there on purpose, cited or not. */
  readonly isKept: boolean
}

export interface Bibliography {
  readonly source: Source
  /** `undefined` for a file that is none of them. */
  readonly format: BibliographyFormat | undefined
  readonly entries: readonly BibliographyEntry[]
  readonly problems: readonly Problem[]
}

/**
 * Reads a bibliography file; the parser of its format is loaded when the first one asks for it. The format is what the
 * name promises, or else what the text looks like. Never rejects because of what is in the file: see `problems`.
 */
export async function readBibliography(source: Source): Promise<Bibliography> {
  const format = bibliographyFormatOf(source.path, source.text)
  if (format === undefined) {
    const range = { start: 0, end: Math.min(1, source.text.length) }
    return { source, format, entries: [], problems: [{ kind: 'format', range, expected: '' }] }
  }
  const { entries, problems } = await readers[format](source.text)
  return { source, format, entries, problems }
}

type Read = Pick<Bibliography, 'entries' | 'problems'>

const readers: Readonly<Record<BibliographyFormat, (text: string) => Promise<Read>>> = {
  bibtex: async (text) => (await import('./from-bibtex.ts')).entriesOfBibtex(text),
  'csl-json': async (text) => {
    const [{ readCslJson }, { entriesOfCsl }] = await Promise.all([import('./csl-json.ts'), import('./from-csl.ts')])
    return entriesOfCsl(readCslJson(text))
  },
  'csl-yaml': async (text) => {
    const [{ readCslYaml }, { entriesOfCsl }] = await Promise.all([import('./csl-yaml.ts'), import('./from-csl.ts')])
    return entriesOfCsl(readCslYaml(text))
  },
}

const names: readonly (readonly [RegExp, BibliographyFormat])[] = [
  [/\.(?:bib|bibtex|biblatex)$/i, 'bibtex'],
  [/\.(?:json|csljson)$/i, 'csl-json'],
  [/\.ya?ml$/i, 'csl-yaml'],
]

/** As a text looks where its name says nothing. Formats such as RIS begin with none of these. */
const looks: readonly (readonly [RegExp, BibliographyFormat])[] = [
  [/^\s*[[{]/, 'csl-json'],
  [/^[ \t]*@\s*[a-z]+\s*[{(]/im, 'bibtex'],
  [/^(?:references:|- id:)/m, 'csl-yaml'],
]

/** The format of a bibliography by its file's name and, where that says nothing, by its text. */
export function bibliographyFormatOf(path: string, text: string): BibliographyFormat | undefined {
  const byName = names.find(([pattern]) => pattern.test(path))
  return (byName ?? looks.find(([pattern]) => pattern.test(text)))?.[1]
}

/** Finds entries by the keys that documents cite. */
export interface KeyIndex {
  /** The entry with a key or alias; of several the first. */
  readonly find: (key: string) => BibliographyEntry | undefined
  /** The key that differs in case only, for those who meant it. */
  readonly hint: (key: string) => string | undefined
}

/** Makes the index of one or several bibliographies, which programs read as one. */
export function indexKeys(bibliographies: readonly Bibliography[]): KeyIndex {
  const entries = new Map<string, BibliographyEntry>()
  const folded = new Map<string, string>()
  for (const entry of bibliographies.flatMap((one) => one.entries)) {
    for (const key of [entry.key, ...entry.aliases.map((alias) => alias.value)]) {
      if (key === '' || entries.has(key)) continue
      entries.set(key, entry)
      if (!folded.has(key.toLowerCase())) folded.set(key.toLowerCase(), key)
    }
  }
  return {
    find: (key) => entries.get(key),
    hint: (key) => (entries.has(key) ? undefined : folded.get(key.toLowerCase())),
  }
}
