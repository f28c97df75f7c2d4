import type { Block, Candidate } from '../document.ts'
import { sourceRange } from '../formats/prose.ts'
import { createCandidate, none } from './create.ts'

/** References that Markdown resolves to a link definition with a number for a label: `[1]`, `[1][]`, and the `[1]` of `[text][1]`. */
export function findLinks(block: Block, source: string): readonly Candidate[] {
  if (block.links.length === 0) return none
  const found: Candidate[] = []
  for (const link of block.links) {
    if (link.kind === 'image') continue
    if (link.label === undefined || !/^\d{1,4}$/.test(link.label.trim())) continue
    const at = link.kind === 'full' ? block.text.lastIndexOf('[', link.to - 1) : link.at
    const { start, end } = sourceRange(block, at + 1, link.to - 1)
    const label = link.label.trim()
    const members = [{ start, end, text: label, label, number: Number(label), through: undefined }]
    found.push(createCandidate(source, { block, at, to: link.to }, { notation: 'link', family: 'number', members }))
  }
  return found
}
