import type { Block, Candidate } from '../document.ts'
import { sourceRange } from '../formats/prose.ts'
import { createCandidate, none } from './create.ts'
import { isLetterCode } from '../codes.ts'

/** Words that named groups of notes are called by, as MediaWiki's projects and translators write them. */
export const groupWords =
  'note|notes|nb|n|fn|footnote|lower-alpha|upper-alpha|lower-roman|lower-greek|Anm|Anmerkung|A|Fn|Fußnote|nota|notas|not|noot|anm|przyp|uwaga|pozn|poznámka|прим|примечание|комм|К|catatan|ghi chú|chú thích|注|註|注釈|註釋|注释|脚注|脚註|訳注|原注|각주|주'

const named = new RegExp(String.raw`\[((?:${groupWords})\.?)(?:[ \u00A0]|[ \t]*[\r\n]+[ \t]*)?(\d{1,3})\]`, 'giu')
const lettered = /\[([a-z]{1,2})\]/g

/** Candidates of groups: `[note 1]`, `[Anm. 2]`, `[注 3]`, and letters `[a]`. */
export function findGroups(block: Block, source: string): readonly Candidate[] {
  if (!mayHoldGroup(block.text)) return none
  const found: Candidate[] = []
  for (const { index, 0: text, 1: word, 2: digits } of block.text.matchAll(named)) {
    const family = `group ${word!.toLowerCase().replace(/\.$/, '')}` as const
    const label = text.slice(1, -1).replace(/\s+/g, ' ')
    found.push(candidate(block, source, [index, text], { family, label, number: Number(digits) }))
  }
  for (const { index, 0: text, 1: letters } of block.text.matchAll(lettered)) {
    if (isTaskBox(block, index, text)) continue
    const number = letterNumber(letters!)
    found.push(candidate(block, source, [index, text], { family: 'group letter', label: letters!, number }))
  }
  return found
}

/** Whether any bracket of a text begins as the marker of a group may. */
export function mayHoldGroup(text: string): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    if (mayOpenGroup(text.charCodeAt(at + 1))) return true
  }
  return false
}

/** Whether the marker of a group may begin with a code unit: both begin with a letter, which most brackets do not. */
export const mayOpenGroup = (code: number): boolean => isLetterCode(code) || code > 127

/** `- [x] done`: no parser says so where tasks are no part of the dialect. */
function isTaskBox({ text, item }: Block, at: number, written: string): boolean {
  const isItem = item !== undefined && item.number === undefined
  return written === '[x]' && isItem && text.slice(0, at).trim() === ''
}

/** `a` is 1, `z` 26, `aa` 27. */
export function letterNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 96
  return number
}

/** 1 is `a`, 26 `z`, 27 `aa`. */
export function lettersOf(number: number): string {
  if (number < 1) return ''
  return lettersOf(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26))
}

function candidate(
  block: Block,
  source: string,
  [at, text]: readonly [at: number, text: string],
  { family, label, number }: Pick<Candidate, 'family'> & { readonly label: string; readonly number: number },
): Candidate {
  const to = at + text.length
  const { start, end } = sourceRange(block, at + 1, to - 1)
  const members = [{ start, end, text: label, label, number, through: undefined }]
  return createCandidate(source, { block, at, to }, { notation: 'letter', family, members })
}
