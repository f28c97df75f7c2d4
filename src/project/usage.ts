import type { Document } from '../document/document.ts'
import type { Library } from '../document/library.ts'

/** Which keys the documents of a run cite, and which bibliographies they use. */
export interface Usage {
  /** Gives the keys that the document cites. */
  readonly take: (document: Pick<Document, 'source' | 'series'>, library: Library) => readonly string[]
  readonly cite: (keys: readonly string[]) => void
  /** A text of which nothing else is known. */
  readonly scan: (text: string) => void
  readonly isCited: (key: string) => boolean
  /** By the path of its source. */
  readonly isUsed: (path: string) => boolean
}

/**
 * Wherever a key stands in a document it counts as cited: in the caption of a chunk, in a macro, in an abstract in front
 * matter. Not to know one would make a record look forgotten.
 */
export function createUsage(): Usage {
  const cited = new Set<string>()
  const used = new Set<string>()
  const cite = (keys: Iterable<string>) => {
    for (const key of keys) cited.add(key)
  }
  return {
    isCited: (key) => cited.has('*') || cited.has(key),
    isUsed: (path) => used.has(path),
    cite,
    scan: (text) => cite(keysIn(text)),
    take({ source, series }, { nocite }) {
      const keys = new Set([...nocite, ...keysIn(source.text)])
      for (const { notation, markers, undefined: lost } of series) {
        if (notation !== 'citekey') continue
        for (const { label, record } of markers) {
          keys.add(label)
          if (record) used.add(record.source.path)
        }
        // One that is mistyped was meant to be cited.
        for (const { nearest } of lost) if (nearest !== undefined) keys.add(nearest)
      }
      cite(keys)
      return [...keys]
    },
  }
}

const keySign = /@\{?([\p{L}\p{N}_*][^\s,;\]}{"')\\]{0,300})/gu
const commands = [
  /cite[A-Za-z]{0,20}\*?(?:\[[^[\]\r\n]{0,200}\]){0,2}\{([^{}]{1,2000})\}/g,
  /\{cite[^{}]{0,20}\}`([^`]{1,1000})`/g,
  /\b(?:no)?cite[a-z]*:([^\s\]]{1,1000})/g,
]

const noKeys: readonly string[] = []

/** Whether a command may cite: each has a brace or a colon, which are rarer than its letters. */
function mayCommand(text: string): boolean {
  if (text.includes('{')) return text.includes('cite')
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let start = at
    while (isSmall(text.charCodeAt(start - 1))) start--
    if (at - start >= 4 && text.slice(start, at).includes('cite')) return true
  }
  return false
}

const isSmall = (code: number) => code >= 97 && code <= 122

function keysIn(text: string): Iterable<string> {
  const places = [...(text.includes('@') ? [keySign] : []), ...(mayCommand(text) ? commands : [])]
  return places.length === 0 ? noKeys : keysAt(places, text)
}

function* keysAt(places: readonly RegExp[], text: string): Generator<string> {
  for (const place of places) {
    for (const [, list] of text.matchAll(place)) {
      for (const key of list!.split(/[\s,;&{}]+/)) {
        yield key
        yield key.replace(/[.:!?*_/|-]+$/, '')
      }
    }
  }
}
