import type { Block, Family, Reading } from '../document.ts'
import type { Range } from '../../source.ts'
import { isWhite } from '../characters.ts'
import { sourceOffset, sourceRange } from '../formats/prose.ts'
import { findGroups } from '../notations/group.ts'
import { findSuperscripts, mayHoldSuperscript } from '../notations/superscript.ts'
import { isLetterCode } from '../codes.ts'

/** How the label of a possible entry is written. */
export type EntryForm = 'bracket' | 'number' | 'caret' | 'item' | 'footnote' | 'superscript' | 'group'

/** A place where an entry may begin: the label, and where its words begin. */
export interface EntryStart {
  readonly form: EntryForm
  /** Whose markers can cite it, where the form says so. */
  readonly family: Family | undefined
  readonly label: string
  readonly number: number
  readonly labelRange: Range
  /** Index of the block, and offsets of its text. */
  readonly blockIndex: number
  readonly at: number
  readonly labelTo: number
  readonly wordsAt: number
  /** The label stands once more behind itself: `4. 4. Smith`. */
  readonly twice: Range | undefined
}

/** `[12]`, `[12].`, `[12]:`, `[12]-`, escaped `\[12\]`, behind a bullet of plain text; `[12][13]` are markers. */
const bracketLabel =
  /(?:[*•>-][ \t]+)?(\\?\[[ \t]*(\d{1,4})[ \t]*\\?\])(?!\[\^?\d)(?:[ \t]*[.:–—-](?=\s|$|[^\d\s]))?[ \t]*/y
/** `12.` or `12)` typed at the start of a line, with MediaWiki's caret or without. */
const numberLabel = /[ \t]*((\d{1,4})[.)])[ \t]+(\^|↑|⇑|\*\*\^\*\*)?[ \t]*/y
/** Project Gutenberg's `[Footnote 12: …]`. */
const footnoteLabel = /(\[(?:Footnote|Note|Fußnote|Anmerkung|Note de bas de page|Nota)[ \u00A0](\d{1,4}))[.:][ \t]*/iy

/** Every line of every block that looks like the start of an entry. Whether it is one depends on its neighbours. */
export function findEntryStarts({ blocks, signed }: Pick<Reading, 'blocks' | 'signed'>): EntryStart[] {
  const starts: EntryStart[] = []
  const mayBegin = signed && new Set(signed)
  for (const [blockIndex, block] of blocks.entries()) {
    if (block.kind === 'heading' || block.kind === 'cell' || block.note || block.item?.key !== undefined) continue
    const item = itemStart(block, blockIndex)
    if (item) {
      // A line of an item that looks like another entry was wrapped there.
      starts.push(item)
      continue
    }
    if (!mayBegin || mayBegin.has(block)) for (const start of lineStarts(block, blockIndex)) starts.push(start)
  }
  return starts
}

function* lineStarts(block: Block, blockIndex: number): Generator<EntryStart> {
  const labels = markLabels(block, blockIndex)
  for (const at of linesOf(block)) {
    const indented = at + (/[ \t]*/y.exec(block.text.slice(at, at + 80))?.[0].length ?? 0)
    const start = startAt(block, blockIndex, indented) ?? labels.get(indented)
    if (start) yield start
    if (start?.form === 'bracket') yield* startsOnLine(block, blockIndex, start)
  }
}

/** `[1] Adler. [2] Berg. [3] Carl.`: three numbers or more that run, each behind the end of a sentence. */
function startsOnLine(block: Block, blockIndex: number, first: EntryStart): EntryStart[] {
  const found: EntryStart[] = []
  const label = /[.;,][ \t]+(?=\[(\d{1,4})\][ \t]+\p{L})|[\r\n]/gu
  label.lastIndex = first.wordsAt
  for (let match = label.exec(block.text); match?.[1]; match = label.exec(block.text)) {
    const last = found.at(-1) ?? first
    if (Number(match[1]) === last.number + 1) found.push(startAt(block, blockIndex, label.lastIndex)!)
  }
  return found.length >= 2 ? found : []
}

/** Raised numbers and named groups at the start of a line label a note as they mark a citation elsewhere. */
function markLabels(block: Block, blockIndex: number): ReadonlyMap<number, EntryStart> {
  if (!block.text.includes('[') && !mayHoldSuperscript(block, true)) return none
  const starts = new Map<number, EntryStart>()
  const source = ''
  for (const { notation, family, members, start, end, at, to } of [
    ...findSuperscripts(block, source),
    ...findGroups(block, source),
  ]) {
    const [member] = members
    const behind = /[.:)]?[ \t]*/y
    behind.lastIndex = to
    behind.test(block.text)
    if (members.length > 1 || member!.through !== undefined) continue
    starts.set(at, {
      form: notation === 'superscript' ? 'superscript' : 'group',
      family,
      label: member!.label,
      number: member!.number!,
      labelRange: { start, end },
      blockIndex,
      at,
      labelTo: to,
      wordsAt: behind.lastIndex,
      twice: undefined,
    })
  }
  return starts
}

const none: ReadonlyMap<number, EntryStart> = new Map()

/** Where lines begin. Where tags break them (`<br>`), a line end of the source breaks none. */
function* linesOf({ text, runs }: Block): Generator<number> {
  if (!/[\r\n]/.test(text)) {
    yield 0
    return
  }
  const tags = new Set(runs.flatMap(({ at, width }) => (width !== undefined && text[at] === '\n' ? at : [])))
  let isBroken = tags.size === 0
  yield 0
  for (let index = 0; index < text.length - 1; index++) {
    const code = text.charCodeAt(index)
    const isEnd = code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)
    if (tags.size > 0) isBroken = tags.has(index) || (isBroken && isWhite(text[index]))
    if (isEnd && isBroken) yield index + 1
  }
}

/** An item of an ordered Markdown list or an HTML list; its label is not part of the block's text. */
function itemStart(block: Block, blockIndex: number): EntryStart | undefined {
  const { item, text } = block
  if (item?.number === undefined) return undefined
  const caret = /^\s*(?:\^|↑|⇑)[ \t]*/.exec(text)
  const label = String(item.number)
  const wordsAt = caret?.[0].length ?? 0
  const twice = repeated(block, wordsAt, label, 'number') ?? repeated(block, wordsAt, label, 'bracket')
  const form = caret ? 'caret' : 'item'
  return {
    form,
    family: undefined,
    label,
    number: item.number,
    labelRange: item.marker,
    blockIndex,
    at: 0,
    labelTo: 0,
    wordsAt,
    twice,
  }
}

function startAt(block: Block, blockIndex: number, at: number): EntryStart | undefined {
  // No label begins with a letter, as most lines do.
  if (isLetterCode(block.text.charCodeAt(at))) return undefined
  for (const [form, pattern] of [
    ['footnote', footnoteLabel],
    ['bracket', bracketLabel],
    ['number', numberLabel],
  ] as const) {
    pattern.lastIndex = at
    const match = pattern.exec(block.text)
    if (!match) continue
    const label = match[2]!
    const labelAt = at + match[0].indexOf(match[1]!)
    const labelTo = labelAt + match[1]!.length
    return {
      form: form === 'number' && match[3] ? 'caret' : form,
      family: form === 'bracket' ? 'number' : undefined,
      label,
      number: Number(label),
      labelRange: sourceRange(block, labelAt, labelTo),
      blockIndex,
      at,
      labelTo,
      wordsAt: pattern.lastIndex,
      twice: repeated(block, pattern.lastIndex, label, form),
    }
  }
  return undefined
}

/** The label typed once more: `[4] [4] Smith`, `4. 4. Smith`. */
function repeated(block: Block, at: number, label: string, form: EntryForm): Range | undefined {
  const again = form === 'bracket' ? /\[(\d+)\]\s+/y : /(\d+)[.)]\s+/y
  again.lastIndex = at
  if (again.exec(block.text)?.[1] !== label) return undefined
  return { start: sourceOffset(block, at), end: sourceOffset(block, again.lastIndex) }
}
