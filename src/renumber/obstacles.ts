import type { Block, Cluster, Document, Entry, Link, Mark, Series } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import { citedKeys } from '../document/series/entries.ts'
import type { Assignment } from './assign.ts'
import { unitsOf } from './clusters.ts'
import { wordsOf } from './one-source.ts'
import type { Obstacle } from './renumbering.ts'
import { findUnread } from './unread.ts'
import { labelRangeOf, relabel } from './written.ts'

type Changes = Pick<Assignment, 'renames'>

/** Why a series cannot be renumbered, and where that shows first; `undefined` where nothing is in the way. */
export function findObstacle(
  document: Document,
  series: Series,
  clusters: readonly Cluster[],
  changes: Changes,
): Obstacle | undefined {
  return (
    partial(series) ??
    ambiguous(series) ??
    stray(document, series, changes) ??
    findUnread(document, series, changes.renames) ??
    first(series.entries, (entry) => entryObstacle(entry, changes)) ??
    clusterObstacle(document, clusters, changes)
  )
}

function first<T>(values: readonly T[], find: (value: T) => Obstacle | undefined): Obstacle | undefined {
  for (const value of values) {
    const found = find(value)
    if (found) return found
  }
  return undefined
}

/** Notes that may be those of several chapters. */
function partial({ partial: isPart, markers: [marker] }: Series): Obstacle | undefined {
  if (!isPart || !marker) return undefined
  return {
    range: { start: marker.start, end: marker.end },
    message: `nobody can say where in the book the entry of \`${marker.text}\` stands`,
  }
}

function ambiguous({ duplicates }: Series): Obstacle | undefined {
  const found = duplicates.find(({ entry, first: other }) => wordsOf(entry.text) !== wordsOf(other.text))
  return (
    found && {
      range: found.entry.labelRange,
      message: `\`${found.entry.labelText}\` is defined twice, and nobody can say which of the two is meant`,
    }
  )
}

/** `[4]` in a text with `[^3]` and `[^5]` would still say 4 when the note has become 3. */
function stray({ strays }: Document, series: Series, { renames }: Changes): Obstacle | undefined {
  // To number it with those that are written as it is would hide what it seems to mean.
  const starts = new Set(strays.length > 0 && renames.size > 0 ? series.markers.map(({ mark }) => mark.start) : [])
  const found = strays.find(
    ({ candidate, entry }) =>
      starts.has(candidate.start) || (series.entries.includes(entry) && renames.has(labelKey(entry))),
  )
  if (!found) return undefined
  const { candidate, entry } = found
  return {
    range: { start: candidate.start, end: candidate.end },
    message: `\`${candidate.text}\` seems to mean \`${entry.labelText}\` and is written in another way`,
  }
}

function entryObstacle(entry: Entry, { renames }: Changes): Obstacle | undefined {
  const range = entry.labelRange
  // It may be another's number that is typed there, or lines of others that would move along.
  if (entry.malformed)
    return { range, message: `\`${entry.labelText}\` is not written as an entry, which has to be mended first` }
  const label = renames.get(labelKey(entry))
  if (label === undefined) return undefined
  if (opensCluster(entry))
    return {
      range,
      message: `\`${entry.labelText}\` has a marker behind it, and nobody can say whether it is an entry`,
    }
  if (relabel(entry, label)) return undefined
  return { range, message: `the number of the entry \`${entry.labelText}\` is no part of the text` }
}

/** `[1] [2, 3] was dredged`, a line of prose perhaps. */
function opensCluster({ kind, labelText, text }: Entry): boolean {
  return kind === 'list' && labelText.startsWith('[') && /^\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]/.test(text)
}

function clusterObstacle(
  { source: { text } }: Document,
  clusters: readonly Cluster[],
  { renames }: Changes,
): Obstacle | undefined {
  const anchors = new Map<Block, readonly Link[]>()
  for (const cluster of clusters) {
    if (!cluster.markers.some((marker) => citedKeys(marker).some((key) => renames.has(key)))) continue
    const found =
      linkObstacle(cluster) ??
      rangeObstacle(cluster) ??
      first(cluster.marks, (mark) => markObstacle(text, mark, anchors))
    if (found) return found
  }
  return undefined
}

/** `[1][2]` is one link where `[2]: …` is a definition; which of two is one may change with their order. */
function linkObstacle({ start, end, marks, markers }: Cluster): Obstacle | undefined {
  const isBeside = marks.some(
    ({ joint, family, members }) => joint === 'none' && family === 'number' && members.length === 1,
  )
  const isDefined =
    isBeside && markers.some(({ series }) => series.entries.some((entry) => entry.kind === 'definition'))
  return isDefined ? { range: { start, end }, message: 'Markdown may make one link of numbers that touch' } : undefined
}

function rangeObstacle(cluster: Cluster): Obstacle | undefined {
  const { markers, marks } = cluster
  const range = { start: cluster.start, end: cluster.end }
  if (cluster.rangeFaults.some(({ kind }) => kind === 'reversed'))
    return { range, message: 'a range runs backwards, which has to be mended first' }
  const isCut = marks.some(({ members }) =>
    members.some(({ number, through }) => through !== undefined && Math.abs(through - number!) >= longest),
  )
  if (isCut || markers.some(({ numbers }) => numbers.length >= longest))
    return { range, message: 'a range is too wide to be one of citations' }
  const isChain = unitsOf(cluster).some((unit) => unit.marks.length > 1 && unit.marks.some((mark) => mark.suffix))
  return isChain ? { range, message: 'a range has a page, and nobody can say of which number' } : undefined
}

const longest = 100

function markObstacle(text: string, mark: Mark, anchors: Map<Block, readonly Link[]>): Obstacle | undefined {
  const range = { start: mark.start, end: mark.end }
  const written = text.slice(mark.start, mark.end)
  if (mark.malformed)
    return { range, message: `\`${written}\` is not written as a marker, which has to be mended first` }
  if (isAnchored(mark, anchors))
    return { range, message: `\`${written}\` is a link, and its number is part of the address` }
  const isPlain = mark.members.every((member) => labelRangeOf(text, mark, member))
  return isPlain ? undefined : { range, message: `the number of \`${written}\` is written in another way` }
}

/** `[[3]](#ref-3)`, `<a href="#fn3">3</a>`. */
function isAnchored({ block, at, to, notation }: Mark, anchors: Map<Block, readonly Link[]>): boolean {
  let links = anchors.get(block)
  if (!links) {
    links = block.links.filter(({ kind, url }) => (kind === 'inline' || kind === 'anchor') && url?.startsWith('#'))
    anchors.set(block, links)
  }
  if (notation === 'footnote') return false
  return links.some((link) => link.at <= at + 1 && to - 1 <= link.to)
}
