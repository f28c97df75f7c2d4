import { namingKeys } from '../named.ts'
import { bytesOf, standAt } from './bytes.ts'

/** Tells of a text whether it may begin with front matter that names bibliographies. */
export function createNameCheck(start: number): (bytes: Uint8Array, length: number) => boolean {
  const fence = bytesOf('---')
  const names = namingKeys.map(bytesOf)
  return (bytes, length) => {
    if (!standAt(bytes, start, fence)) return false
    for (let at = bytes.indexOf(58, start); at > 0 && at < start + length; at = bytes.indexOf(58, at + 1)) {
      let end = at
      while (mayFollow.includes(bytes[end - 1]!)) end--
      if (names.some((name) => standAt(bytes, end - name.length, name))) return true
    }
    return false
  }
}

/** What may stand between a key and its colon. */
const mayFollow = bytesOf(' \t"\'')
