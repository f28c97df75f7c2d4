const sentence = 'The harbour was dredged in the spring, and nobody had asked the pilots what they thought of it.'

/** Prose with a marker in every fourth sentence, in paragraphs of eight, and the list of what is cited at its end. */
function prose(size: number): string {
  const paragraphs: string[] = []
  let length = 0
  let number = 0
  while (length < size * 0.9) {
    const sentences = Array.from({ length: 8 }, (_, index) => (index % 4 === 3 ? `${sentence}[${++number}]` : sentence))
    paragraphs.push(sentences.join(' '))
    length += paragraphs.at(-1)!.length + 2
  }
  const list = Array.from({ length: number }, (_, index) => `[${index + 1}] Harbour board, minutes, no. ${index + 1}`)
  return `${paragraphs.join('\n\n')}\n\n## References\n\n${list.join('\n\n')}\n`
}

/** Documents that are made to any size: one of the usual kind, and those that trouble parsers. */
export const shapes: Readonly<Record<string, (size: number) => string>> = {
  prose,
  '[[[[': (size) => '['.repeat(size),
  '[1[1[1': (size) => '[1'.repeat(size / 2),
  '[^[^': (size) => '[^'.repeat(size / 2),
  '> > > >': (size) => '> '.repeat(size / 2),
}
