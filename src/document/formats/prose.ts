import type { Block, Link, Run } from '../document.ts'
import type { Range } from '../../source.ts'
import { lineEnd } from './line-ends.ts'

/** Stands in a block's text for something that is not prose: code, an image, a formula. */
export const objectCharacter = '\uFFFC'

/** A block's text in the making. */
export interface Prose {
  /** Length of the text so far. */
  readonly length: number
  /** Takes a slice of the source over, letter by letter. */
  take(start: number, end: number): void
  /** Takes a slice of the source over that means another text: `&nbsp;`. */
  takeAs(text: string, start: number, end: number): void
  /** Takes a slice of several lines over, without the indentation and the `>` of the containers it stands in. */
  takeLines(start: number, end: number, quoteDepth: number): void
  /** Puts in something that does not stand in the source like this. */
  put(text: string): void
  link(link: Link): void
  finish(): { readonly text: string; readonly runs: readonly Run[]; readonly links: readonly Link[] }
}

/** What is known of a text in the making. */
interface Draft extends Prose {
  readonly source: string
  readonly parts: string[]
  readonly runs: { -readonly [Key in keyof Run]: Run[Key] }[]
  readonly links: Link[]
  length: number
}

/** There are as many texts as blocks, so they share what is done to them. */
const methods = {
  take(this: Draft, start: number, end: number): void {
    if (end <= start) return
    const last = this.runs.at(-1)
    if (last && last.start + last.length === start && isEndOf(last, this.length)) last.length += end - start
    else this.runs.push({ at: this.length, start, length: end - start })
    this.parts.push(this.source.slice(start, end))
    this.length += end - start
  },
  takeAs(this: Draft, text: string, start: number, end: number): void {
    if (text === '') return
    this.runs.push({ at: this.length, start, length: text.length, width: end - start })
    this.put(text)
  },
  takeLines(this: Draft, start: number, end: number, quoteDepth: number): void {
    const { source } = this
    let from = start
    for (let next = lineEnd(source, from, end); next < end; next = lineEnd(source, from, end)) {
      this.take(from, next)
      from = skipPrefix(source, next, end, quoteDepth)
    }
    this.take(from, end)
  },
  put(this: Draft, text: string): void {
    this.parts.push(text)
    this.length += text.length
  },
  link(this: Draft, link: Link): void {
    this.links.push(link)
  },
  finish(this: Draft): ReturnType<Prose['finish']> {
    return { text: this.parts.join(''), runs: exact(this.runs), links: exact(this.links) }
  },
}

/** Begins a block's text over a source. */
export function createProse(source: string): Prose {
  const draft = Object.create(methods) as { -readonly [Key in keyof Draft]: Draft[Key] }
  draft.source = source
  draft.parts = []
  draft.runs = []
  draft.links = []
  draft.length = 0
  return draft
}

/** A list that grows has room for sixteen more, which a document with many blocks need not keep. */
const exact = <T>(items: readonly T[]): readonly T[] => (items.length === 0 ? none : items.slice())
const none: readonly never[] = []

/** Whether a run that is verbatim ends where a block's text does. */
function isEndOf({ at, length, width }: Run, end: number): boolean {
  return width === undefined && at + length === end
}

/** Behind the indentation and the `>` at the start of a line of a block in so many quotes. */
export function skipPrefix(source: string, from: number, end: number, quoteDepth: number): number {
  let index = from
  let quotes = quoteDepth
  for (; index < end; index++) {
    const character = source[index]
    if (character === '>' && quotes > 0) quotes--
    else if (character !== ' ' && character !== '\t') break
  }
  return index
}

/** Where a place in a block's text stands in the source. */
export function sourceOffset(block: Pick<Block, 'runs' | 'start'>, at: number): number {
  const { runs } = block
  const run = runs[indexAt(runs, at)]
  if (!run) return block.start
  const inside = Math.max(at - run.at, 0)
  if (inside >= run.length) return run.start + (run.width ?? run.length)
  return run.start + (run.width === undefined ? inside : 0)
}

/** The slice of the source that a stretch of a block's text was taken from; empty stretches stay empty. */
export function sourceRange(block: Pick<Block, 'runs' | 'start'>, at: number, to: number): Range {
  const { runs } = block
  const run = runs[indexAt(runs, at)]
  // Nearly all stand in one run, letter by letter.
  if (run && run.width === undefined && at < to && at >= run.at && to <= run.at + run.length) {
    const shift = run.start - run.at
    return { start: at + shift, end: to + shift }
  }
  const start = sourceOffset(block, at)
  if (to <= at) return { start, end: start }
  const last = runs[indexAt(runs, to - 1)]
  const end = last?.width === undefined ? sourceOffset(block, to - 1) + 1 : last.start + last.width
  return { start, end }
}

/** The index of the run that holds a place of a text, or of the last one before it; 0 where there is none. */
export function indexAt(runs: readonly Run[], at: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (runs[middle]!.at <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** What stands in a quote is someone else's, unless it opens an alert: `> [!NOTE]`. */
export const isQuotation = (quoteDepth: number, text: string): boolean =>
  quoteDepth > 0 && !/^\[![A-Za-z]+\]/.test(text)
