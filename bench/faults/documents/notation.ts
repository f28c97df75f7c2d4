import type { Piece } from './article.ts'

/** How a document writes what an article cites. */
export interface Notation {
  /** The markers for one or several numbers. */
  readonly cite: (numbers: readonly number[]) => string
  readonly side: 'before' | 'after'
}

/** The sentences of a paragraph. */
export function writeParagraph(pieces: readonly Piece[], { cite, side }: Notation): string {
  let opens = true
  return pieces
    .map(({ words, cited, stop }) => {
      const start = opens ? `${words[0]!.toUpperCase()}${words.slice(1)}` : words
      opens = stop === '.'
      const marker = cited.length === 0 ? '' : cite(cited)
      return side === 'after' ? `${start}${stop}${marker}` : `${start}${marker}${stop}`
    })
    .join(' ')
}

export const each = (write: (number: number) => string) => (numbers: readonly number[]) => numbers.map(write).join('')

/** `[1, 3]` and `[3–5]`: runs of three become a range. */
export function grouped(open: string, close: string, comma: string, dash: string) {
  return (numbers: readonly number[]): string => {
    const isRun = numbers.length > 2 && numbers.every((number, index) => number === numbers[0]! + index)
    return `${open}${isRun ? `${numbers[0]}${dash}${numbers.at(-1)}` : numbers.join(comma)}${close}`
  }
}

/** Lines of at most so many characters. */
export function wrapped(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
