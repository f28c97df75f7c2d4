import type { Cluster, Document } from '../../src/document/document.ts'
import { around, replaced } from './mutant.ts'
import type { Mutant } from './mutant.ts'

/** `[3-5]` → `[5-3]`. Not without entries: there it reads as an interval. */
export function* rangeReversed({ marks, source }: Document): Generator<Mutant> {
  for (const { markers, members, inEntry, start, end } of marks) {
    for (const member of members) {
      if (inEntry || member.through === undefined || !markers[0]?.entry) continue
      const both = /^(\d+)(\D+)(\d+)$/.exec(source.text.slice(member.start, member.end))
      if (!both) continue
      const text = replaced(source.text, [{ ...member, text: `${both[3]}${both[2]}${both[1]}` }])
      yield {
        fault: 'range reversed',
        text,
        spots: [{ rule: 'cluster-format', place: around(start, end - start) }],
      }
    }
  }
}

/** `[1][3]` → `[3][1]`. Only where the other clusters of the document ascend, four at least: of fewer it may be chance. */
export function* clusterShuffled({ clusters, source }: Document): Generator<Mutant> {
  const ascending = clusters.filter((one) => one.order === 'ascending' && !one.marks[0]!.inEntry)
  for (const cluster of ascending) {
    const alike = ascending.filter((one) => one.marks[0]!.family === cluster.marks[0]!.family)
    const members = cluster.marks.flatMap((mark) => mark.members)
    const [first, last] = [members[0]!, members.at(-1)!]
    const isPlain = members.every((member) => member.through === undefined && member.number !== undefined)
    const isRange = cluster.marks.some((mark) => mark.joint === 'range')
    if (!isPlain || isRange || first.number! >= last.number! || alike.length < 5) continue
    const text = replaced(source.text, [
      { ...first, text: source.text.slice(last.start, last.end) },
      { ...last, text: source.text.slice(first.start, first.end) },
    ])
    const place = around(cluster.start, cluster.end - cluster.start)
    yield { fault: 'cluster shuffled', text, spots: [{ rule: 'cluster-order', place }] }
  }
}

/** Only where the document puts such marks on one side throughout, six times at least. */
export function* otherSide({ clusters, source }: Document): Generator<Mutant> {
  for (const cluster of clusters) {
    const { punctuation, start, end } = cluster
    if (!punctuation || punctuation.house !== punctuation.side || likeIt(clusters, cluster) < 6) continue
    const isNext = punctuation.side === 'after' ? punctuation.end === start : punctuation.start === end
    if (!isNext) continue
    const mark = source.text.slice(punctuation.start, punctuation.end)
    const written = source.text.slice(start, end)
    const range = { start: Math.min(start, punctuation.start), end: Math.max(end, punctuation.end) }
    const isBehind = punctuation.side === 'after'
    const text = replaced(source.text, [{ ...range, text: isBehind ? written + mark : mark + written }])
    const place = around(range.start + (isBehind ? 0 : mark.length), written.length)
    yield { fault: 'punctuation on the other side', text, spots: [{ rule: 'marker-punctuation', place }] }
  }
}

function likeIt(clusters: readonly Cluster[], { marks, punctuation }: Cluster): number {
  return clusters.filter(
    (one) =>
      one.marks[0]!.family === marks[0]!.family &&
      one.punctuation?.kind === punctuation!.kind &&
      one.punctuation.script === punctuation!.script,
  ).length
}
