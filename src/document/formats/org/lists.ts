import type { ListItem } from '../../document.ts'
import type { Line } from './lines.ts'

/** What a line that begins an item has before its words. */
export interface Bullet {
  readonly indent: number
  /** `-` or `12.`. */
  readonly mark: string
}

/** The lists that are open: lines that are indented less end them. */
export interface Lists {
  item(line: Line, bullet: Bullet): ListItem
  /** A line that is no item. */
  leave(indent: number): void
  close(): void
}

export function createLists(): Lists {
  const open: { readonly indent: number }[] = []
  return {
    item({ start }, { indent, mark }) {
      while (open.length > 0 && open.at(-1)!.indent > indent) open.pop()
      if (open.at(-1)?.indent !== indent) open.push({ indent })
      const marker = { start: start + indent, end: start + indent + mark.length }
      return { number: /^\d/.test(mark) ? Number.parseInt(mark, 10) : undefined, marker, list: open.at(-1)! }
    },
    leave(indent) {
      while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop()
    },
    close() {
      open.length = 0
    },
  }
}
