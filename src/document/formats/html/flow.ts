import type { Block, Comment, ListItem, Reading } from '../../document.ts'
import { createProse, objectCharacter } from '../prose.ts'
import { followTags } from '../tags.ts'
import { createLists } from './lists.ts'
import { takeWords } from './references.ts'
import type { Token } from './tokens.ts'

/** A page in the making: blocks that end where a block-level tag stands. */
export interface Flow {
  /** Takes a stretch of text over. */
  words(start: number, end: number): void
  /** Something that is not prose stands here. */
  object(): void
  lineBreak(tag: Token): void
  /** A tag of `<sup>` or `<a>`. */
  inline(tag: Token): void
  /** A tag that ends one block and begins another. */
  boundary(tag: Token): void
  comment(comment: Comment): void
  finish(): Reading
}

/** Begins a page. */
export function createFlow(text: string): Flow {
  const comments: Comment[] = []
  const lists = createLists(text)
  const page = createPage(text)
  return {
    words: page.words,
    object: () => page.prose.put(objectCharacter),
    lineBreak: (tag) => page.prose.takeAs('\n', tag.start, tag.end),
    inline: ({ kind, name, start, end }) =>
      page.follow({ kind: kind === 'close' ? 'close' : 'open', name, start, end }),
    boundary(tag) {
      page.cut(tag.start, { ...kindOf(tag), start: tag.end })
      if (tag.name === 'li') page.cutItem(tag.start)
      page.item = lists.read(tag, page.item)
    },
    comment: (comment) => void comments.push(comment),
    finish() {
      page.cut(text.length, { kind: 'paragraph', start: text.length })
      return { blocks: page.blocks, comments, notes: [], definitions: [] }
    },
  }
}

type Opening = Pick<Block, 'kind' | 'depth' | 'start'>

/** The blocks so far, and the one that is open. */
function createPage(text: string) {
  const blocks: Block[] = []
  const prose = createProse(text)
  let opening: Opening = { kind: 'paragraph', start: 0 }
  const page = {
    blocks,
    prose,
    follow: followTags(text, prose),
    /** Waits for its first block. */
    item: undefined as ListItem | undefined,
    words(from: number, end: number) {
      takeWords(text, page.prose, page.prose.length === 0 ? skipSpace(text, from, end) : from, end)
    },
    /** A note without a word is a note: `<li id="fn3"></li>`. Other items say nothing then. */
    cutItem(end: number) {
      if (page.item?.number === undefined || page.item.id === undefined) return
      const { start } = page.item.marker
      blocks.push({ kind: 'paragraph', start, end, text: '', runs: [], links: [], item: page.item })
      page.item = undefined
    },
    cut(end: number, next: Opening) {
      const words = page.prose.finish()
      if (/[^\s\uFFFC]/.test(words.text)) {
        blocks.push({
          ...opening,
          ...trimmed(text, opening.start, end),
          ...words,
          ...(page.item && { item: page.item }),
        })
        page.item = undefined
      }
      if (words.text !== '') page.prose = createProse(text)
      page.follow = followTags(text, page.prose)
      opening = next
    },
  }
  return page
}

function kindOf({ kind, name }: Token): Pick<Block, 'kind' | 'depth'> {
  if (kind === 'open' && /^h[1-6]$/.test(name)) return { kind: 'heading', depth: Number(name[1]) }
  return { kind: kind === 'open' && (name === 'td' || name === 'th') ? 'cell' : 'paragraph' }
}

const isSpace = (character: string | undefined) => character !== undefined && ' \t\n\r\f'.includes(character)

function skipSpace(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(text[at])) at++
  return at
}

function trimmed(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
  const start = skipSpace(text, from, to)
  let end = to
  while (end > start && isSpace(text[end - 1])) end--
  return { start, end }
}
