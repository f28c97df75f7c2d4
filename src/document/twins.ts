import type { Identifier } from '../identifiers/index.ts'
import { addressIn, normalizeAddress } from './address.ts'
import type { Entry, Series, Twin } from './document.ts'

/** What an entry is known by. */
interface Name {
  readonly kind: string
  readonly value: string
}

/** Shared by the parts of a volume, by the numbers of a journal and by the works of a person. */
const shared: ReadonlySet<Identifier['kind']> = new Set(['ISSN', 'ORCID'])

/**
 * Entries for the source of an earlier one of the same series: records, and entries of reference lists. Notes may cite a
 * source as often as they like.
 */
export function findTwins(series: readonly Series[]): Twin[] {
  const sources = series.filter(({ entries }) => !entries.every(isNote))
  return sources.flatMap(({ entries, duplicates }) => {
    const again = new Set(duplicates.map(({ entry }) => entry))
    const known = new Map<string, Entry[]>()
    return entries.flatMap((entry): Twin[] => {
      if (isNote(entry) || again.has(entry)) return []
      const twins = namesOf(entry).flatMap(({ kind, value }): Twin[] => {
        const key = `${kind} ${value}`
        const earlier = known.get(key) ?? []
        known.set(key, earlier.length < mostCompared ? [...earlier, entry] : earlier)
        const first = earlier.find((one) => isTwin(one, entry, kind))
        return first ? [{ entry, first, kind, value }] : []
      })
      return twins.slice(0, 1)
    })
  })
}

const isNote = ({ kind }: Entry) => kind === 'note' || kind === 'inline'

/** An address that so many entries share is that of a place, not of a source. */
const mostCompared = 8

/** An entry that names several of one kind is about several sources, or about one in another. */
function namesOf({ record, identifiers, text, kind }: Entry): Name[] {
  const kinds = new Map<string, string | undefined>()
  for (const { kind: name, value } of identifiers) {
    if (shared.has(name) || value === undefined) continue
    kinds.set(name, kinds.has(name) && kinds.get(name) !== value ? undefined : value)
  }
  const names = [...kinds].flatMap(([name, value]) => (value === undefined ? [] : [{ kind: name, value }]))
  const address = record ? record.fields.url?.value : kind === 'definition' ? text : addressIn(text)
  const value = address === undefined ? undefined : normalizeAddress(address)
  return value === undefined ? names : [...names, { kind: 'address', value }]
}

/**
 * The same name is not enough where it may belong to a larger thing: chapters have the ISBN of their book, and two pages
 * of one book are two entries in many lists.
 */
function isTwin(one: Entry, other: Entry, kind: string): boolean {
  if (one.record && other.record) return isTwinRecord(one.record, other.record, kind)
  if (one.record || other.record) return false
  if (one.kind === 'definition' && other.kind === 'definition') return true
  const [words, others] = [wordsOf(one.text), wordsOf(other.text)]
  if (kind === 'ISBN' || kind === 'address' || one.list?.mediaWiki) return words.join(' ') === others.join(' ')
  const isNumber = (word: string) => /^\d/.test(word)
  const numbers = (all: readonly string[]) => [...new Set(all.filter(isNumber))].toSorted().join(' ')
  return numbers(words) === numbers(others) && isAlike(new Set(words), new Set(others))
}

type BibliographyRecord = NonNullable<Entry['record']>

function isTwinRecord(one: BibliographyRecord, other: BibliographyRecord, kind: string): boolean {
  const title = (record: BibliographyRecord) => plain(record.fields.title?.value ?? '').join(' ')
  const isSameTitle = title(one) !== '' && title(one) === title(other)
  const isPart = [one, other].some(({ type }) =>
    /^(?:in|supp|chapter|paper-conference|entry|book(?:inbook|let))/.test(type),
  )
  const isLarge = kind === 'ISBN' || kind === 'address' || isPart
  return isLarge ? isSameTitle && one.type === other.type : true
}

/** At least half of the words of both. */
function isAlike(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const both = [...words].filter((word) => others.has(word)).length
  return both * 2 >= words.size + others.size - both
}

const visit =
  /\b(?:accessed|retrieved|last (?:accessed|visited|checked)|visited|viewed|archived|consulted|abgerufen|zugriff|consulté|consultado|geraadpleegd|consultato|hämtad|дата обращения)\b[^\n;)\]]{0,40}/giu

const named = /\b(?:(?:doi|arxiv|pmid)[:\s]*\S+|isbn(?:-1[03])?[:\s]*[\dX][\dX \u2010-\u2015-]{8,20})/giu

/** Without its identifiers, its addresses and the day on which somebody looked. */
function wordsOf(text: string): string[] {
  return plain(
    text
      .replace(/https?:\/\/\S+/g, ' ')
      .replace(named, ' ')
      .replace(visit, ' '),
  )
}

const plain = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
