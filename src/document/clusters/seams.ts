import type { Cluster, Mark, Seam } from '../document.ts'

/** What holds the numbers of a cluster together, in the order of the text. */
export function seamsOf({ marks }: Cluster, source: string): Seam[] {
  const canTell = marks.every(
    ({ notation, malformed, padded, suffix, joint }) =>
      (notation === 'bracket' || notation === 'parenthesis') && !malformed && !padded && !suffix && joint !== 'white',
  )
  if (!canTell) return []
  return marks.flatMap((mark, index) => [...between(marks[index - 1], mark, source), ...inside(mark, source)])
}

function between(before: Mark | undefined, mark: Mark, source: string): Seam[] {
  const { joint } = mark
  if (!before || joint === undefined || joint === 'white') return []
  const text = source.slice(before.end, mark.start)
  return [{ start: before.end - 1, end: mark.start + 1, place: 'between', kind: joint, text }]
}

function inside({ members }: Mark, source: string): Seam[] {
  return members.flatMap((member, index): Seam[] => {
    const before = members[index - 1]
    const gap = before && { start: before.end, end: member.start }
    const delimiter = gap && { ...gap, place: 'inside' as const, kind: 'delimiter' as const, text: textOf(source, gap) }
    const dash = /^\d+(\D+)\d+$/.exec(textOf(source, member))?.[1]
    if (dash === undefined || member.through === undefined) return delimiter ? [delimiter] : []
    const start = member.start + member.label.length
    const range: Seam = { start, end: start + dash.length, place: 'inside', kind: 'range', text: dash }
    return delimiter ? [delimiter, range] : [range]
  })
}

const textOf = (source: string, { start, end }: { readonly start: number; readonly end: number }) =>
  source.slice(start, end)
