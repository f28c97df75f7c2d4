import type { Block, Reading } from './document.ts'
import type { Place } from './style.ts'
import { isReferenceHeading } from './entries/headings.ts'
import { countBefore, insideOf } from './nearby.ts'
import { signedBlocks } from './signed.ts'
import type { EntryObject } from './series/entry.ts'

/** Says of an entry where it stands, among all of its document. Markers have to be known. */
export function createPlacer(
  entries: readonly EntryObject[],
  reading: Reading,
  text: string,
): (entry: EntryObject) => Place {
  const { blocks } = reading
  const signed = new Set(signedBlocks(reading))
  const isInEntry = insideOf(entries.filter((entry) => entry.kind === 'list'))
  const isProse = (block: Block) =>
    block.kind !== 'heading' &&
    block.note === undefined &&
    // The others hold nothing but words.
    !(signed.has(block) && block.text.trim() === '') &&
    !isInEntry(block.start)
  const prose = blocks.filter(isProse)
  const headings = blocks.filter((block) => block.kind === 'heading')
  const sections = sectionHeadings(headings)
  return (entry) => {
    const next = prose[countBefore(prose, entry.end)]
    const heading = headings[countBefore(headings, entry.end)]
    const before = !next ? 'nothing' : heading && heading.start < next.start ? 'section' : 'prose'
    return {
      inLine: isInLine(entry, blocks, text),
      before,
      next,
      withMarkers: isWithMarkers(entry, sections),
      sectionEnd: sectionEnd(entry, sections, text),
    }
  }
}

/** A note that stands in the text: `^[in Markdown]`, `[fn:name: in Org]`. One that takes all of its lines is none, though its colon is lost. */
function isInLine({ kind, start, end }: EntryObject, blocks: readonly Block[], text: string): boolean {
  if (kind !== 'note') return kind === 'inline'
  const block = blocks[countBefore(blocks, start + 1) - 1]
  if (block === undefined || start >= block.end || block.note !== undefined) return false
  return end < block.end || !/(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(block.start, start - 40), start))
}

/** Those of the highest level that occurs twice; lower ones are parts of a section, a single higher one is the title. */
function sectionHeadings(headings: readonly Block[]): Block[] {
  const depths = headings.map((heading) => heading.depth!).toSorted((one, other) => one - other)
  const depth = depths.find((one, index) => depths[index + 1] === one)
  return headings.filter((heading) => heading.depth === depth && !isReferenceHeading(heading.text))
}

function isWithMarkers({ start, markers }: EntryObject, sections: readonly Block[]): Place['withMarkers'] {
  const [first] = markers
  return !first || countBefore(sections, first.start) === countBefore(sections, start)
}

function sectionEnd({ start, markers }: EntryObject, sections: readonly Block[], text: string): number {
  const next = sections[countBefore(sections, (markers[0]?.start ?? start) + 1)]
  let end = next?.start ?? text.length
  while (end > 0 && /\s/.test(text[end - 1]!)) end--
  return end
}
