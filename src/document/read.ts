import type { Range, Source } from '../source.ts'
import type { Block, Candidate, Document, Family, Notation, Reader, Reading, Series, Verdict } from './document.ts'
import type { EntryDraft } from './entries/entries.ts'
import { findRedefinitions } from './definitions.ts'
import { readMarkdown } from './formats/markdown.ts'
import { readText } from './formats/text.ts'
import { findAll } from './find.ts'
import type { Found, ReadOptions } from './find.ts'
import { noLibrary } from './library.ts'
import type { Library } from './library.ts'
import { withoutCitedInCode } from './cited-in-code.ts'
import { describeClusters } from './clusters/describe.ts'
import { createMarks } from './marks.ts'
import type { MarkObject } from './mark.ts'
import { concatenated, insideOf, sortByStart } from './nearby.ts'
import { createEntries } from './series/entries.ts'
import type { EntryObject } from './series/entry.ts'
import { orderEntries } from './series/entry-order.ts'
import { isInVain } from './in-vain/in-vain.ts'
import { inPart } from './series/part.ts'
import { createSeries } from './series/series.ts'
import { slipsOf } from './slips.ts'
import { findStrays } from './strays.ts'
import { findScopes } from './scope.ts'
import { findSystems, unwantedIn } from './systems.ts'
import type { Division, System } from './systems.ts'
import { findTwins } from './twins.ts'
import { uncitedIn } from './uncited.ts'
import { isUnmarked, unmarkedDocument } from './unmarked.ts'
import { standEntries } from './whereabouts.ts'
import { withoutText } from './without-text.ts'

/**
 * Works a source out: blocks, markers, entries, series. Never fails: every text is a document. `read` is the reader of the
 * source's format; Markdown and plain text need none. `library` is what was read of its bibliographies.
 */
export function readDocument(source: Source, read?: Reader, options: ReadOptions = {}): Document {
  const { builtIn = readBlocks, unmarked } = options
  const whole = () => readWhole(source, read ?? builtIn, options)
  if (read !== undefined) return whole()
  const isBare = (unmarked ?? isUnmarked(source, options)) || isInVain(source, options)
  return isBare ? unmarkedDocument(source, whole) : whole()
}

export function readWhole(source: Source, read: Reader, options: ReadOptions): Document {
  const reading = read(source)
  return workOut(source, reading, findAll(reading, source.text, options))
}

/** What a document is made of: one file, or several of a book. */
export interface Layout {
  readonly files: readonly Reading[]
  /** Where the files of the book stand. */
  readonly parts: readonly Range[]
  readonly scopesOf: Division
  /** Whether markers or entries of a system stand where this document does not reach. */
  readonly isPart: (system: System) => boolean
}

/** Makes a document of a reading and what was found in it. */
export function workOut(source: Source, reading: Reading, found: Found, layout: Partial<Layout> = {}): Document {
  const { files = [reading], parts = [], scopesOf = findScopes, isPart = () => false } = layout
  const { residues, entries: drafts, library = noLibrary } = found
  const systems = findSystems({ reading, text: source.text, library }, found, scopesOf)
  const verdicts = inTextOrder(concatenated(systems.map((system) => system.verdicts)))
  const accepted = acceptedIn(verdicts)
  const { marks, clusters } = createMarks(accepted, source, files, entryLookup(drafts))
  describeClusters(clusters, source.text)
  const ordered = sortByStart(concatenated(systems.map((system) => system.entries)))
  const entries = createEntries(ordered, source.text)
  const shareOf = systems.length === 1 ? () => ({ marks, entries }) : sharesIn({ accepted, marks, ordered, entries })
  const seen = (one: Series) => withoutCitedInCode(withoutText(one, reading, drafts, marks), files, source.text)
  const numbered = numberedIn(systems, (system) => seriesOf(system, shareOf(system), library), seen)
  const series = numbered.map(({ one }) => one)
  const judged = withOthers(verdicts, unwantedIn(systems, accepted), switchedOff(found.off))
  standEntries(entries, { reading, source, verdicts: judged })
  orderEntries(series, source)
  const strays = numbered.some(({ system }) => isPart(system)) ? [] : findStrays(series, verdicts, entries)
  const told = numbered.map(({ one, system }) => (isPart(system) ? inPart(one) : one))
  return {
    source,
    blocks: reading.blocks,
    titles: titlesOf(files),
    parts,
    comments: reading.comments,
    problems: reading.problems ?? [],
    verdicts: judged,
    marks,
    clusters,
    entries,
    series: told,
    uncited: uncitedIn({ series: told, blocks: reading.blocks }),
    strays,
    residues,
    twins: findTwins(series),
    slips: slipsOf(reading, source.text),
    missing: library.missing,
    redefinitions: redefinitionsIn(files, source),
  }
}

/** The systems in which there is something, each with its series. */
function numberedIn(
  systems: readonly System[],
  seriesIn: (system: System) => Series | undefined,
  seen: (series: Series) => Series,
) {
  return systems.flatMap((system) => {
    const one = seriesIn(system)
    return one ? [{ one: seen(one), system }] : []
  })
}

function acceptedIn(verdicts: readonly Verdict[]): Candidate[] {
  const accepted: Candidate[] = []
  for (const verdict of verdicts) if (verdict.accepted) accepted.push(verdict.candidate)
  return accepted
}

/** What of a document belongs to one of its systems. */
interface Share {
  readonly marks: readonly MarkObject[]
  readonly entries: readonly EntryObject[]
}

/** What was made of what, side by side. */
interface Created extends Share {
  readonly accepted: readonly Candidate[]
  readonly ordered: readonly EntryDraft[]
}

/** Tells of a system which marks and entries of the document are its own. */
function sharesIn({ accepted, marks, ordered, entries }: Created): (system: System) => Share {
  const markOf = inPairs(accepted, marks)
  const entryOf = inPairs(ordered, entries)
  return (system) => {
    const own: MarkObject[] = []
    for (const { candidate } of system.verdicts) {
      const mark = markOf.get(candidate)
      if (mark) own.push(mark)
    }
    return { marks: sortByStart(own), entries: system.entries.map((entry) => entryOf.get(entry)!) }
  }
}

/** The first heading of each file. */
function titlesOf(files: readonly Reading[]): ReadonlySet<Block> {
  return new Set(files.flatMap((file) => file.blocks.find((block) => block.kind === 'heading') ?? []))
}

/** Each file of a book, and each cell of a notebook, is a text of its own. */
function redefinitionsIn(files: readonly Reading[], { format, text }: Source): Document['redefinitions'] {
  return format === 'notebook' ? [] : files.flatMap((file) => findRedefinitions(file.definitions, text))
}

function inTextOrder(verdicts: readonly Verdict[]): readonly Verdict[] {
  let last = 0
  for (const { candidate } of verdicts) {
    if (candidate.start < last) return verdicts.toSorted((one, other) => one.candidate.start - other.candidate.start)
    last = candidate.start
  }
  return verdicts
}

function withOthers(verdicts: readonly Verdict[], ...others: readonly (readonly Verdict[])[]): readonly Verdict[] {
  return inTextOrder(concatenated([verdicts, ...others]))
}

/** Said of candidates that nobody has judged. */
function switchedOff(off: readonly Candidate[] = []): Verdict[] {
  return off.map((candidate) => ({ candidate, accepted: false, reason: 'switched off in the configuration' }))
}

function inPairs<Key, Value>(keys: readonly Key[], values: readonly Value[]): Map<Key, Value> {
  const pairs = new Map<Key, Value>()
  for (let index = 0; index < keys.length; index++) pairs.set(keys[index]!, values[index]!)
  return pairs
}

function seriesOf({ family, scope }: System, { marks, entries }: Share, library: Library): Series | undefined {
  if (marks.length === 0 && entries.length === 0) return undefined
  const notation = notationOf(family, marks, entries)
  return createSeries({ notation, scope, library }, marks, entries)
}

function notationOf(family: Family, marks: readonly MarkObject[], entries: readonly EntryObject[]): Notation {
  if (family === 'footnote' || family === 'superscript' || family === 'parenthesis' || family === 'citekey')
    return family
  if (family === 'inline note') return 'inline-note'
  if (family !== 'number') return 'letter'
  const isLinked =
    marks.every((mark) => mark.notation === 'link') && entries.every((entry) => entry.kind === 'definition')
  return isLinked ? 'link' : 'bracket'
}

/** Reads plain text, and Markdown as it is read by default or by a reader of somebody's own. */
export function readBlocks(source: Source, markdown: Reader = readMarkdown): Reading {
  return source.format === 'text' && !speaksMarkdown(source.text) ? readText(source) : markdown(source)
}

/** A text file with `[^n]: …` at the start of a line is Markdown, whatever its name says. */
function speaksMarkdown(text: string): boolean {
  return /^\[\^[^\]\s]+\]:[ \t]/m.test(text)
}

/** Tells whether a candidate stands inside an entry or a note. */
function entryLookup(entries: readonly EntryDraft[]): (candidate: Candidate) => boolean {
  const isInList = insideOf(entries.filter((entry) => entry.kind === 'list'))
  return (candidate) => candidate.block.note !== undefined || isInList(candidate.start)
}
