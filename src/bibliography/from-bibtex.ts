import type { Bibliography, BibliographyEntry } from './bibliography.ts'
import { readBibtex } from './bibtex.ts'
import type { BibtexEntry } from './bibtex.ts'
import { entryText, isKept } from './entry-text.ts'
import { bibtexFields } from './identifiers.ts'
import type { Placed } from './problem.ts'
import { plainTex } from './tex.ts'

/** The entries of a text in BibTeX. */
export function entriesOfBibtex(text: string): Pick<Bibliography, 'entries' | 'problems'> {
  const { entries, problems } = readBibtex(text)
  return { entries: entries.map((entry) => toEntry(entry)), problems }
}

/** Types that hold data for others, or settings of REVTeX and of the IEEE's style. */
const internalTypes: ReadonlySet<string> = new Set(['xdata', 'control', 'ieeetranbstctl'])

/** Fields that name other entries (manual of BibLaTeX, §2.2.3): `crossref` and `xref` hold one key, the others lists. */
const naming = ['crossref', 'xref', 'xdata', 'related', 'entryset']

function toEntry({ key, keyRange, range, type, fields, commented }: BibtexEntry): BibliographyEntry {
  const known = bibtexFields(fields, plainTex)
  return {
    key,
    keyRange,
    range,
    aliases: listOf(fields.get('ids')),
    type,
    text: entryText(known, () => [...fields.values()].map(({ value }) => plainTex(value))),
    fields: known,
    cites: naming.flatMap((name) => listOf(fields.get(name)).map(({ value }) => value)),
    internal: commented || internalTypes.has(type),
    isKept: isKept(fields.get('keywords')?.value),
  }
}

/** Keys between commas, each with its place. */
function listOf(field: Placed | undefined): readonly Placed[] {
  if (!field) return []
  const isSlice = field.range.end - field.range.start === field.value.length
  return [...field.value.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map((match): Placed => {
    const start = field.range.start + match.index
    return { value: match[0], range: isSlice ? { start, end: start + match[0].length } : field.range }
  })
}
