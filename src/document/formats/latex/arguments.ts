import type { Key } from '../../document.ts'
import type { Range } from '../../../source.ts'

/** What stands behind a command: the insides of its brackets and braces. */
export interface Arguments {
  readonly options: readonly Range[]
  readonly groups: readonly Range[]
  /** Behind the last of them. */
  readonly end: number
}

/** Where the brace at an offset is closed. */
export type Pairs = ReadonlyMap<number, number>

const between = /[ \t]*(?:\r?\n[ \t]*)?/y

/** Takes brackets and as many braces as there should be. */
export function argumentsAt(text: string, pairs: Pairs, from: number, count: number): Arguments {
  const options: Range[] = []
  const groups: Range[] = []
  let end = from
  while (groups.length < count) {
    between.lastIndex = end
    between.test(text)
    const at = between.lastIndex
    const close = text[at] === '[' ? bracketEnd(text, at) : text[at] === '{' ? pairs.get(at) : undefined
    if (close === undefined) break
    if (text[at] === '[') options.push({ start: at + 1, end: close })
    else groups.push({ start: at + 1, end: close })
    end = close + 1
  }
  return { options, groups, end }
}

/** The bracket right behind a command that takes no braces, `\item[One]`. */
export function optionAt(text: string, from: number): Range | undefined {
  const close = text[from] === '[' ? bracketEnd(text, from) : undefined
  return close === undefined ? undefined : { start: from + 1, end: close }
}

/** A bracket that goes on for longer has lost its other half. */
const longest = 500

function bracketEnd(text: string, open: number): number | undefined {
  let depth = 0
  for (let at = open + 1; at < Math.min(text.length, open + longest); at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '{') depth++
    else if (character === '}' && --depth < 0) return undefined
    else if (character === ']' && depth === 0) return at
  }
  return undefined
}

/** The keys in `a, b`, and where each stands. */
export function keysIn(text: string, { start, end }: Range): Key[] {
  return [...text.slice(start, end).matchAll(/[^\s,%](?:[^,%\r\n]*[^\s,%])?/g)].map(({ index, 0: label }) => {
    return { label, start: start + index, end: start + index + label.length }
  })
}
