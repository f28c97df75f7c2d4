import type { Bibliography, BibliographyEntry } from './bibliography.ts'
import type { CslFile, CslItem } from './csl-items.ts'
import { entryText, isKept } from './entry-text.ts'
import { cslFields } from './identifiers.ts'

/** The entries of CSL data, as it was read from JSON, YAML or front matter. */
export function entriesOfCsl({ items, problems }: CslFile): Pick<Bibliography, 'entries' | 'problems'> {
  return { entries: items.map(toEntry), problems }
}

function toEntry({ id, idRange, range, type = '', fields, values }: CslItem): BibliographyEntry {
  const known = cslFields(fields)
  const text = entryText(known, () => values)
  const own = { key: id, keyRange: idRange, range, aliases: [], cites: [], internal: false }
  return { ...own, type, text, fields: known, isKept: isKept(fields.get('keyword')?.value) }
}
