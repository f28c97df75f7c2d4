import { findArxivIds } from './arxiv.ts'
import { findDois } from './doi.ts'
import type { Identifier } from './identifier.ts'
import { findIsbns } from './isbn.ts'
import { findIssns } from './issn.ts'
import { findOrcids } from './orcid.ts'
import { findPmids } from './pmid.ts'

export type { Identifier, Mistake } from './identifier.ts'

// In the bundle, most kinds are of a part that is loaded when the first of them is called.
const kinds: readonly (readonly [RegExp, (text: string) => Iterable<Identifier>])[] = [
  [/doi/i, (text) => findDois(text)],
  [/isbn/i, (text) => findIsbns(text)],
  [/issn/i, (text) => findIssns(text)],
  [/orcid/i, (text) => findOrcids(text)],
  [/arxiv/i, (text) => findArxivIds(text)],
  [/pmid|pubmed/i, (text) => findPmids(text)],
]

/** One of the names, in most texts none. */
const anyName = /doi|is[bs]n|orcid|arxiv|pmid|pubmed/i

/** The identifiers of a text that stand behind their names or in the addresses of their resolvers, in the order of the text. */
export function findIdentifiers(text: string): Identifier[] {
  if (!anyName.test(text)) return []
  const found = kinds.flatMap(([name, find]) => (name.test(text) ? [...find(text)] : []))
  return found.sort((one, other) => one.start - other.start)
}
