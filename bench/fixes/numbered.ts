import { isBlock, isNumberLink, ownWords, walk, wordsOf } from './page.ts'
import type { Node, Page } from './page.ts'

/** What a number leads to. */
export interface Numbered {
  /** The blocks that are called so: their labels are no markers. */
  readonly nodes: readonly Node[]
  readonly words: string
}

interface Labelled {
  readonly number: number
  readonly node: Node
  readonly words: string
  /** Written as the marker is, `[3]`, or as an item is, `3.` */
  readonly isExact: boolean
  /** No paragraph stands behind it that is none of these. */
  readonly isLast: boolean
}

/**
 * What each number of a page leads to: the lines that begin with `[3]`, or else the items `3.`. A sentence may begin with a
 * marker, and steps are numbered too: what stands behind the last paragraph is the list of references. Of several there with
 * one number, nobody can say which is meant, so that it leads to all of them; elsewhere, to the last.
 */
export function numberedIn(page: Page, isRaised: boolean): Map<number, Numbered> {
  const byNumber = new Map<number, Labelled[]>()
  for (const one of labelledIn(page, isRaised)) byNumber.set(one.number, [...(byNumber.get(one.number) ?? []), one])
  return new Map([...byNumber].map(([number, all]) => [number, chosenOf(all)]))
}

function chosenOf(all: readonly Labelled[]): Numbered {
  const exact = all.filter(({ isExact }) => isExact)
  const alike = exact.length > 0 ? exact : all
  const last = alike.filter(({ isLast }) => isLast)
  const chosen = last.length > 0 ? last : alike.slice(-1)
  return { nodes: chosen.map(({ node }) => node), words: chosen.map(({ words }) => significant(words)).join(' | ') }
}

function* labelledIn({ text, tree, blocks: all }: Page, isRaised: boolean): Generator<Labelled> {
  const blocks = withoutNotes(all)
  const end = lastParagraph(blocks)
  const label = isRaised
    ? /^\s*(?:\[(\d{1,4})\]:?|([⁰¹²³⁴-⁹]+)[.)]?)\s+(?!\^?\[)(?=\S)/gm
    : /^\s*\[(\d{1,4})\]:?[^\S\r\n]+(?!\^?\[)(?=\S)/gm
  const numbered = new Set(
    listsIn(tree).flatMap((list) => (list.children ?? []).flatMap((item) => item.children?.find(isBlock) ?? [])),
  )
  for (const [index, node] of blocks.entries()) {
    if (/^(?:t[dh]|h\d)$/.test(node.tagName!)) continue
    const own = ownWords(node)
    // The number of an item is no part of its words.
    const context = numbered.has(node) ? `1. ${own}` : own
    const by = context.length - own.length
    const labels = [...own.matchAll(label)].filter(
      (one) => one.index === 0 || isListed(context, one.index + by, one[0]),
    )
    for (const [at, { 0: written, 1: digits, 2: raised, index: from }] of labels.entries()) {
      const words = own.slice(from + written.length, labels[at + 1]?.index)
      yield { number: Number(digits ?? lowered(raised!)), node, words, isExact: true, isLast: index > end }
    }
  }
  yield* itemsIn({ text, tree, blocks }, end)
}

/**
 * In the middle of a paragraph, a line that begins with a marker is the rest of a sentence, unless the line before it or behind
 * it has a label too, or the line before it has ended with a marker.
 */
function isListed(text: string, index: number, written: string): boolean {
  const start = index + /^\s*/.exec(written)![0].length
  const before = text.slice(0, start).trimEnd()
  const [line] = /[^\r\n]*$/.exec(before)!
  const next = /[\r\n]\s*([^\r\n]*)/.exec(text.slice(start))?.[1] ?? ''
  const isSentence = /^(?!https?:)\p{Ll}/u.test(text.slice(index + written.length))
  return labelled.test(line) || labelled.test(next) || (before.endsWith(']') && !isSentence)
}

const labelled = /^\s*(?:\[\^?[^[\]\s]{1,60}\]:?|\d{1,4}[.)])\s/

/**
 * An item is called as it is typed: a page counts, and shows 3 where `4.` stands behind `2.`; unless all of a list are typed
 * alike, which leaves the counting to the page.
 */
function* itemsIn({ text, tree, blocks }: Page, end: number): Generator<Labelled> {
  const places = new Map(blocks.map((block, index) => [block, index]))
  for (const list of listsIn(tree)) {
    const items = (list.children ?? []).filter(({ tagName }) => tagName === 'li')
    const typed = items.map(({ position }) => {
      const from = position?.start.offset ?? 0
      return /^\d{1,9}/.exec(text.slice(from, from + 9))?.[0]
    })
    const isCounted = items.length > 1 && typed.every((one) => one === typed[0])
    for (const [index, node] of items.entries()) {
      if (typed[index] === undefined || !places.has(node)) continue
      const number = Number(typed[index]) + (isCounted ? index : 0)
      yield { number, node, words: wordsOf(node, isNumberLink), isExact: false, isLast: places.get(node)! > end }
    }
  }
}

function listsIn(tree: Node): Node[] {
  const lists: Node[] = []
  walk(tree, (node) => {
    if (node.tagName === 'ol') lists.push(node)
    return true
  })
  return lists
}

/** The last paragraph that is no line of a list, in the order of blocks. */
function lastParagraph(blocks: readonly Node[]): number {
  return blocks.findLastIndex((block) => block.tagName === 'p' && !isInItem(block, blocks) && !opensWithLabel(block))
}

/** `[7] …`, be it that a definition has made a link of its label. */
function opensWithLabel(block: Node): boolean {
  const first = (block.children ?? []).find(({ type, value = '' }) => type !== 'text' || value.trim() !== '')
  return /^\s*\[\^?[^[\]\s]{1,60}\]:?\s/.test(ownWords(block)) || (first !== undefined && isNumberLink(first))
}

/** Blocks without those of footnotes, which a page puts behind all others, and only if they are cited. */
function withoutNotes(blocks: readonly Node[]): readonly Node[] {
  const notes = blocks.findIndex(({ properties }) => isNote(properties?.['id']))
  return notes < 0 ? blocks : blocks.slice(0, notes)
}

const isNote = (id: unknown) => typeof id === 'string' && id.startsWith('user-content-fn-')

function isInItem(block: Node, blocks: readonly Node[]): boolean {
  return blocks.some((one) => one.tagName === 'li' && one.children?.includes(block))
}

export const lowered = (raised: string) =>
  raised.replaceAll(/[⁰¹²³⁴-⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))).replaceAll('⁻', '-')

/** Letters and digits without markers: white space, punctuation and labels may change. */
export const significant = (words: string) =>
  words.replaceAll(/\[[^[\]]{1,40}\]|【[^】]{1,40}】/g, '').replaceAll(/[^\p{L}\p{Nd}]/gu, '')
