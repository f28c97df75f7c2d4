import type { Cluster, Document, Entry, Family, Series } from '../document/document.ts'
import { opensBlock } from '../document/classify/standing.ts'
import { labelKey } from '../document/label.ts'
import { countBefore } from '../document/nearby.ts'
import { citedKeys } from '../document/series/entries.ts'
import { unreadKeys, unreadOf } from '../document/unread.ts'
import type { Edit } from '../finding.ts'
import { isNumber } from '../renumber/assign.ts'
import { stacksOf } from '../renumber/lists.ts'
import type { Stack } from '../renumber/lists.ts'
import { findObstacle } from '../renumber/obstacles.ts'
import { clustersBySeries } from '../renumber/renumber.ts'
import type { Obstacle } from '../renumber/renumber.ts'
import type { Range } from '../source.ts'
import { convertEntries } from './entries.ts'
import { convertCluster } from './markers.ts'
import type { Target } from './markers.ts'

export type { Target } from './markers.ts'

/** What becomes of a document in another notation. */
export interface Conversion {
  readonly edits: readonly Edit[]
  readonly refusals: readonly Obstacle[]
  /** How many markers and entries are written anew. */
  readonly markers: number
  readonly entries: number
}

/** Formats in which `[^1]` is a footnote; the others have no notations to choose from. */
const formats: ReadonlySet<string> = new Set(['markdown', 'text', 'quarto', 'mdx'])
const notations: ReadonlySet<string> = new Set(['bracket', 'footnote', 'superscript'])

/** Writes markers and their entries in another notation, series by series. Pure: nothing is written, nothing is verified. */
export function convert(document: Document, to: Target): Conversion {
  const edits: Edit[] = []
  const refusals: Obstacle[] = []
  const series = document.series.filter((one) => isMeant(one, to))
  const clustersOf = clustersBySeries(document)
  const done = series.filter((one) => {
    const clusters = clustersOf.get(one) ?? []
    const stacks = stacksOf(document, one.entries)
    const obstacle = findConversionObstacle(document, one, { clusters, stacks, to })
    if (obstacle) refusals.push(obstacle)
    else {
      for (const cluster of clusters) edits.push(...convertCluster(cluster, to))
      edits.push(...convertEntries(document, stacks, to))
    }
    return !obstacle
  })
  return {
    edits: edits.toSorted((one, other) => one.start - other.start || one.end - other.end),
    refusals,
    markers: done.reduce((sum, { markers }) => sum + markers.length, 0),
    entries: done.reduce((sum, { entries }) => sum + entries.length, 0),
  }
}

/** Numbers that a page shows as links are in brackets already. */
function isMeant({ notation, markers, appearances }: Series, to: Target): boolean {
  if (notation === 'link') return to !== 'bracket' && appearances.length > 0
  return notation !== to && notations.has(notation) && markers.length > 0
}

interface Parts {
  readonly clusters: readonly Cluster[]
  readonly stacks: readonly Stack[]
  readonly to: Target
}

function findConversionObstacle(document: Document, series: Series, parts: Parts): Obstacle | undefined {
  const keys = [...series.entries.map(labelKey), ...series.markers.flatMap(citedKeys)]
  const renames = new Map(keys.map((key) => [key, '1']))
  return (
    formatObstacle(document, series) ??
    labelObstacle(series) ??
    markerObstacle(document, series, parts) ??
    findObstacle(document, series, parts.clusters, { renames }) ??
    strangerObstacle(document, series, parts.to) ??
    (parts.to === 'footnote'
      ? (fileObstacle(document, series) ?? noteObstacle(document, series, parts))
      : listObstacle(document, series, parts))
  )
}

function formatObstacle({ source: { format } }: Document, { markers: [marker] }: Series): Obstacle | undefined {
  if (formats.has(format) || !marker) return undefined
  const message = `\`${marker.text}\` stands in ${format}; markers are converted in Markdown, MDX, Quarto and plain text`
  return { range: { start: marker.start, end: marker.end }, message }
}

function labelObstacle({ entries }: Series): Obstacle | undefined {
  const named = entries.find((entry) => !isNumber(labelKey(entry)))
  if (named)
    return {
      range: named.labelRange,
      message: `\`${named.labelText}\` has a name; \`footlint renumber --labels number\` gives it a number first`,
    }
  const definition = entries.find((entry) => entry.kind === 'definition')
  return (
    definition && {
      range: definition.labelRange,
      message: `\`${definition.labelText}\` is the definition of a link, and no text`,
    }
  )
}

function markerObstacle(
  document: Document,
  { markers, entries }: Series,
  { clusters, to }: Parts,
): Obstacle | undefined {
  const paged = to !== 'bracket' && clusters.flatMap(({ marks }) => marks).find((mark) => mark.suffix)
  if (paged) return { range: paged, message: `\`${paged.text}\` has a page, which has no place in another notation` }
  const opening = clusters.find(opensParagraph)
  if (opening)
    return {
      range: { start: opening.start, end: opening.end },
      message: 'a marker opens a paragraph, and may be the label of an entry',
    }
  const known = new Set(entries.map(labelKey))
  const lost = markers.find((marker) => citedKeys(marker).some((key) => !known.has(key)))
  const other = to === 'footnote' && document.series.find((one) => one.notation === 'footnote')
  if (other) {
    const [range] = [...other.markers, ...other.entries.map((entry) => entry.labelRange)]
    return { range: range!, message: 'the document has footnotes already, whose labels could be the same' }
  }
  return (
    lost && { range: lost, message: `\`${lost.text}\` has no entry and cannot be told from a mere bracket afterwards` }
  )
}

/** Raised numbers and those in brackets are both explained by a list. */
const families: Readonly<Record<Target, readonly Family[]>> = {
  footnote: ['footnote'],
  bracket: ['number'],
  superscript: ['number', 'superscript'],
}

/** A bracket that counts for nothing, and would seem to cite an entry as soon as its number is written alike. */
function strangerObstacle(document: Document, { entries, markers }: Series, to: Target): Obstacle | undefined {
  const labels = new Set(entries.map(labelKey))
  const own = markers[0]!.mark.family
  const stranger = families[to]
    .filter((family) => family !== own)
    .flatMap((family) => unreadOf(document.verdicts, family))
    .find((verdict) => !verdict.candidate.malformed && unreadKeys(verdict).some((key) => labels.has(key)))
  if (!stranger) return undefined
  const { start, end, text } = stranger.candidate
  return {
    range: { start, end },
    message: `\`${text}\` is no marker and would seem to be one, of an entry with its number`,
  }
}

/** `[1] The harbour`, with nothing before it that it could belong to. */
function opensParagraph({ marks }: Cluster): boolean {
  const [mark] = marks
  const { block, to } = marks.at(-1)!
  return opensBlock(mark!) && /^[.):]?\s+\p{Lu}/u.test(block.text.slice(to, to + 8))
}

/** Renderers look for a note in the file that cites it. */
function fileObstacle({ parts }: Document, { entries }: Series): Obstacle | undefined {
  const fileOf = ({ start }: Range) => countBefore(parts, start + 1)
  const away = entries.find((entry) => entry.markers.some((marker) => fileOf(marker) !== fileOf(entry)))
  return away && at(away, 'stands in another file than a marker that cites it, and a footnote has to be in that file')
}

/** A note has a line of its own, and is shown only where it is cited. */
function noteObstacle(
  { source: { text } }: Document,
  { entries, unused }: Series,
  { stacks }: Parts,
): Obstacle | undefined {
  const [idle] = unused
  if (idle) return at(idle, 'is cited nowhere, and would not be shown as a footnote')
  const inLine = entries.find(
    (entry) => !/^[ \t>]*$/.test(lineBefore(text, entry.start)) || text.startsWith('*', entry.labelRange.end),
  )
  if (inLine) return at(inLine, 'does not begin its line, as a footnote has to')
  const apart = stacks.find((stack) => stack.length < 2 && entries.length > 1)
  return apart && at(apart[0]!.entry, 'stands among other things, and nobody can say where it ends')
}

/** A list stands at one place, in the order of its numbers, with a paragraph for each entry. */
function listObstacle({ source: { text } }: Document, { entries }: Series, { stacks }: Parts): Obstacle | undefined {
  const long = stacks.flat().find(({ start, end }) => /(?:\r\n|\r(?!\n)|\n)[ \t>]*[\r\n]/.test(text.slice(start, end)))
  if (long && long.entry.kind === 'note')
    return at(long.entry, 'has several paragraphs, and an entry of a list has one')
  const [, second] = stacks
  if (second) return at(second[0]!.entry, 'stands apart from the others, and a list stands at one place')
  const late = entries.find(
    (entry, index) => index > 0 && Number(labelKey(entry)) !== Number(labelKey(entries[index - 1]!)) + 1,
  )
  if (late) return at(late, 'is not the next number, and a list counts; `footlint renumber` puts it in order first')
  const quoted = entries.find((entry) => lineBefore(text, entry.start) !== '')
  return quoted && at(quoted, 'does not begin its line')
}

const at = ({ labelRange, labelText }: Entry, message: string): Obstacle => ({
  range: labelRange,
  message: `\`${labelText}\` ${message}`,
})

function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 80), offset)
  return before.slice(before.search(/[^\r\n]*$/))
}
