import type { BibliographyEntry } from '../../bibliography/bibliography.ts'
import type { Block, Reading } from '../document.ts'
import type { EntryDraft } from './entries.ts'

const own = { family: 'citekey', number: undefined, list: undefined, malformed: undefined } as const

/** Records of a bibliography, in a file of its own or in front matter. What is not meant to be cited is none. */
export function recordEntries(records: readonly BibliographyEntry[]): EntryDraft[] {
  return records
    .filter(({ key, internal }) => key !== '' && !internal)
    .map((record): EntryDraft => {
      const { key, keyRange, range, text } = record
      return { ...own, kind: 'record', ...range, label: key, labelRange: keyRange, text, record }
    })
}

/** `\bibitem{key}` and the paragraphs behind it. */
export function bibitemEntries({ blocks }: Reading): EntryDraft[] {
  const starts: number[] = []
  for (let index = 0; index < blocks.length; index++) if (blocks[index]!.item?.key !== undefined) starts.push(index)
  return starts.map((index, at): EntryDraft => {
    const { item } = blocks[index]!
    const paragraphs = blocks.slice(index, starts[at + 1] ?? index + 1).filter((block) => isPart(block, index, blocks))
    const labelRange = item!.marker
    const text = paragraphs.map((block) => block.text).join('\n')
    return {
      ...own,
      kind: 'list',
      start: labelRange.start,
      end: Math.max(labelRange.end, paragraphs.at(-1)!.end),
      label: item!.key!,
      labelRange,
      text: text.trim(),
    }
  })
}

const isPart = (block: Block, index: number, blocks: readonly Block[]) => block === blocks[index] || !block.item
