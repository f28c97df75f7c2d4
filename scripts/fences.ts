/** A fenced block of a page, or the lines between two of them. */
export interface Piece {
  /** What stands behind the opening fence, `undefined` for prose. */
  readonly info: string | undefined
  /** The text without the fences; in a fenced block every line has its line end. */
  readonly content: string
  /** The fence as it is written: three backticks or more. */
  readonly fence: string
  /** The line (from 1) of its first line, the fence included. */
  readonly line: number
}

/** Cuts a Markdown page at its fenced blocks. Joined again by `joinPieces` it is the same page. */
export function splitFences(page: string): Piece[] {
  const pieces: Piece[] = []
  let open: { fence: string; info: string; line: number } | undefined
  let lines: string[] = []
  let start = 1
  const close = (piece: Omit<Piece, 'content'>, next: number) => {
    if (piece.info !== undefined) pieces.push({ ...piece, content: lines.map((line) => `${line}\n`).join('') })
    else if (lines.length > 0) pieces.push({ ...piece, content: lines.join('\n') })
    lines = []
    start = next
  }
  for (const [index, line] of page.split(/\r?\n/).entries()) {
    const [, fence, info] = /^(`{3,})(.*)$/.exec(line) ?? []
    if (open && fence?.startsWith(open.fence) && info === '') {
      close(open, index + 2)
      open = undefined
    } else if (!open && fence !== undefined && info !== undefined) {
      close({ info: undefined, fence: '', line: start }, index + 1)
      open = { fence, info: info.trim(), line: index + 1 }
    } else {
      lines.push(line)
    }
  }
  if (open) throw new Error(`the block that begins in line ${open.line} is not closed`)
  close({ info: undefined, fence: '', line: start }, start)
  return pieces
}

export function joinPieces(pieces: readonly Pick<Piece, 'info' | 'content' | 'fence'>[]): string {
  return pieces
    .map(({ info, content, fence }) => (info === undefined ? content : `${fence}${info}\n${content}${fence}`))
    .join('\n')
}
