import type { Candidate, Cluster, Mark, Marker, Member, Notation, Reading } from './document.ts'
import type { Source } from '../source.ts'
import { startsWord } from './classify/standing.ts'
import { characterAt, isBehindPlain, isLetter, isUnspacedScript, isWhite } from './characters.ts'
import { coveredNumbers } from './covered.ts'
import { jointOf } from './cluster.ts'
import type { Joint } from './cluster.ts'
import { sourceRange } from './formats/prose.ts'
import { opensEntryLine } from './label-lines.ts'
import { isWrapped, wrapWidths } from './wrap.ts'
import type { WidthOf } from './wrap.ts'

/** Objects that point at each other have to be made before they are whole; outside this folder they are read-only. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] }

export interface MarkDraft extends Draft<Omit<Mark, 'markers' | 'cluster'>> {
  markers: MarkerDraft[]
  cluster: ClusterDraft
}
export type MarkerDraft = Draft<Omit<Marker, 'mark'>> & { mark: MarkDraft }
export type ClusterDraft = Draft<Omit<Cluster, 'marks' | 'markers'>> & { marks: MarkDraft[]; markers: MarkerDraft[] }

/** Accepted candidates → marks in clusters, in the order of the text. Series and entries are filled in later. */
export function createMarks(
  candidates: readonly Candidate[],
  source: Source,
  files: readonly Reading[],
  isInEntry: (candidate: Candidate) => boolean,
): { marks: MarkDraft[]; clusters: ClusterDraft[] } {
  const widthOf = wrapWidths(source, files)
  const marks: MarkDraft[] = []
  const clusters: ClusterDraft[] = []
  for (const candidate of candidates) {
    const previous = marks.at(-1)
    const found = previous && jointOf(previous, candidate)
    const joint: Joint | undefined = found === 'white' && isWrapped(source, candidate, widthOf) ? 'none' : found
    const cluster: ClusterDraft = previous && joint ? previous.cluster : newCluster(candidate)
    const mark = createMark(candidate, standing(source, candidate, joint, widthOf), {
      inEntry: isInEntry(candidate),
      markers: [],
      cluster,
      joint,
    })
    mark.markers = createMarkers(mark)
    if (joint === 'range') extendTo(previous!.markers.at(-1)!, mark.markers[0]!.number!)
    cluster.end = candidate.suffix?.end ?? candidate.end
    addTo(cluster, mark)
    if (!joint) clusters.push(cluster)
    marks.push(mark)
  }
  return { marks, clusters }
}

/**
 * Property by property: an object of so many that is spread from others becomes a dictionary, forty times slower to make
 * and ten times to read.
 */
function createMark(
  candidate: Candidate,
  found: Standing,
  { inEntry, markers, cluster, joint }: Pick<MarkDraft, 'inEntry' | 'markers' | 'cluster' | 'joint'>,
): MarkDraft {
  return {
    start: candidate.start,
    end: candidate.end,
    text: candidate.text,
    notation: candidate.notation,
    family: candidate.family,
    block: candidate.block,
    at: candidate.at,
    to: candidate.to,
    members: candidate.members,
    malformed: candidate.malformed,
    suffix: candidate.suffix,
    before: found.before,
    spaceBefore: found.spaceBefore,
    behindSentence: found.behindSentence,
    after: found.after,
    printed: found.printed,
    padded: found.padded,
    inEntry,
    markers,
    cluster,
    joint,
  }
}

function newCluster({ start, end }: Candidate): ClusterDraft {
  return {
    start,
    end,
    marks: [],
    markers: [],
    punctuation: undefined,
    order: undefined,
    alone: false,
    fused: false,
    delimiters: none,
    seams: none,
    runs: none,
    rangeFaults: none,
  }
}

/** Most clusters have none: they share it. */
const none: readonly never[] = []

/** Most clusters have one mark, and an array that grows has room for sixteen more. */
function addTo(cluster: ClusterDraft, mark: MarkDraft): void {
  if (cluster.marks.length === 0) {
    cluster.marks = [mark]
    cluster.markers = [...mark.markers]
    return
  }
  cluster.marks.push(mark)
  for (const marker of mark.markers) cluster.markers.push(marker)
}

function createMarkers(mark: MarkDraft): MarkerDraft[] {
  if (mark.members.length === 1) return [createMarker(mark, mark.members[0]!, mark)]
  return mark.members.map((member) => createMarker(mark, member, member))
}

function createMarker(
  mark: MarkDraft,
  { label, number, through }: Member,
  { start, end, text }: Pick<Member, 'start' | 'end' | 'text'>,
): MarkerDraft {
  const numbers = number === undefined ? [] : [number]
  // The series replaces this stand-in by itself.
  const marker = {
    start,
    end,
    text,
    label,
    number,
    numbers,
    mark,
    series: undefined as never,
    entry: undefined,
    record: undefined,
  }
  if (through !== undefined) extend(marker, through)
  return marker
}

/** Makes a marker the first of a range. */
function extend(marker: { number: number | undefined; numbers: readonly number[] }, through: number): void {
  marker.numbers = coveredNumbers({ number: marker.number, through })
}

/** The numbers up to the next marker, which stands for itself: 3 and 4 of `[3]–[5]`. */
function extendTo(marker: { number: number | undefined; numbers: readonly number[] }, next: number): void {
  extend(marker, next > marker.number! ? next - 1 : next + 1)
}

type Standing = Pick<Mark, 'before' | 'spaceBefore' | 'behindSentence' | 'after' | 'printed' | 'padded'>

function standing(source: Source, candidate: Candidate, joint: Joint | undefined, widthOf: WidthOf): Standing {
  const { block, at, text, notation } = candidate
  let space = at
  while (space > 0 && isWhite(block.text[space - 1])) space--
  const spaceBefore = space === at ? { start: candidate.start, end: candidate.start } : sourceRange(block, space, at)
  const attached = space === at || joint !== undefined || isWrapped(source, candidate, widthOf)
  return {
    before:
      space === 0 || startsWord(candidate) || opensEntryLine(candidate) ? 'start' : attached ? 'attached' : 'detached',
    spaceBefore,
    behindSentence: isBehindSentence(block.text, space),
    after: whatFollows(candidate),
    printed: raised.has(notation) ? 'raised' : 'inline',
    // The words of a note in place are set as its author likes.
    padded: notation !== 'inline-note' && notation !== 'citekey' && (isWhite(text[1]) || isWhite(text.at(-2))),
  }
}

function isBehindSentence(text: string, at: number): boolean {
  if (isBehindPlain(text, at)) return false
  return text[at - 1] === '.' || /[.!?…。！？．؟।][\p{Pe}\p{Pf}"'*_]*$/u.test(text.slice(Math.max(0, at - 8), at))
}

const raised: ReadonlySet<Notation> = new Set(['superscript', 'footnote', 'inline-note'])

function whatFollows({ block, to, suffix }: Candidate): Mark['after'] {
  const next = characterAt(block.text, to + (suffix ? suffix.end - suffix.start : 0))
  if (next === undefined) return 'end'
  if (isWhite(next)) return 'space'
  return isLetter(next) && !isUnspacedScript(next) ? 'letter' : 'other'
}
