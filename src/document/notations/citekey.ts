import type { Block, Candidate, Member } from '../document.ts'
import { sourceRange } from '../formats/prose.ts'
import { countBefore } from '../nearby.ts'
import type { Range } from '../../source.ts'
import { createCandidate, none } from './create.ts'

/**
 * A key as Pandoc reads it (its manual, "Citation syntax"): a letter, digit or `_`, then also single signs between those;
 * or anything in braces. Not behind a letter, a digit, a slash or a point: that is an address.
 */
const key =
  /(?<![\p{L}\p{N}_.@/:=-]|\\)-?@(?:\{([^{}\s]{1,300})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/gu

/** Longer brackets are prose. */
const longest = 1000

/** A key and where it stands in the text of its block. */
interface Found extends Range {
  readonly label: string
}

/** Candidates `[@key, p. 33; see -@b]`, one for the bracket, and `@key` in the text. */
export function findCitekeys(block: Block, source: string): readonly Candidate[] {
  const { text } = block
  if (!text.includes('@')) return none
  const found: Candidate[] = []
  const keys = [...text.matchAll(key)].map(({ index, 0: written, 1: braced, 2: bare }): Found => {
    return { start: index, end: index + written.length, label: (braced ?? bare)! }
  })
  const brackets = bracketsAround(text, keys)
  let taken = 0
  for (let index = 0; index < keys.length;) {
    const around = brackets.get(keys[index]!)
    // `[see [@a] and @b]`: one citation does not hold another.
    const bracket = around && around.start >= taken ? around : undefined
    const own = bracket ? keys.slice(index, countBefore(keys, bracket.end)) : [keys[index]!]
    found.push(candidate(block, source, bracket ?? keys[index]!, own))
    index += own.length
    taken = (bracket ?? own[0]!).end
  }
  return found
}

/** For each key the brackets that it stands in, the innermost ones. One pass, however they are nested. */
function bracketsAround(text: string, keys: readonly Found[]): Map<Found, Range> {
  const around = new Map<Found, Range>()
  const open: number[] = []
  for (let index = text.indexOf('['); keys.length > 0 && index >= 0 && index < text.length; index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === '[') open.push(index)
    else if (character === ']') {
      const start = open.pop()
      if (start === undefined || index - start > longest || isNote(text, start)) continue
      const bracket = { start, end: index + 1 }
      const inside = keys.slice(countBefore(keys, start), countBefore(keys, index))
      for (const one of inside.filter((each) => !around.has(each))) around.set(one, bracket)
    }
  }
  return around
}

/** `^[a note in place]`, `[^label]`. */
const isNote = (text: string, at: number) => text[at - 1] === '^' || text[at + 1] === '^'

function candidate(block: Block, source: string, { start, end }: Range, keys: readonly Found[]): Candidate {
  const members = keys.map((one): Member => {
    const place = sourceRange(block, one.start, one.end)
    const text = source.slice(place.start, place.end)
    return { start: place.start, end: place.end, text, label: one.label, number: undefined, through: undefined }
  })
  return createCandidate(source, { block, at: start, to: end }, { notation: 'citekey', family: 'citekey', members })
}
