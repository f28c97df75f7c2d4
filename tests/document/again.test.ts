import { describe, expect, test } from 'vitest'
import { randomNumbers } from '../../bench/editor/random-edits.ts'
import type { Candidate, NotationChoices, Reading } from '../../src/document/document.ts'
import { findMarks, findSlips } from '../../src/document/find.ts'
import { createReader } from '../../src/document/formats/again/reader.ts'
import { readMarkdown } from '../../src/document/formats/markdown.ts'
import { createSource } from '../../src/source.ts'
import { valuesOf } from './reading.ts'

/** What begins, ends or goes on with a segment, and what changes the meaning of others. */
const pieces = [
  'The harbour was dredged.[^1]',
  'Nobody [asked] the pilots [1], [2] or [two][asked].',
  'A [text][1] and `code [^1]` and *stress*^[in *place* [1]].',
  '[^1]: Note [1].',
  '[^n]: Note, and',
  '    behind a note [^1]',
  '[1]: https://example.org',
  '[asked]: /pilots "title"',
  '[asked]: </pilots',
  '[^n] and [^N], [ASKED], [@key] and @key, {cite:p}`key`, [1]:12, [1',
  '- item [1]',
  '  behind an item [^n]',
  '1. Adam, *Beginnings*.',
  '[2] Eve, Ends.',
  '> quote [1]',
  '> ```',
  '```',
  '~~~~',
  '$$',
  '<div>',
  '</div>',
  '<!-- a comment [1]',
  '-->',
  '<!-- footlint-disable-next-line -->',
  '<script>',
  '</script>',
  '| a | b [1] |',
  '| - | - |',
  '---',
  '---\ntitle: [1]\n---\n',
  '## References',
  '===',
  'History[edit]',
  'It is so.[citation needed]',
  '1. ^ Jump up to: a b Adam.',
  '↑ a b Eve.',
  'See turn0search1 and (https://example.org/?utm_source=openai).',
  '¹ and x² and <sup>3</sup>, é 😀 漢字',
]
const rounds = Number(process.env['ROUNDS'] ?? 5)

const gaps = ['\n', '\n', '\n\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n']
const scraps = [
  '[',
  ']',
  ':',
  '^',
  '`',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  ' ',
  '    ',
  '\t',
  '>',
  '-',
  '*',
  '<',
  'x',
  '\uD83D',
  '\uDE00',
  '',
]

function documentOf(random: () => number, most: number): string {
  const count = 1 + Math.floor(random() * most)
  return Array.from({ length: count }, () => pick(random, pieces) + pick(random, gaps)).join('')
}

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!

/**
 * The texts that an edit goes through: something is typed, letter by letter or at once, taken away, or paragraphs change places.
 * That happens anywhere, but more often where a line begins or ends; halves of line ends and of characters are places, too.
 */
function edit(text: string, random: () => number): string[] {
  const start = placeIn(text, random)
  const kind = random()
  if (kind < 0.1) return [moved(text)]
  if (kind < 0.2) {
    const typed = pick(random, pieces).slice(0, 12)
    return Array.from(typed, (_, index) => text.slice(0, start) + typed.slice(0, index + 1) + text.slice(start))
  }
  const end = random() < 0.5 ? start : random() < 0.1 ? placeIn(text, random) : start + Math.floor(random() ** 3 * 80)
  const [from, to] = [Math.min(start, end), Math.max(start, end)]
  const typed = random() < 0.4 ? documentOf(random, 3) : pick(random, scraps)
  return [text.slice(0, from) + (text.length > 2500 ? '' : typed) + text.slice(to)]
}

/** Takes the first paragraph to the end, where it stands twice. */
function moved(text: string): string {
  const [first = '', ...others] = text.split(/(?<=\n\n)/)
  return others.join('') + first + first
}

function placeIn(text: string, random: () => number): number {
  const place = Math.floor(random() * (text.length + 1))
  if (random() < 0.1) return 0
  if (random() < 0.3) return place
  const line = text.slice(place).search(/[\r\n]/)
  return line < 0 ? text.length : place + line + Math.floor(random() * 3)
}

/** All that is read and found, without identities. */
function allOf(reading: Reading, text: string, notations: NotationChoices): string {
  const indexOf = new Map(reading.blocks.map((block, index) => [block, index]))
  const flat = (candidate: Candidate) => ({ ...candidate, origin: undefined, block: indexOf.get(candidate.block) })
  const { residues, candidates, slips = findSlips(reading, text) } = findMarks(reading, text, notations)
  return JSON.stringify({
    values: valuesOf(reading),
    signed: reading.signed?.map((block) => indexOf.get(block)),
    residues,
    candidates: candidates.map(flat),
    slips: slips.map(flat),
  })
}

/** Reads each of some texts as a version of the one before, and the whole of it. */
function compare(texts: readonly string[], notations: NotationChoices, read = createReader()): void {
  for (const text of texts) {
    const source = createSource('any.md', text)
    const [again, whole] = [read(source), readMarkdown(source)].map((reading) => allOf(reading, text, notations))
    if (again !== whole) expect(JSON.parse(again!), JSON.stringify(text)).toEqual(JSON.parse(whole!))
  }
}

describe('what a reader with a memory reads of a text is what is read of it as a whole', () => {
  test.each([1, 2, 3, 4])('after each of many edits: %i', (seed) => {
    const random = randomNumbers(seed)
    for (let round = 0; round < rounds; round++) {
      const read = createReader()
      const notations: NotationChoices = random() < 0.3 ? { parenthesis: 'auto' } : {}
      let texts = [documentOf(random, 30)]
      for (let count = 0; count < 25; count++) {
        compare(texts, notations, read)
        texts = edit(texts.at(-1)!, random)
      }
    }
  })

  test.each([
    ['a line that began a segment goes on with a list', ['- a\n\n1\n\nb [1]\n', '- a\n\n1.\n\nb [1]\n']],
    ['a line feed comes to a carriage return', ['- a\n\n1.\rb [1]\n', '- a\n\n1.\r\nb [1]\n']],
    ['front matter ends elsewhere', ['---\na\n---\n\nb [1]\n\n---\n\nc\n', '---\na\n\nb [1]\n\n---\n\nc\n']],
    ['front matter begins', ['--\n\nb [1]\n\n---\n\nc\n', '---\nb [1]\n\n---\n\nc\n']],
    ['front matter ends far below', ['---\nb [1]\n\nc [1]\n\nd\n', '---\nb [1]\n\nc [1]\n\nd\n---\n']],
    ['one list becomes two', ['a\n\n1. [1]\n\nb\n\n1. [1]\n\nc\n', 'x\n\n1. [1]\n\nd\n\n1. [1]\n\n1. [1]\n\ny\n']],
    ['two lists become one', ['1. [1]\n\nb\n\n1. [1]\n', '1. [1]\n\n1. [1]\n']],
    ['a fence opens and closes', ['a [1]\n\nb [1]\n', 'a [1]\n\n```\nb [1]\n', 'a [1]\n\n```\nb [1]\n```\n']],
    ['a definition comes and goes', ['a [b] [^c]\n\n', 'a [b] [^c]\n\n[b]: /x\n\n[^c]: d', 'a [b] [^c]\n\n[b]: /x\n']],
    ['a label is defined twice, then once', ['a [b]\n\n[b]: /x\n\nc\n\n[b]: /y\n', 'a [b]\n\nc\n\n[b]: /y\n']],
    ['nothing is left', ['a [1]\n', '', 'a [1]\n', '\n \n']],
    ['a half of a character goes', ['a 😀[1]\n', 'a \uD83D[1]\n', 'a [1]\n']],
  ])('%s', (_, texts) => compare(texts, {}))
})
