import type { Block, Candidate, Member } from '../document.ts'
import { objectCharacter, sourceOffset } from '../formats/prose.ts'
import { createCandidate, none } from './create.ts'

const role = new RegExp(String.raw`\{cite(?::[a-z]{1,12})?\}${objectCharacter}`, 'gu')
const code = /(`+)([^`]{1,1000})\1/y
/** A key between commas; MyST puts words before and behind it in braces (`{see}key{p. 3}`). */
const item = /((?:\{[^{}]*\}\s*)?)([^\s,{}]+)(?:\s*\{[^{}]*\})?/g

/** Candidates ``{cite:p}`one,two` `` of MyST: to Markdown, braces and a stretch of code. */
export function findCiteRoles(block: Block, source: string): readonly Candidate[] {
  if (!block.text.includes('{cite')) return none
  const found: Candidate[] = []
  for (const { index: at, 0: written } of block.text.matchAll(role)) {
    const start = sourceOffset(block, at)
    code.lastIndex = sourceOffset(block, at + written.length - 2) + 1
    const match = code.exec(source)
    if (!match) continue
    const from = match.index + match[1]!.length
    const members = [...match[2]!.matchAll(item)].map(({ index, 1: words, 2: label }): Member => {
      const place = from + index + words!.length
      return {
        start: place,
        end: place + label!.length,
        text: label!,
        label: label!,
        number: undefined,
        through: undefined,
      }
    })
    if (members.length === 0) continue
    const stretch = { block, at, to: at + written.length, range: { start, end: code.lastIndex } }
    found.push(createCandidate(source, stretch, { notation: 'citekey', family: 'citekey', members }))
  }
  return found
}
