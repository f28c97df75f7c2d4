import { lowered, numberedIn, significant } from './numbered.ts'
import type { Numbered } from './numbered.ts'
import { isBlock, isInside, isNoteMarker, isNumberLink, ownWords, pageOf, walk, wordsOf } from './page.ts'
import type { Node, Page } from './page.ts'

/** For each block of the page that cites anything, in order: the words that its markers lead to, each once. */
export type Targets = readonly (readonly string[])[]

/**
 * Reads Markdown as a renderer does, without anything of footlint's: a marker of a footnote leads to the note that its link
 * leads to, a number that is a link to its address, and any other `[3]` to what is called so; with `isRaised`, `³` too.
 */
export function targetsOf(text: string, isRaised = false): Targets {
  const key = `${isRaised} ${text}`
  const known = read.get(key) ?? readTargets(text, isRaised)
  read.delete(key)
  read.set(key, known)
  if (read.size > 8) read.delete(read.keys().next().value!)
  return known
}

/** What was read last: a text is fixed in several ways, and judged each time. */
const read = new Map<string, Targets>()

function readTargets(text: string, isRaised: boolean): Targets {
  const page = pageOf(text)
  const notes = notesOf(page)
  const numbers = numberedIn(page, isRaised)
  return page.blocks
    .map((block) => [...new Set(cited(block, { notes, numbers, isRaised }))].toSorted())
    .filter((targets) => targets.length > 0)
}

/** The words of each footnote, by its address on the page. */
function notesOf({ blocks }: Page): Map<string, string> {
  const notes = new Map<string, string>()
  for (const { node, id } of blocks.map((one) => ({ node: one, id: one.properties?.['id'] }))) {
    if (node.tagName === 'li' && typeof id === 'string') notes.set(`#${id}`, significant(wordsOf(node, isNumberLink)))
  }
  return notes
}

interface Known {
  readonly notes: ReadonlyMap<string, string>
  readonly numbers: ReadonlyMap<number, Numbered>
  readonly isRaised: boolean
}

function* cited(block: Node, { notes, numbers, isRaised }: Known): Generator<string> {
  for (const { link, isNote } of linksOf(block)) yield isNote ? (notes.get(link) ?? `nothing at ${link}`) : link
  const words = ownWords(block)
  for (const [, list] of words.matchAll(/(?<![\^{[])\[(\d{1,4}(?:\s*[,–-]\s*\d{1,4})*)\]/g)) yield* leadsTo(list!)
  if (isRaised) for (const [list] of words.matchAll(/[⁰¹²³⁴-⁹]+(?:[,⁻–][⁰¹²³⁴-⁹]+)*/g)) yield* leadsTo(lowered(list))

  function* leadsTo(list: string): Generator<string> {
    for (const number of numbersOf(list)) {
      const target = numbers.get(number)
      if (target && !target.nodes.some((node) => isInside(block, node))) yield target.words
    }
  }
}

/** Markers of footnotes, and numbers that are links. */
function linksOf(block: Node): { readonly link: string; readonly isNote: boolean }[] {
  const links: { link: string; isNote: boolean }[] = []
  walk(block, (node) => {
    const link = String(node.properties?.['href'])
    if (isNoteMarker(node)) links.push({ link, isNote: true })
    else if (isNumberLink(node)) links.push({ link, isNote: false })
    return node === block || !isBlock(node)
  })
  return links
}

/** 1, 3, 4 and 5 of `1, 3-5`. */
function* numbersOf(list: string): Generator<number> {
  for (const [, from, to] of list.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)) {
    const [first, last] = [Number(from), Number(to ?? from)].toSorted((one, other) => one - other) as [number, number]
    for (let number = first; number <= Math.min(last, first + 100); number++) yield number
  }
}
