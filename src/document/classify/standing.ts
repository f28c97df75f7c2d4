import type { Candidate } from '../document.ts'
import { characterAt, characterBefore, isLetter, isUnspacedScript, isWhite } from '../characters.ts'

/** How the bracket holds on to the text: right behind it or right before punctuation. White space on both sides sets it apart. */
export function isAttached({ block: { text }, at, to }: Candidate): boolean {
  const previous = characterBefore(text, at)
  if (previous !== undefined && !isWhite(previous)) return true
  const next = text[to]
  return next !== undefined && /[.,;:!?)\]»”"'。，、；：！？[]/.test(next)
}

/** It opens its block, so that nothing stands before it that it could belong to. */
export function opensBlock({ block: { text }, at }: Candidate): boolean {
  let index = at
  while (index > 0 && isWhite(text[index - 1])) index--
  return index === 0
}

/** In a block quote, or on a line of plain text that a letter quotes with `>`. */
export function isQuoted({ block, at }: Candidate): boolean {
  if (block.quoted) return true
  const before = block.text.slice(Math.max(0, at - 1000), at)
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1)
  return line.trimStart().startsWith('>')
}

/** `of [2]Catenation`: white space before it, and none between it and the letter behind. */
export function startsWord({ block: { text }, at, to }: Candidate): boolean {
  const next = characterAt(text, to)
  return isWhite(characterBefore(text, at)) && isLetter(next) && !isUnspacedScript(next)
}

/** `_chaleur,_[201]`: plain text marks emphasis with `_`, `*`, `/`, `~`, `=`. */
export function closesEmphasis(text: string, at: number): boolean {
  return /(?:^|[\s("“‘—-])([_*/~=])(?=\S)[^_*~=]*\1$/.test(text.slice(Math.max(0, at - 300), at))
}
