import type { EntryFields } from '../../bibliography/bibliography.ts'
import type { Placed } from '../../bibliography/problem.ts'
import { findIdentifiers } from '../../identifiers/index.ts'
import type { Identifier } from '../../identifiers/index.ts'

/** The names that identifiers stand behind in prose, by the fields that hold them without one. */
const names = [
  ['doi', 'doi:'],
  ['isbn', 'ISBN '],
  ['issn', 'ISSN '],
  ['arxiv', 'arXiv:'],
  ['pmid', 'PMID '],
] as const

/** The identifiers in the fields of a record, several in one field with commas between them included. */
export function identifiersOf(fields: EntryFields, text: string): Identifier[] {
  return names.flatMap(([field, name]) => {
    const placed = fields[field]
    if (!placed) return []
    return [...placed.value.matchAll(/[^,;]+/g)].flatMap(({ index: at, 0: part }) =>
      read(placed, name, { at, part }, text),
    )
  })
}

/** A part of a field's value, and its offset in that. */
interface Part {
  readonly at: number
  readonly part: string
}

function read({ value, range }: Placed, name: string, { at, part }: Part, text: string): Identifier[] {
  // `{https://doi.org/10.…}` and `{arXiv:1706…}` bring their names along.
  const isNamed = !/^\s*\d/.test(part)
  const prefix = isNamed ? '' : name
  const written = isNamed ? part : part.trimStart()
  const from = range.start + at + part.length - written.length - prefix.length
  // Where TeX protects a sign, the value is no slice of the text.
  const isSlice = range.end - range.start === value.length
  return findIdentifiers(prefix + written).map((one): Identifier => {
    if (!isSlice) return { ...one, text: text.slice(range.start, range.end), start: range.start, end: range.end }
    return { ...one, start: from + one.start, end: from + one.end }
  })
}
