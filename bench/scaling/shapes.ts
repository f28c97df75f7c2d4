import { createRandom, documentOf } from '../speed/generate.ts'

/** A document that is made to any size. */
export interface Shape {
  readonly make: (size: number) => string
}

const sentence = 'The harbour was dredged in the spring, and nobody had asked the pilots what they thought of it.'

/** Pieces that differ by their numbers, as many as it takes. */
function numbered(size: number, pieceOf: (number: number) => string): string {
  const pieces: string[] = []
  let length = 0
  for (let number = 1; length < size; number++) {
    const piece = pieceOf(number)
    pieces.push(piece)
    length += piece.length
  }
  return pieces.join('')
}

const repeated = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length))

/** A number that has four digits at most, as one has to that is cited. Each comes again, in long texts and in short ones. */
const again = (number: number) => ((number - 1) % 200) + 1

/** No number that is cited is higher. */
const most = 9999

/** Prose with a marker in every fourth sentence, in paragraphs of eight, and the list of what is cited at its end. */
function prose(size: number): string {
  let number = 0
  const text = numbered(size * 0.9, () => {
    const sentences = Array.from({ length: 8 }, (_, index) =>
      index % 4 === 3 ? `${sentence}[${(number++ % most) + 1}]` : sentence,
    )
    return `${sentences.join(' ')}\n\n`
  })
  return `${text}${listTo(number)}`
}

/** Markers in paragraphs of eight, and the short list of what all of them cite. */
function listedMarkers(size: number): string {
  const list = listTo(200)
  const text = numbered(size - list.length, (number) => `[${again(number)}]${number % 8 ? '' : '\n\n'}`)
  return `${text}\n\n${list}`
}

/** The list of what so many markers cite. */
function listTo(number: number): string {
  const entries = Array.from(
    { length: Math.min(number, most) },
    (_, index) => `[${index + 1}] Harbour board, minutes, no. ${index + 1}`,
  )
  return `## References\n\n${entries.join('\n\n')}\n`
}

/** Characters of a paragraph of such a document, on average. */
const paragraph = 275

/** Documents of the usual kind, such as are full of markers, and those that trouble parsers. */
export const shapes: Readonly<Record<string, Shape>> = {
  'prose and a list': { make: prose },
  'documentation with notes': { make: (size) => documentOf(Math.round(size / paragraph), true, createRandom(3)) },
  'numbers in brackets only': { make: (size) => numbered(size, (number) => `[${number}] `) },
  'markers only': { make: (size) => numbered(size, (number) => `[${again(number)}] `) },
  'markers and the list that they cite': { make: listedMarkers },
  'words with notes': {
    make: (size) => numbered(size, (number) => `word[^n${number}] ${number % 8 ? '' : '\n\n'}`),
  },
  'definitions only': { make: (size) => numbered(size, (number) => `[^n${number}]: Note ${number}.\n\n`) },
  'a note behind each marker': {
    make: (size) => numbered(size, (number) => `Word[^n${number}] is.\n\n[^n${number}]: Note ${number}.\n\n`),
  },
  'one line of prose': { make: repeated(`${sentence} `) },
  'one line with numbers in brackets': { make: (size) => numbered(size, (number) => `${sentence}[${number}] `) },
  'one line with markers': { make: (size) => numbered(size, (number) => `${sentence}[${again(number)}] `) },
  '`[[[[`': { make: repeated('[') },
  '`[1[1[1`': { make: repeated('[1') },
  '`[^[^`': { make: repeated('[^') },
  '`> > > >`': { make: repeated('> ') },
  '`* * * *`': { make: repeated('* ') },
  '`<sup><sup>`': { make: repeated('<sup>') },
  'quotations with code': { make: repeated('> ```\nfoo\n') },
  'ticks that nothing closes': { make: (size) => numbered(size, (number) => `${'`'.repeat(1 + (number % 60))}a [1] `) },
}
