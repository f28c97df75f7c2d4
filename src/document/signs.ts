import type { Block, Reading } from './document.ts'
import { raisedDigit } from './notations/superscript.ts'
import { signedBlocks } from './signed.ts'

/**
 * What the words of a document hold of what marks are made of, looked up once for all who look for them. Most documents
 * hold little of it, and most of their blocks nothing.
 */
export interface Signs {
  /** Blocks that may hold a marker, numbers in parentheses left out of account. */
  readonly marked: readonly Block[]
  /** Blocks with a bracket among their words, be it a wide one; those of links are no words. */
  readonly bracketed: readonly Block[]
  /** Whether a character may stand among the words. */
  readonly mayHold: (character: string) => boolean
  /** Whether a raised digit may. */
  readonly mayHoldRaised: boolean
  /** Whether a key of a bibliography may: `@key`, `{cite}`. */
  readonly mayHoldKey: boolean
}

const known = new WeakMap<Reading, Signs>()

/** The signs of a reading. Without the text that it is of, anything may be there. */
export function signsOf(reading: Reading, text?: string): Signs {
  let signs = known.get(reading)
  if (!signs) known.set(reading, (signs = findSigns(reading, text)))
  return signs
}

function findSigns(reading: Reading, text: string | undefined): Signs {
  const mayHold = text === undefined ? () => true : lookIn(text)
  const mayHoldRaised = raisedDigits.some(mayHold)
  const mayHoldWide = ['［', '【', '〔'].some(mayHold)
  const mayHoldKey = mayHold('@') || mayHold('{')
  const mayHoldMore = mayHoldKey || mayHoldRaised
  const marked: Block[] = []
  const bracketed: Block[] = []
  for (const block of signedBlocks(reading)) {
    const { text: words, links } = block
    const isOpened = words.includes('[')
    if (isOpened || words.includes(']') || (mayHoldWide && wide.test(words))) bracketed.push(block)
    const isMarked = isOpened || words.includes('^') || (links.length > 0 && holdsMark(links))
    if (isMarked || (mayHoldMore && holdsMore(words))) marked.push(block)
  }
  return { marked, bracketed, mayHold, mayHoldRaised, mayHoldKey }
}

const holdsMore = (words: string) => words.includes('@') || words.includes('{cite') || raisedDigit.test(words)
const wide = /[［【〔]/
const raisedDigits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']

/** Whatever a format writes in another way than it reads has an ampersand or a backslash: entities, escapes, commands. */
function lookIn(text: string): (character: string) => boolean {
  const isSpelt = text.includes('&') || text.includes('\\')
  return (character) => isSpelt || text.includes(character)
}

/** Whether any of some links may be a mark. Nearly all lead to a page elsewhere. */
export function holdsMark(links: Block['links']): boolean {
  for (const { kind, label, url } of links) {
    if (label !== undefined || (kind !== 'inline' && kind !== 'autolink' && kind !== 'anchor')) return true
    if (url !== undefined && url.charCodeAt(0) === 35) return true
  }
  return false
}
