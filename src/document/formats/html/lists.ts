import type { ListItem } from '../../document.ts'
import { attributeOf } from './tokens.ts'
import type { Token } from './tokens.ts'

interface OpenList {
  readonly ordered: boolean
  next: number
}

/** Follows `<ol>`, `<ul>` and `<li>`. */
export interface Lists {
  /** The item that is open behind a tag, and has not had a block yet. */
  read(tag: Token, item: ListItem | undefined): ListItem | undefined
}

export function createLists(text: string): Lists {
  const open: OpenList[] = []
  /** Items outside of any list belong to one another. */
  const stray: OpenList = { ordered: false, next: 1 }
  return {
    read(tag, item) {
      const isOpening = tag.kind === 'open'
      if (tag.name === 'ol' || tag.name === 'ul') {
        if (isOpening) open.push({ ordered: tag.name === 'ol', next: numberIn(text, tag, 'start') ?? 1 })
        else open.pop()
        return undefined
      }
      if (tag.name !== 'li') return item
      return isOpening ? createItem(text, tag, open.at(-1) ?? stray) : undefined
    },
  }
}

function createItem(text: string, tag: Token, list: OpenList): ListItem {
  const id = attributeOf(text, tag, 'id')
  const counted = numberIn(text, tag, 'value') ?? list.next
  list.next = counted + 1
  const number = numberOfId(id) ?? (list.ordered ? counted : undefined)
  return { number, ...(id !== undefined && { id }), marker: { start: tag.start, end: tag.end }, list }
}

/** What generators call their notes: `fn12`, `cite_note-12`, `footnote-12`, `ref_12`. */
function numberOfId(id: string | undefined): number | undefined {
  const match = /^(?:fn|footnote|note|ref|cite_note|endnote|en|bib)[-_:.]*(\d{1,4})$/i.exec(id ?? '')
  return match ? Number(match[1]) : undefined
}

function numberIn(text: string, tag: Token, attribute: string): number | undefined {
  const value = attributeOf(text, tag, attribute)
  return value !== undefined && /^\s*\d{1,6}\s*$/.test(value) ? Number(value) : undefined
}
