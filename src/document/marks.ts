import type { Candidate, Member, Reading } from './document.ts'
import type { Source } from '../source.ts'
import { startsWord } from './classify/standing.ts'
import { isWhite } from './characters.ts'
import { ClusterObject } from './clusters/cluster.ts'
import { coveredNumbers } from './covered.ts'
import { jointOf } from './joint.ts'
import type { Joint } from './joint.ts'
import { opensEntryLine } from './label-lines.ts'
import { MarkObject } from './mark.ts'
import type { MarkerDraft } from './mark.ts'
import { isWrapped, wrapWidths } from './wrap.ts'

/** Accepted candidates → marks in clusters, in the order of the text. Series and entries are filled in later. */
export function createMarks(
  candidates: readonly Candidate[],
  source: Source,
  files: readonly Reading[],
  isInEntry: (candidate: Candidate) => boolean,
): { marks: MarkObject[]; clusters: ClusterObject[] } {
  const widthOf = wrapWidths(source, files)
  const marks: MarkObject[] = []
  const clusters: ClusterObject[] = []
  for (const candidate of candidates) {
    const previous = marks.at(-1)
    const found = previous && jointOf(previous.candidate, candidate)
    const joint: Joint | undefined = found === 'white' && isWrapped(source, candidate, widthOf) ? 'none' : found
    const cluster = previous && joint ? previous.cluster : new ClusterObject(candidate, source.text)
    const whiteAt = whiteBefore(candidate)
    // A line that was wrapped before it counts as a character, and so does a mark that it follows in its cluster.
    const isAttached = whiteAt === candidate.at || joint !== undefined || isWrapped(source, candidate, widthOf)
    const before = opens(candidate, whiteAt) ? 'start' : isAttached ? 'attached' : 'detached'
    const mark = new MarkObject(candidate, { before, whiteAt, joint, inEntry: isInEntry(candidate) }, cluster)
    mark.markers = createMarkers(mark)
    if (joint === 'range') extendTo(previous!.markers.at(-1)!, mark.markers[0]!.number!)
    cluster.add(mark)
    if (!joint) clusters.push(cluster)
    marks.push(mark)
  }
  return { marks, clusters }
}

function createMarkers(mark: MarkObject): MarkerDraft[] {
  const { candidate } = mark
  const { members } = candidate
  if (members.length === 1) return [createMarker(mark, members[0]!, candidate)]
  return members.map((member) => createMarker(mark, member, member))
}

function createMarker(
  mark: MarkObject,
  { label, number, through }: Member,
  { start, end, text }: Pick<Member, 'start' | 'end' | 'text'>,
): MarkerDraft {
  // The series replaces this stand-in by itself.
  const marker = {
    start,
    end,
    text,
    label,
    number,
    numbers: number === undefined ? none : only(number),
    mark,
    series: undefined as never,
    entry: undefined,
    record: undefined,
  }
  if (through !== undefined) extend(marker, through)
  return marker
}

const none: readonly never[] = []

/** A list of one number, which all markers of that number share; it has four digits at most. */
const only = (number: number): readonly number[] => (lists[number] ??= [number])
const lists: (readonly number[])[] = []

/** Makes a marker the first of a range. */
function extend(marker: { number: number | undefined; numbers: readonly number[] }, through: number): void {
  marker.numbers = coveredNumbers({ number: marker.number, through })
}

/** The numbers up to the next marker, which stands for itself: 3 and 4 of `[3]–[5]`. */
function extendTo(marker: { number: number | undefined; numbers: readonly number[] }, next: number): void {
  extend(marker, next > marker.number! ? next - 1 : next + 1)
}

/** Where the white space before a candidate begins in its block's text; its own place where there is none. */
function whiteBefore({ block: { text }, at }: Candidate): number {
  let whiteAt = at
  while (whiteAt > 0 && isWhite(text[whiteAt - 1])) whiteAt--
  return whiteAt
}

const opens = (candidate: Candidate, whiteAt: number): boolean =>
  whiteAt === 0 || startsWord(candidate) || opensEntryLine(candidate)
