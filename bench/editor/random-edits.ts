import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol'

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What people type, paste and take away: markers, notes, line ends, and characters of one, two and three bytes and more. */
const snippets = [
  ['[^1]', ' [^2]', '[^note]', '[1]', ' [2]', '[1, 3-5]', '¹', '[@key]', '^[in place]', '(3)', '[^'],
  ['\n[^1]: Adam', '\n\n[^note]: Eve\n', '\r\n[^2]: Cain\r\n', '\n1. One\n2. Two\n', '\n## References\n\n'],
  [
    '\n',
    '\n\n',
    '\r\n',
    '\r\n\r\n',
    ' ',
    '  ',
    '\t',
    '    ',
    '.',
    ',',
    '。',
    '»',
    ']',
    '[',
    '`',
    '```\n',
    '$',
    '*',
    '|',
  ],
  ['word', 'Ende', 'é', 'e\u0301', '漢字', 'שלום', '😀', '👩‍👩‍👧', '𝒜', '\u00A0', '\u200B', '\u0000'],
  ['<!-- footlint-disable-next-line marker-undefined -->\n', ' <!-- footlint-disable-line -->', '> ', '---\n'],
].flat()

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!

/** A text as an editor holds it: versions count up, and each change can be taken back. */
export interface EditedText {
  text: string
  version: number
  readonly past: string[]
}

/** What happens next. */
export type Step =
  | { readonly kind: 'change'; readonly changes: TextDocumentContentChangeEvent[]; readonly isCancelled: boolean }
  | { readonly kind: 'reopen' }

/** Makes the next step with a text, and says how an editor would tell of it. */
export function nextStep(edited: EditedText, random: () => number): Step {
  if (random() < 0.02) {
    edited.version = 1
    return { kind: 'reopen' }
  }
  edited.version++
  const isCancelled = random() < 0.1
  if (random() < 0.03) {
    const text = startText(random)
    remember(edited, text)
    return { kind: 'change', changes: [{ text }], isCancelled }
  }
  if (random() < 0.15 && edited.past.length > 0) {
    const before = edited.past.pop()!
    const changes = [changeTo(edited.text, before)]
    edited.text = before
    return { kind: 'change', changes, isCancelled }
  }
  const changes: TextDocumentContentChangeEvent[] = []
  const count = random() < 0.1 ? 2 + Math.floor(random() * 3) : 1
  for (let index = 0; index < count; index++) changes.push(oneChange(edited, random))
  return { kind: 'change', changes, isCancelled }
}

/** A text with markers and notes to begin with. */
export function startText(random: () => number): string {
  const lineEnd = random() < 0.3 ? '\r\n' : '\n'
  const count = 2 + Math.floor(random() * 6)
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const prose = numbers.map((number) => `Sentence ${number} 😀 of a text.[^${number}]`)
  const notes = numbers.map((number) => `[^${number}]: Source ${number}, é`)
  return [...prose, '', ...notes, ''].join(lineEnd)
}

function oneChange(edited: EditedText, random: () => number): TextDocumentContentChangeEvent {
  const { text } = edited
  const start = boundary(text, Math.floor(random() * (text.length + 1)))
  const length = random() < 0.55 ? 0 : Math.floor(random() ** 3 * 60)
  const end = boundary(text, Math.min(text.length, start + length))
  const typed = length > 0 && random() < 0.6 ? '' : pick(random, snippets)
  // So that a text neither grows without end nor stays empty.
  const inserted = text.length > 3000 && length === 0 ? '' : typed
  const change = { range: { start: positionOf(text, start), end: positionOf(text, end) }, text: inserted }
  remember(edited, text.slice(0, start) + inserted + text.slice(end))
  return change
}

function remember(edited: EditedText, text: string): void {
  edited.past.push(edited.text)
  if (edited.past.length > 50) edited.past.shift()
  edited.text = text
}

/** No cursor stands between the halves of a character or of a line end. */
function boundary(text: string, offset: number): number {
  const isSplit =
    /^[\uDC00-\uDFFF]/.test(text.slice(offset, offset + 1)) || (text[offset - 1] === '\r' && text[offset] === '\n')
  return isSplit ? offset - 1 : offset
}

export function positionOf(text: string, offset: number): Position {
  let line = 0
  let start = 0
  for (const { index, 0: end } of text.slice(0, offset).matchAll(/\r\n|\r|\n/g)) {
    line++
    start = index + end.length
  }
  return { line, character: offset - start }
}

/** The change that makes one text of another. */
function changeTo(before: string, after: string): TextDocumentContentChangeEvent {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  start = Math.min(boundary(before, start), boundary(after, start))
  let end = before.length
  let last = after.length
  while (end > start && last > start && before[end - 1] === after[last - 1]) {
    end--
    last--
  }
  while (end < before.length && (boundary(before, end) !== end || boundary(after, last) !== last)) {
    end++
    last++
  }
  return { range: { start: positionOf(before, start), end: positionOf(before, end) }, text: after.slice(start, last) }
}
