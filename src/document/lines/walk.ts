import { walkOf } from './code.ts'
import { createTagCheck, paragraphEnd, paragraphStart } from './paragraph.ts'

/** What somebody does who looks for places in a text; whoever gives `false` goes no farther. */
export interface Walker {
  /** The next place, behind all to which somebody has come; not within the text where there is none. */
  readonly sought: () => number
  /** Comes to the lines between blank ones that hold it; whether one of them begins with a tag. */
  readonly words: (start: number, end: number, holdsTag: boolean) => boolean
  /** Comes to the code that holds it, fences included; whether they are indented, so that they may be those of an item. */
  readonly code: (start: number, end: number, isIndented: boolean) => boolean
}

/** Goes from one place in a text in Markdown to the next; `false` where it is not certain what is code between fences. */
export function walkLines(text: string, from: number, { sought, words, code }: Walker): boolean {
  const { found, goBeyond } = walkOf(text)
  if (!goBeyond(text.length)) return false
  const holdsTag = createTagCheck(text)
  let index = 0
  let at = from
  for (let place = sought(); place >= 0 && place < text.length; place = sought()) {
    while (index < found.length && found[index]!.end <= place) at = Math.max(at, found[index++]!.end)
    const next = found[index]
    if (next && next.start <= place) {
      if (!code(next.start, next.end, next.isIndented)) return false
    } else {
      const start = paragraphStart(text, place, at)
      at = paragraphEnd(text, place, next ? next.start : text.length)
      if (!words(start, at, holdsTag(start, at))) return false
    }
  }
  return true
}
