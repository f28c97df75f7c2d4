import type { Edit } from '../finding.ts'

/**
 * Where several entries below each other go, each leaves the blank lines to the next one, and the last of them would leave
 * those before and behind all of them: one of the two goes along.
 */
export function withoutDoubleBlankLines(edits: readonly Edit[], text: string): Edit[] {
  const joined: Edit[] = []
  for (const [index, edit] of edits.entries()) {
    const last = joined.at(-1)
    if (!last || last.end !== edit.start || !isRemoval(last) || !isRemoval(edit)) {
      joined.push(edit)
      continue
    }
    const { start } = last
    const next = edits[index + 1]?.start ?? text.length
    const blank = /^(?:\r\n|\n|\r)/.exec(text.slice(edit.end, Math.min(edit.end + 2, next)))
    const isApart = start === 0 || /(?:\n\r?\n|\r\r)$/.test(text.slice(Math.max(0, start - 3), start))
    const isEnd = edits[index + 1]?.start !== edit.end
    joined[joined.length - 1] = { start, end: edit.end + (blank && isApart && isEnd ? blank[0].length : 0), text: '' }
  }
  return joined
}

const isRemoval = ({ start, end, text }: Edit) => text === '' && end > start
