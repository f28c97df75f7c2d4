import { gap, identifier } from './identifier.ts'
import type { Identifier, Mistake } from './identifier.ts'

const name = new RegExp(String.raw`\b(?:dx\.)?doi\.org/(?=\d)|\bdoi${gap}(?=\d+[./])`, 'gi')
const written = /(?:\\[^\p{L}\p{N}\s]|[^\s\\<>"`|{}“”»。，；、）】》\uFFFC])+/uy
const limit = 300

/**
 * Digital Object Identifiers (DOI Handbook §2.2): the directory `10`, a point, a registrant, a slash and a suffix of any
 * characters. Registrants have four to nine digits, as in the pattern that Crossref recommends, and may be subdivided.
 * Short ones of the resolver (`10/abc`) are no names by themselves.
 */
export function* findDois(text: string): Generator<Identifier> {
  for (const { index, 0: found } of text.matchAll(name)) {
    const start = index + found.length
    written.lastIndex = 0
    const rest = text.slice(start, start + limit)
    const doi = withoutEnd(written.exec(rest)?.[0] ?? '')
    if (!/^(?:10\.\d|\d+\.\d{4,9}\/)/.test(doi) || isOfCiteSeer(doi)) continue
    const behind = rest.slice(doi.length)
    // Serial items have pointed brackets inside, which end every other identifier.
    const isCut = isWrapped(behind) || /\(sici\)/i.test(doi) || (behind === '' && rest.length === limit)
    const mistake = doiMistake(doi)
    if (mistake?.kind === 'suffix' && isCut) continue
    yield identifier('DOI', { start, text: doi }, isCut ? undefined : normalizeDoi(doi), mistake)
  }
}

/** CiteSeerX writes `?doi=10.1.1.96.6637`, which is a number of its own. */
const isOfCiteSeer = (doi: string) => /^10\.1\.1\.[\d.]+$/.test(doi)

/** A line that goes on below may have been wrapped inside the identifier. */
const isWrapped = (behind: string) => /^[-./_]*[ \t]*(?:\r\n?|\n)[ \t>]*[\p{L}\p{N}(]/u.test(behind)

export function doiMistake(doi: string): Mistake | undefined {
  const [prefix = '', ...suffix] = doi.split('/')
  if (!prefix.startsWith('10.')) return { kind: 'prefix', found: prefix.split('.')[0]!, expected: '10' }
  if (!/^10\.\d{4,9}(?:\.\d+)*$/.test(prefix)) {
    return /^10\.[\d.]*$/.test(prefix)
      ? { kind: 'prefix', found: prefix, expected: '10. and 4 to 9 digits' }
      : undefined
  }
  return suffix.join('/') === '' ? { kind: 'suffix', found: prefix, expected: '' } : undefined
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/** Without the punctuation of the sentence around it, and without a bracket that was opened before it. */
function withoutEnd(doi: string): string {
  let end = closedBefore(doi)
  while (end > 0 && /[.,;:!?'’*_~)\](\\/[]/.test(doi[end - 1]!)) {
    const open = pairs[doi[end - 1]!]
    if (open !== undefined && doi.slice(0, end).includes(open)) break
    end--
  }
  return doi.slice(0, end)
}

/** Where a bracket closes that the identifier did not open: the end of a link's text or target. */
function closedBefore(doi: string): number {
  const depth = { '(': 0, '[': 0 }
  for (let index = 0; index < doi.length; index++) {
    const char = doi[index]!
    if (char === '(' || char === '[') depth[char]++
    if (char === ')' && --depth['('] < 0) return index
    if (char === ']' && --depth['['] < 0) return index
  }
  return doi.length
}

/** Compared without regard to case; escapes of Markdown and of addresses are ways of writing. */
export function normalizeDoi(doi: string): string {
  const plain = doi.replaceAll('\\', '')
  try {
    return decodeURIComponent(plain).toLowerCase()
  } catch {
    return plain.toLowerCase()
  }
}
