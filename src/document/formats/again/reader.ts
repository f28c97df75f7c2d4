import type { NotationChoices, Reader, Reading, Residue } from '../../document.ts'
import type { Marks } from '../../find.ts'
import { concatenated, insideOf } from '../../nearby.ts'
import { findResidues } from '../../residue/find.ts'
import { frontMatterLength } from '../front-matter.ts'
import { parseMarkdown } from '../parse.ts'
import type { Parse } from '../segment.ts'
import { splitSegments } from '../split.ts'
import { cutAgain } from './changed.ts'
import type { Cut } from './changed.ts'
import { openWords, readWords } from './kept.ts'
import type { Kept, Opened } from './kept.ts'
import { placeMarks, placeReading } from './place.ts'
import type { Placed, PlacedMarks } from './place.ts'

/** What is known of a text. */
interface Known extends Cut {
  readonly kept: readonly Kept[]
  /** All that its segments define. */
  readonly labels: ReadonlySet<string>
  readonly reading: Reading
}

/**
 * A reader of Markdown with a memory, for one text that is read again after each edit: of the next version, it reads the
 * segments that have changed and those that refer to something which is defined or no more defined. What it gives is what
 * `readMarkdown` gives, and as little of it is changed afterwards.
 */
export function createReader(parse: Parse = parseMarkdown): Reader {
  let last: Known | undefined
  return ({ text }) => {
    if (last?.text !== text) last = readAgain(text, last, parse)
    return last.reading
  }
}

function readAgain(text: string, last: Known | undefined, parse: Parse): Known {
  const from = frontMatterLength(text)
  const cut = last
    ? cutAgain(text, from, last)
    : { text, from, segments: splitSegments(text, from), before: 0, behind: 0 }
  const { segments, before, behind } = cut
  const old = last?.kept ?? []
  const gone = old.slice(before, old.length - behind)
  const takeGone = createStore(gone)
  const changed = segments.slice(before, segments.length - behind).map(({ start, end }) => {
    const words = text.slice(start, end)
    return takeGone(words) ?? openWords(detached(words), parse)
  })
  const now = [...old.slice(0, before), ...changed, ...old.slice(old.length - behind)]
  const labels = last && sameLabels(gone, changed) ? last.labels : new Set(now.flatMap(({ defines }) => defines))
  const isStale = stalenessOf(last?.labels, labels)
  const kept = now.map((one): Kept => {
    if ('segment' in one) return readWords(one, labels, parse)
    return isStale(one) ? readWords(openWords(one.words, parse), labels, parse) : one
  })
  const placed = kept.map((one, index) => placeReading(one, segments[index]!.start))
  return { text, from, segments, kept, labels, reading: joinPlaced(text, kept, placed) }
}

/** Segments by their words, each for one of the same words. */
function createStore(kept: readonly Kept[]): (words: string) => Kept | undefined {
  const store = new Map<string, Kept[]>()
  for (const one of kept) {
    const same = store.get(one.words)
    if (same) same.push(one)
    else store.set(one.words, [one])
  }
  return (words) => store.get(words)?.pop()
}

/** A copy: the engine would keep all of the text for the sake of a slice. */
const detached = (words: string): string => ` ${words}`.slice(1)

function sameLabels(some: readonly Pick<Opened, 'defines'>[], others: readonly Pick<Opened, 'defines'>[]): boolean {
  const [before, now] = [some, others].map((segments) => segments.flatMap(({ defines }) => defines))
  return before!.length === now!.length && before!.every((label, index) => label === now![index])
}

/** Tells whether a segment may mean something else, since what is defined has changed. */
function stalenessOf(before: ReadonlySet<string> | undefined, now: ReadonlySet<string>): (kept: Kept) => boolean {
  if (before === now || before === undefined) return () => false
  const others = (some: ReadonlySet<string>, known: ReadonlySet<string>) => [...some].filter((one) => !known.has(one))
  const changed = new Set([...others(now, before), ...others(before, now)])
  return ({ asked }) => {
    const [few, many] = asked.size < changed.size ? [asked, changed] : [changed, asked]
    for (const label of few) if (many.has(label)) return true
    return false
  }
}

function joinPlaced(text: string, kept: readonly Kept[], placed: readonly Placed[]): Reading {
  const readings = placed.map(({ reading }) => reading)
  const joined = {
    blocks: concatenated(readings.map(({ blocks }) => blocks)),
    signed: concatenated(readings.map(({ signed, blocks }) => signed ?? blocks)),
    notes: concatenated(readings.map(({ notes }) => notes)),
    definitions: concatenated(readings.map(({ definitions }) => definitions)),
    comments: concatenated(readings.map(({ comments }) => comments)),
  }
  const marks = (notations: NotationChoices): Marks => {
    const own = kept.map((one) => one.marksFor(notations))
    // What tells of a leftover in one place may tell of others.
    const residues = own.some(({ mayHoldResidues }) => mayHoldResidues) ? findResidues(joined, text) : []
    return {
      residues,
      ...withoutResidues(
        kept.map((one, index) => placeMarks(one, placed[index]!, own[index]!)),
        residues,
      ),
    }
  }
  return { ...joined, marks }
}

/** A leftover of a paste is no marker, whatever its brackets hold. */
function withoutResidues(marks: readonly PlacedMarks[], residues: readonly Residue[]): Omit<Marks, 'residues'> {
  const slips = concatenated(marks.map((one) => one.slips))
  const candidates = concatenated(marks.map((one) => one.candidates))
  if (residues.length === 0) return { candidates, slips }
  const isResidue = insideOf(residues)
  return { candidates: candidates.filter(({ start }) => !isResidue(start)), slips }
}
