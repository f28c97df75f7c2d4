import fc from 'fast-check'

/** A text with markers and entries, made to be renumbered. */
export interface Sample {
  readonly text: string
  readonly path: string
}

const words = [
  'harbour',
  'dredged',
  'spring',
  'pilots',
  'guild',
  '𝒶stral',
  'naïve',
  'board,',
  'quay.',
  'sand;',
  '甲乙。',
  '$&,',
]
const names = ['note', 'Note-b', 'a&b', '__proto__', 'constructor', '01', 'x.y', 'y.1']

type Notation = 'footnote' | 'bracket' | 'item' | 'link' | 'superscript'

interface Shape {
  readonly notation: Notation
  readonly labels: readonly string[]
  /** For each sentence, the indices of the labels that it cites. */
  readonly cited: readonly (readonly number[])[]
  readonly picks: readonly number[]
  readonly order: readonly string[]
  readonly container: '' | '> ' | '- '
  readonly lineEnd: '\n' | '\r\n'
  readonly isLong: boolean
  readonly hasRanges: boolean
}

/** Documents in all notations, in quotations and lists, with undefined and uncited labels, ranges, clusters and nested markers. */
export const samples: fc.Arbitrary<Sample> = fc
  .record({
    notation: fc.constantFrom<Notation>('footnote', 'bracket', 'item', 'link', 'superscript'),
    size: fc.integer({ min: 1, max: 9 }),
    first: fc.constantFrom(1, 1, 1, 3, 98, 234),
    named: fc.subarray(names),
    cited: fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 3, maxLength: 14 }),
    picks: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
    container: fc.constantFrom<Shape['container']>('', '', '> ', '- '),
    lineEnd: fc.constantFrom<Shape['lineEnd']>('\n', '\n', '\r\n'),
    isLong: fc.boolean(),
    hasRanges: fc.boolean(),
    isShuffled: fc.boolean(),
  })
  .chain(({ size, first, named, notation, isShuffled, ...rest }) => {
    const numbers = Array.from({ length: size }, (_, index) => String(first + index))
    const labels = notation === 'footnote' ? [...numbers, ...named] : numbers
    const order =
      isShuffled && notation !== 'item' && notation !== 'superscript'
        ? fc.shuffledSubarray(labels, { minLength: labels.length })
        : fc.constant(labels)
    return order.map((one): Sample => ({ text: render({ ...rest, notation, labels, order: one }), path: 'a.md' }))
  })

function render(shape: Shape): string {
  const { cited, order, container, lineEnd, picks } = shape
  const sentences = cited.map((indices, at) => `${wordsFor(picks, at)}${clusterOf(shape, indices)}`)
  const body = sentences.flatMap((sentence, index) => (index % 4 === 3 ? [sentence, '', ''] : [sentence]))
  const entries = order.flatMap((label, index) => entryLines(shape, label, index))
  // Items are a list of their own; a bullet would make one in a list.
  const prefix = shape.notation === 'item' || shape.notation === 'superscript' ? container.replace('- ', '') : container
  const lines = entries.map((line, index) => {
    if (prefix === '- ') return index === 0 ? `- item\n\n  ${line}` : line === '' ? '' : `  ${line}`
    return line === '' ? prefix.trimEnd() : `${prefix}${line}`
  })
  return `${[...body, '', ...lines].join('\n')}\n`.replaceAll('\n', lineEnd)
}

function wordsFor(picks: readonly number[], at: number): string {
  return [0, 1, 2].map((step) => words[(picks[(at + step) % picks.length]! + step) % words.length]).join(' ')
}

function clusterOf({ notation, labels, hasRanges }: Shape, indices: readonly number[]): string {
  // One label more than there are: it has no entry.
  const known = [...labels, String(Number(labels[0]) + 40)]
  const cited = [
    ...new Set(indices.map((index) => known[index % (notation === 'footnote' ? known.length : labels.length)]!)),
  ]
  if (cited.length === 0) return ''
  if (notation === 'footnote') return cited.map((label) => `[^${label}]`).join('')
  // `[1][2]` would be one link.
  if (notation === 'link') return cited.map((label) => `[${label}]`).join(', ')
  const sorted = cited.toSorted((one, other) => Number(one) - Number(other))
  const range = hasRanges && sorted.length > 1 ? [`${sorted[0]}-${sorted.at(-1)}`] : sorted
  if (notation === 'superscript') return raise(range.join(','))
  return sorted.length === 3 ? range.map((one) => `[${one}]`).join('') : `[${range.join(', ')}]`
}

const raise = (text: string) => text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!).replaceAll('-', '⁻')

function entryLines({ notation, isLong, labels, picks }: Shape, label: string, index: number): string[] {
  const nested =
    notation === 'footnote' && picks[index % 20]! % 5 === 0 ? `[^${labels[picks[0]! % labels.length]}]` : ''
  const text = `Entry ${Array.from(label, (one) => one.codePointAt(0)!.toString(36)).join('x')} of the ${words[picks[index % 20]! % words.length]}${nested}`
  if (notation === 'link') return [`[${label}]: http://example.org/${index}`]
  if (notation === 'bracket') return [`[${label}] ${text}`, '']
  if (notation === 'footnote')
    return isLong && index % 2 === 0
      ? [`[^${label}]: ${text}`, '', '    - more', '', '      `[^1]`', '']
      : [`[^${label}]: ${text}`, ...(isLong ? [''] : [])]
  return isLong && index % 2 === 0
    ? [`${label}. ${text}`, `${' '.repeat(label.length + 2)}more`]
    : [`${label}. ${text}`]
}
