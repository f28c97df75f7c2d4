import type { Candidate, Verdict } from '../document.ts'
import { characterBefore, isUnspacedScript, isWhite, isWordCharacter } from '../characters.ts'
import { alwaysRejected } from './rejections.ts'

/** A note in place holds words and stands behind one; `^[a-z]+$` is a pattern. */
export function judgeInlineNotes(candidates: readonly Candidate[]): Verdict[] {
  return candidates.map((candidate): Verdict => {
    const reason = alwaysRejected(candidate) ?? patternReason(candidate)
    return { candidate, accepted: reason === undefined, reason: reason ?? 'a note stands in it' }
  })
}

function patternReason({ block: { text }, at, to, members, text: written }: Candidate): string | undefined {
  // `\footnote{…}` and `[fn:: …]` can be nothing else.
  if (!written.startsWith('^')) return undefined
  const words = members[0]!.text
  const before = characterBefore(text, at)
  if ('*+?{$|\\)'.includes(text[to] ?? ' ')) return 'it reads as a character class of a pattern'
  const isEmpty = words.trim() === ''
  if (/^\d+$/.test(words.trim())) return 'it holds no words'
  if (!isEmpty && !/\s/.test(words.trim()) && !/^(?:https?:|www\.)/.test(words.trim())) return 'it holds no words'
  const behindText =
    before !== undefined && (isWordCharacter(before) || isUnspacedScript(before) || /[\p{P}\uFFFC]/u.test(before))
  return behindText || (!isEmpty && isWhite(before)) ? undefined : 'it does not stand behind a word'
}
