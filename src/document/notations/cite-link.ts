import type { Block, Candidate } from '../document.ts'
import { sourceRange } from '../formats/prose.ts'

/** Citations in the way of a format of their own: `\cite{a,b}`, `[cite:@a;@b]`. A parameter of a macro (`#1`) is no key. */
export function* findCiteLinks(block: Block, source: string): Generator<Candidate> {
  for (const { kind, at, to, range = sourceRange(block, at, to), keys = [] } of block.links) {
    if (kind !== 'cite' || keys.length === 0 || keys.some(({ label }) => /[\s#\\{}]/.test(label))) continue
    yield {
      start: range.start,
      end: range.end,
      text: source.slice(range.start, range.end),
      notation: 'citekey',
      family: 'citekey',
      block,
      at,
      to,
      members: keys.map(({ label, start, end }) => {
        return { start, end, text: source.slice(start, end), label, number: undefined, through: undefined }
      }),
      malformed: undefined,
      suffix: undefined,
    }
  }
}
