import type { Range } from '../../../source.ts'
import type { Drop } from './spans.ts'

/** A run of `*` or `_` that is not matched yet; it gets shorter as its marks are used. */
export interface Delimiter {
  readonly mark: string
  start: number
  end: number
  readonly opens: boolean
  readonly closes: boolean
}

const punctuation = /[\p{P}\p{S}]/u

/** How a character bears on a run beside it; none counts as white space. */
const groupOf = (character: string): 'white' | 'sign' | 'word' =>
  /\s/.test(character) ? 'white' : punctuation.test(character) ? 'sign' : 'word'

/** What a run of `*` or `_` can do, by the characters around it (CommonMark 0.31 §6.2). */
export function createDelimiter(
  { mark, start, end }: Range & { readonly mark: string },
  before = ' ',
  after = ' ',
): Delimiter {
  const [left, right] = [groupOf(before), groupOf(after)]
  const isLeftFlanking = right === 'word' || (right === 'sign' && left !== 'word')
  const isRightFlanking = left === 'word' || (left === 'sign' && right !== 'word')
  const isStar = mark === '*'
  return {
    mark,
    start,
    end,
    opens: isLeftFlanking && (isStar || !isRightFlanking || left !== 'word'),
    closes: isRightFlanking && (isStar || !isLeftFlanking || right !== 'word'),
  }
}

/**
 * Matches the runs from an index of the list on, as the parser does, and gives the marks that are used up; they are not
 * text. What is left in the list stays text.
 */
export function matchDelimiters(list: Delimiter[], from: number): Drop[] {
  const used: Drop[] = []
  for (let index = from; index < list.length; index++) {
    const closer = list[index]!
    const open = closer.closes ? findOpener(list, from, index) : -1
    if (open < 0) continue
    const opener = list[open]!
    const count = lengthOf(opener) > 1 && lengthOf(closer) > 1 ? 2 : 1
    used.push(
      { kind: 'drop', start: opener.end - count, end: opener.end },
      { kind: 'drop', start: closer.start, end: closer.start + count },
    )
    opener.end -= count
    closer.start += count
    const first = lengthOf(opener) > 0 ? open + 1 : open
    list.splice(first, (lengthOf(closer) > 0 ? index : index + 1) - first)
    // What is left of the closer may close more.
    index = first - 1
  }
  return used
}

const lengthOf = ({ start, end }: Range): number => end - start

/** The nearest run before a closer that it can close (§6.2, rules 9 and 10 for lengths that are multiples of three). */
function findOpener(list: readonly Delimiter[], from: number, index: number): number {
  const closer = list[index]!
  for (let open = index - 1; open >= from; open--) {
    const opener = list[open]!
    if (!opener.opens || opener.mark !== closer.mark) continue
    const isBoth = opener.closes || closer.opens
    if (isBoth && lengthOf(closer) % 3 !== 0 && (lengthOf(opener) + lengthOf(closer)) % 3 === 0) continue
    return open
  }
  return -1
}
