import { namingKeys } from '../named.ts'
import { bytesOf, isLetter, standAt } from './bytes.ts'
import type { IsSign } from './bytes.ts'

const cite = bytesOf('cite')

/** Whether the letters that end at an offset hold the word, or are too many to say. */
export function endsWithCite(bytes: Uint8Array, end: number): boolean {
  let at = end - 1
  for (; at > end - 40 && isLetter(bytes[at]!); at--) {
    if (bytes[at] === 99 && standAt(bytes, at, cite)) return true
  }
  return at === end - 40
}

/** Tells of a colon whether it may stand behind a key of front matter that names bibliographies; of a text with a fence at its start. */
export function createNameCheck(start: number): IsSign {
  const fence = bytesOf('---')
  const names = namingKeys.map(bytesOf)
  return (bytes, at) => {
    if (!standAt(bytes, start, fence)) return false
    let end = at
    while (mayFollowName.includes(bytes[end - 1]!)) end--
    return names.some((name) => standAt(bytes, end - name.length, name))
  }
}

const mayFollowName = bytesOf(' \t"\'')
