import type { Candidate } from '../document.ts'

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

/** The same for what has a sign in it, so that most texts need no pattern. */
export function behindHolding(sign: string, pattern: RegExp, length: number, reason: string): Ground {
  return ({ block: { text }, at }) => {
    const words = text.slice(Math.max(0, at - length), at)
    return words.includes(sign) && pattern.test(words) ? reason : undefined
  }
}

/** The same for what ends in one of some signs of ASCII, or beyond ASCII: most texts end in something else. */
export function behindEnding(signs: string, pattern: RegExp, length: number, reason: string): Ground {
  return ({ block: { text }, at }) =>
    mayBe(signs, text, at - 1) && pattern.test(text.slice(Math.max(0, at - length), at)) ? reason : undefined
}

/** A ground by a pattern of the text right behind the bracket, which begins with one of some signs of ASCII, or beyond ASCII. */
export function before(signs: string, pattern: RegExp, reason: string): Ground {
  return ({ block: { text }, to }) =>
    mayBe(signs, text, to) && pattern.test(text.slice(to, to + 24)) ? reason : undefined
}

function mayBe(signs: string, text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? signs.includes(text[at]!) : code >= 128
}

/** White space of ASCII. */
export const white = ' \t\n\v\f\r'
