import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

/** As far as nodes of HTML are looked at here. */
interface Node {
  readonly type: string
  readonly value?: string
  readonly tagName?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly children?: readonly Node[]
  readonly position?: { readonly start: { readonly offset: number } }
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype)

/** For each block of the page that cites anything, in order: the words that its markers lead to, each once. */
export type Targets = readonly (readonly string[])[]

/**
 * Reads Markdown as a renderer does, without anything of footlint's: a marker of a footnote leads to the note that its link
 * leads to, and `[3]` to the block that begins with `[3]` or the item `3.` of a list, where there is one.
 */
export function targetsOf(whole: string): Targets {
  // A page begins behind the front matter.
  const text = whole.replace(/^\uFEFF?(?:---[^\S\r\n]*\r?\n[^]*?\n---[^\S\r\n]*(?:\r?\n|$))?/, '')
  const tree = processor.runSync(processor.parse(text)) as unknown as Node
  const notes = new Map<string, string>()
  const blocks: Node[] = []
  walk(tree, (node) => {
    const { tagName = '', properties = {} } = node
    const { id } = properties
    if (tagName === 'li' && typeof id === 'string') notes.set(`#${id}`, significant(wordsOf(node)))
    if (/^(?:p|h[1-6]|td|th|li|dd|dt)$/.test(tagName)) blocks.push(node)
    return true
  })
  const numbers = numberedBlocks(text, tree, blocks)
  return blocks
    .map((block) => [...new Set(cited(block, notes, numbers))].toSorted())
    .filter((targets) => targets.length > 0)
}

/** What a number leads to; a block does not lead to what it is a part of. */
interface Numbered {
  readonly node: Node
  readonly words: string
}

function numberedBlocks(text: string, tree: Node, blocks: readonly Node[]): Map<number, Numbered[]> {
  const numbers = new Map<number, Numbered[]>()
  const add = (number: number, node: Node, words: string) => {
    numbers.set(number, [...(numbers.get(number) ?? []), { node, words: significant(words) }])
  }
  for (const block of blocks) {
    for (const [, number, words] of ownWords(block).matchAll(/^\s*\[(\d{1,4})\]:?[^\S\r\n]+(.+)/gm))
      add(Number(number), block, words!)
  }
  // An item is called as it is typed: a page counts, and shows 3 where `4.` stands behind `2.`.
  walk(tree, (node) => {
    const from = node.position?.start.offset ?? 0
    const [number] = /^\d{1,9}/.exec(text.slice(from, from + 9)) ?? []
    if (node.tagName === 'li' && number !== undefined) add(Number(number), node, wordsOf(node))
    return true
  })
  return numbers
}

function* cited(
  block: Node,
  notes: ReadonlyMap<string, string>,
  numbers: ReadonlyMap<number, readonly Numbered[]>,
): Generator<string> {
  const links: string[] = []
  walk(block, (node) => {
    if (node.properties?.['dataFootnoteRef'] !== undefined) links.push(String(node.properties['href']))
    return node === block || !isBlock(node)
  })
  for (const link of links) yield notes.get(link) ?? `nothing at ${link}`
  for (const [, list] of ownWords(block).matchAll(/(?<![\^{[])\[(\d{1,4}(?:\s*[,–-]\s*\d{1,4})*)\]/g)) {
    for (const number of numbersOf(list!)) {
      // References stand at the end; a sentence may begin with a marker, as they do with their labels.
      const target = numbers.get(number)?.findLast((one) => !isInside(block, one.node))
      if (target) yield target.words
    }
  }
}

function isInside(block: Node, node: Node): boolean {
  let found = false
  walk(node, (one) => {
    found ||= one === block
    return !found
  })
  return found
}

/** 1, 3, 4 and 5 of `1, 3-5`. */
function* numbersOf(list: string): Generator<number> {
  for (const [, from, to] of list.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)) {
    const [first, last] = [Number(from), Number(to ?? from)].toSorted((one, other) => one - other) as [number, number]
    for (let number = first; number <= Math.min(last, first + 100); number++) yield number
  }
}

const isBlock = ({ tagName = '' }: Node) => /^(?:p|h[1-6]|td|th|li|dd|dt|ul|ol|table|blockquote)$/.test(tagName)

/** Words of a block without those of blocks inside it. */
function ownWords(block: Node): string {
  return wordsOf(block, (node) => node !== block && isBlock(node))
}

/** Without back references, and without the numbers of footnotes, which are the renderer's. */
function wordsOf(root: Node, isForeign: (node: Node) => boolean = () => false): string {
  const words: string[] = []
  walk(root, (node) => {
    const { properties = {}, tagName } = node
    if (isForeign(node) || tagName === 'code' || properties['dataFootnoteBackref'] !== undefined) return false
    if (properties['dataFootnoteRef'] !== undefined) return false
    if (node.type === 'text') words.push(node.value ?? '')
    return true
  })
  return words.join('')
}

/** Letters without markers: white space, punctuation and labels may change. */
const significant = (words: string) =>
  words.replaceAll(/\[[^[\]]{1,40}\]|【[^】]{1,40}】/g, '').replaceAll(/[^\p{L}]/gu, '')

/** Visits nodes in the order of the text, without recursion; those below a node only if the visitor says so. */
function walk(tree: Node, visit: (node: Node) => boolean): void {
  const open = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (visit(node) && node.children) open.push(...node.children.toReversed())
  }
}

/** What of a page leads elsewhere than before; `mended`: markers that led nowhere may lead somewhere now. */
export function compareTargets(before: Targets, after: Targets, mended: boolean): string | undefined {
  if (!mended) {
    const index = before.findIndex((targets, at) => targets.join('\n') !== after[at]?.join('\n'))
    if (index >= 0) return `${show(before[index])} became ${show(after[index])}`
    return after.length > before.length ? `${show(after[before.length])} came` : undefined
  }
  const left = new Set(after.flat())
  // A note that had swallowed the next one, whose colon was lost, ends where it should now.
  const isLeft = (target: string) => left.has(target) || [...left].some((one) => one !== '' && target.startsWith(one))
  const lost = before.flat().find((target) => !isLeft(target))
  return lost === undefined ? undefined : `${show([lost])} is lost`
}

/** The same where entries may have moved: they take what they cite along, so that the order of the blocks says nothing. */
export function compareMoved(before: Targets, after: Targets): string | undefined {
  const [old, now] = [before, after].map((targets) => targets.map((each) => each.join('\n')).toSorted()) as [
    string[],
    string[],
  ]
  const index = old.findIndex((one, at) => one !== now[at])
  if (index < 0 && old.length === now.length) return undefined
  return `${JSON.stringify(old.at(index)?.slice(0, 60))} became ${JSON.stringify(now.at(index)?.slice(0, 60))}`
}

const show = (targets: readonly string[] | undefined) =>
  JSON.stringify((targets ?? []).map((target) => target.slice(0, 40)))
