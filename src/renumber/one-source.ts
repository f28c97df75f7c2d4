import type { Entry } from '../document/document.ts'

/** For each entry that is one source with an earlier one, the first of these. */
export function findOneSource(entries: readonly Entry[]): Map<Entry, Entry> {
  const first = new Map<string, Entry>()
  const found = new Map<Entry, Entry>()
  for (const entry of entries) {
    const names = namesOf(entry)
    const known = names.flatMap((name) => first.get(name) ?? [])[0]
    if (known) found.set(entry, known)
    for (const name of names) if (!first.has(name)) first.set(name, known ?? entry)
  }
  return found
}

/** What an entry is recognised by: its words, its DOI, its first address. One without a word is nobody's twin. */
function namesOf({ text, identifiers }: Entry): string[] {
  const words = wordsOf(text)
  if (words === '' || reference.test(words)) return []
  const dois = identifiers.flatMap(({ kind, value }) => (kind === 'DOI' && value !== undefined ? [`doi ${value}`] : []))
  const url = /\bhttps?:\/\/[^\s<>[\]()"']+/i.exec(text)?.[0]
  return [`words ${words}`, ...dois, ...(url === undefined ? [] : [addressName(url)])]
}

/** Words that mean another thing behind every other note. */
const reference =
  /^(?:ibid|ibidem|idem|id|op\.? ?cit|loc\.? ?cit|ebd|ebenda|ders|dies|a\. ?a\. ?o|там же|там само|同上|同前)(?![\p{L}\d])/u

/** Equal for texts that differ in white space, case, markup and the punctuation around words. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s*_`]+/g, ' ')
    .replace(/[\p{P} ]+$|^[\p{P} ]+/gu, '')
}

/** A DOI is one behind every resolver; of other addresses, the protocol and the slash at the end say nothing. */
function addressName(url: string): string {
  const address = url.replace(/[.,;:!?]+$/, '')
  const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d+\/.+)$/i.exec(address)?.[1]
  return doi === undefined
    ? `url ${address.replace(/^https?:\/\//i, '').replace(/\/$/, '')}`
    : `doi ${doi.toLowerCase()}`
}
