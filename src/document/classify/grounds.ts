import type { Candidate } from '../document.ts'
import { isWhite } from '../characters.ts'

/** Something that speaks against a candidate: the reason, if it does. */
export type Ground = (candidate: Candidate) => string | undefined

/** The reason of the first ground that speaks against a candidate. */
export function firstReason(grounds: readonly Ground[], candidate: Candidate): string | undefined {
  for (const ground of grounds) {
    const reason = ground(candidate)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** A ground by a pattern of the text right before the bracket, of which that many characters are looked at. */
export function behind(pattern: RegExp, length: number, reason: string): Ground {
  return ({ block: { text }, at }) => (pattern.test(text.slice(Math.max(0, at - length), at)) ? reason : undefined)
}

/** The same for what ends in one of some signs, and white space behind it perhaps. */
export function behindSign(signs: string, ground: Ground): Ground {
  return (candidate) => {
    const { text } = candidate.block
    let end = candidate.at
    while (end > 0 && isWhite(text[end - 1])) end--
    return end > 0 && signs.includes(text[end - 1]!) ? ground(candidate) : undefined
  }
}

/** A ground by a pattern of the text right behind the bracket. */
export function before(pattern: RegExp, reason: string): Ground {
  return ({ block: { text }, to }) => (pattern.test(text.slice(to, to + 24)) ? reason : undefined)
}
