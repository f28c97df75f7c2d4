import fc from 'fast-check'
import { markedText, noise } from './arbitrary-text.ts'

/** A document as `fixSource` takes it. */
export interface Sample {
  readonly path: string
  readonly text: string
}

/** Labels that programs have stumbled over: patterns of replacement, names of what every object has, numbers that are one. */
const labels = ['note', '$&', "$'", '__proto__', 'constructor', '1', '01', 'nöte', 'a$1b', '😀', 'toString']

/** What entries are about, so that no two of a document say the same. */
const topics = ['tides', 'sand', 'wages', 'ropes', 'lamps', 'coal', 'tolls', 'rain']

function distinct(text: string): string {
  let count = 0
  return text.replaceAll(
    'Minutes of the board',
    () => `Minutes on ${topics[count++ % topics.length]!.repeat(1 + Math.floor(count / topics.length))}`,
  )
}

const indented = (text: string, by: string) => text.replaceAll(/\n(?=[^\r\n])/g, `\n${by}`)

/** Where a text can stand. What begins a line there begins one in the container. */
const containers: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => `> ${indented(text, '> ').replaceAll('\n\n', '\n>\n')}`,
  (text) => `- ${indented(text, '  ')}`,
  (text) => `1. One.\n\n   > ${indented(text, '   > ')}`,
  (text) => `<div class="box">\n\n${text}\n\n</div>\n`,
  (text) => `<p>${text.replaceAll('\n\n', '</p>\n<p>')}</p>\n`,
  (text) => `| a | b |\n| --- | --- |\n| It is said.[1] | ${/^[^|\n]*/.exec(text)![0]} |\n\n${text}`,
  (text) => `${text}\n\n\`\`\`js\na[1] = b [2]\n\`\`\`\n`,
  (text) => `---\ntitle: A [1]\n---\n\n${text}`,
]

const lineEnds: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.trimEnd(),
  (text) => `\uFEFF${text}`,
]

/** Leftovers, stray white space and slips that rules mend. */
const slip = fc.constantFrom(
  '',
  '',
  ' [edit]',
  ' [citation needed]',
  ' 【4:0†source】',
  ' [2]',
  '[2][2]',
  ' {2]',
  ' [^ 1]',
  '[2]word',
  '[3, 2]',
  '[1]。',
  '[4-2]',
  '\u00A0[3]',
  '.[1].',
  'v[^1].5',
  '😀 [1]',
)

export const sample: fc.Arbitrary<Sample> = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: markedText }, { weight: 1, arbitrary: noise }),
    fc.constantFrom(...labels),
    slip,
    fc.constantFrom(...containers),
    fc.constantFrom(...lineEnds),
    fc.constantFrom('any.md', 'any.md', 'any.md', 'any.txt'),
  )
  .map(([marked, label, mistake, contain, end, path]): Sample => {
    const text = distinct(marked)
      .replaceAll('note]', () => `${label}]`)
      .replace('.', () => `.${mistake}`)
    return { path, text: end(contain(text)) }
  })
