import type { Placed } from './problem.ts'

/** What an entry is known by. */
export interface EntryFields {
  readonly doi?: Placed
  readonly url?: Placed
  readonly isbn?: Placed
  readonly issn?: Placed
  readonly pmid?: Placed
  readonly arxiv?: Placed
  readonly title?: Placed
  readonly author?: Placed
  readonly year?: Placed
}

type Fields = ReadonlyMap<string, Placed>

/** The fields of an entry in BibTeX or BibLaTeX (its manual, §2.2.2 and §3.14.7 about eprints), without their TeX. */
export function bibtexFields(fields: Fields, plain: (value: string) => string): EntryFields {
  const plainly = (...names: readonly string[]) => {
    const field = first(fields, names)
    return field && { value: plain(field.value), range: field.range }
  }
  const archive = first(fields, ['eprinttype', 'archiveprefix'])?.value.toLowerCase()
  const eprint = (name: string) => (archive === name ? identifier(fields.get('eprint')) : undefined)
  return known({
    doi: identifier(fields.get('doi')),
    url: urlOf(fields.get('url')) ?? urlOf(fields.get('howpublished'), true),
    isbn: identifier(fields.get('isbn')),
    issn: identifier(fields.get('issn')),
    pmid: identifier(fields.get('pmid')) ?? eprint('pubmed'),
    arxiv: identifier(first(fields, ['arxiv', 'arxivid'])) ?? eprint('arxiv'),
    title: plainly('title'),
    author: plainly('author', 'editor', 'organization', 'institution'),
    year: plainly('year', 'date'),
  })
}

/** The fields of an item of CSL data. */
export function cslFields(fields: Fields): EntryFields {
  const isArxiv = /^arxiv$/i.test(fields.get('archive')?.value ?? '')
  const number = fields.get('number')
  return known({
    doi: fields.get('doi'),
    url: fields.get('url'),
    isbn: fields.get('isbn'),
    issn: fields.get('issn'),
    pmid: fields.get('pmid'),
    arxiv: isArxiv ? fields.get('archive_location') : /^arxiv:/i.test(number?.value ?? '') ? number : undefined,
    title: fields.get('title'),
    author: fields.get('author'),
    year: fields.get('issued'),
  })
}

function known(fields: { readonly [Name in keyof EntryFields]: Placed | undefined }): EntryFields {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field && field.value !== ''))
}

function first(fields: Fields, names: readonly string[]): Placed | undefined {
  return names.map((name) => fields.get(name)).find((field) => field !== undefined && field.value.trim() !== '')
}

/** `10.1000/a\_b`: identifiers have no words, only signs that TeX wants protected. */
function identifier(field: Placed | undefined): Placed | undefined {
  return field && { value: field.value.replace(/\\([_%#&~{}])|[{}]/g, '$1').trim(), range: field.range }
}

const urlCommand = /\\url\s*\{([^{}]*)\}/

/** The address in `\url{…}`, or the whole value unless it has to be in a command. */
function urlOf(field: Placed | undefined, hasCommand = false): Placed | undefined {
  const match = urlCommand.exec(field?.value ?? '')
  if (!field || !match) return hasCommand ? undefined : identifier(field)
  const { start, end } = field.range
  const at = start + match.index + match[0].length - 1 - match[1]!.length
  // A value of several pieces is not a slice of the text.
  const isSlice = end - start === field.value.length
  return identifier({ value: match[1]!, range: isSlice ? { start: at, end: at + match[1]!.length } : field.range })
}
