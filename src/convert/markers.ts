import type { Cluster, Mark } from '../document/document.ts'
import type { Edit } from '../finding.ts'
import { unitsOf } from '../renumber/clusters.ts'
import { raise } from '../renumber/written.ts'

export type Target = 'footnote' | 'bracket' | 'superscript'

/** A number, or the first and the last one of a range. */
type Piece = readonly [from: number, to: number]

/** Writes a cluster in another notation. Footnotes know neither ranges nor lists of numbers: each gets a marker of its own. */
export function convertCluster(cluster: Cluster, to: Target): Edit[] {
  const { start, end, marks } = cluster
  if (to === 'bracket' && marks[0]!.family === 'footnote')
    return marks.map((mark) => ({ start: mark.start, end: mark.end, text: `[${mark.members[0]!.label}]` }))
  return [{ start, end, text: written(piecesOf(cluster), to) }]
}

function written(pieces: readonly Piece[], to: Target): string {
  if (to === 'footnote')
    return pieces
      .flatMap(numbersOf)
      .map((number) => `[^${number}]`)
      .join('')
  const [dash, delimiter] = to === 'bracket' ? ['–', ', '] : ['-', ',']
  const words = pieces.map(([from, through]) => (from === through ? `${from}` : `${from}${dash}${through}`))
  return to === 'bracket' ? `[${words.join(delimiter)}]` : raise(words.join(delimiter)).replaceAll('-', '⁻')
}

const numbersOf = ([from, through]: Piece) => Array.from({ length: through - from + 1 }, (_, index) => from + index)

function piecesOf(cluster: Cluster): Piece[] {
  return unitsOf(cluster).flatMap(({ marks }): Piece[] => {
    const members = marks.flatMap((mark: Mark) => mark.members)
    if (marks.length > 1) return [[Number(members[0]!.label), Number(members.at(-1)!.label)]]
    return members.map(({ label, through }): Piece => [Number(label), through ?? Number(label)])
  })
}
