import { articles } from './articles.ts'
import { above, changed, edit, numbered, order, swap } from './edits.ts'
import type { Edit } from './edits.ts'

/** Takes an entry out, without its marker. */
const withoutEntry = (number: number) => [new RegExp(`^\\[${number}\\] .*\\n\\n`, 'm'), ''] as const
/** The list as it would be sorted by its words, and the text with the new numbers. */
const sorted = ((): { readonly entries: string; readonly numberOf: ReadonlyMap<string, number> } => {
  const lines = articles['list.md'].split('## References\n\n')[1]!.trimEnd().split('\n\n')
  const words = lines.map((line) => line.replace(/^\[\d+\] /, '')).toSorted()
  const numberOf = new Map(
    lines.map((line) => [/\d+/.exec(line)![0], words.indexOf(line.replace(/^\[\d+\] /, '')) + 1]),
  )
  return { entries: words.map((word, index) => `[${index + 1}] ${word}\n`).join('\n'), numberOf }
})()
const prose = articles['list.md'].split('## References')[0]!

/** Edits of an article with numbers and a list. */
export const listEdits: readonly Edit[] = [
  { name: 'a word corrected in an entry', ...edit('list.md', ['first volume', 'vol. 1']), said: [] },
  {
    name: 'a marker deleted',
    ...edit('list.md', ['pier.[5]', 'pier.']),
    said: ['list.md:5:143 error `[5]` is gone from its place by `pier`, expected it as before the edit'],
  },
  {
    name: 'one of two markers of an entry deleted',
    ...edit('list.md', ['garden.[2]', 'garden.']),
    said: ['list.md:9:131 error `[2]` is gone from its place by `garden`, expected it as before the edit'],
  },
  {
    name: 'a sentence deleted, its entry left',
    ...edit('list.md', [' Eleven boats went down in one night, four of them within sight of the pier.[5]', '']),
    said: ['list.md:21:1 warning `[5]` has lost its last marker, expected one, or no entry'],
  },
  {
    name: 'a sentence deleted with its entry, the others renumbered',
    ...edit(
      'list.md',
      [' Eleven boats went down in one night, four of them within sight of the pier.[5]', ''],
      withoutEntry(5),
      numbered(above(5, -1)),
    ),
    said: ['list.md:5:63 info `[5]` went with the words that stood by `chain`'],
  },
  {
    name: 'a sentence deleted with its entry, the others not renumbered',
    ...edit(
      'list.md',
      [' Eleven boats went down in one night, four of them within sight of the pier.[5]', ''],
      withoutEntry(5),
    ),
    said: [
      'list.md:5:131 error `[5]` went with the words there and left a gap before `[6]`, expected numbers without a gap',
    ],
  },
  {
    name: 'a citation taken out with its entry, the others renumbered',
    ...edit('list.md', ['pier.[5]', 'pier.'], withoutEntry(5), numbered(above(5, -1))),
    said: ['list.md:5:143 info `[5]` by `pier` went together with what they led to'],
  },
  {
    name: 'an entry deleted',
    ...edit('list.md', withoutEntry(5)),
    said: ['list.md:5:148 error `[5]` has lost its entry, expected one'],
  },
  {
    name: 'an entry deleted, list and text renumbered',
    ...edit('list.md', withoutEntry(5), numbered(above(5, -1))),
    said: [
      'list.md:5:148 error `[5]` leads to “Answers of the treasury.” and led to “List of the drowned, in the church.”, expected the same entry as before',
    ],
  },
  {
    name: 'an entry deleted, the list alone renumbered',
    ...edit('list.md', withoutEntry(5), [/^\[(\d+)\]/gm, (_, number) => `[${above(5, -1)(Number(number))}]`]),
    said: [
      'list.md:5:148 error From `[5]` on, 6 markers lead to other entries than before, this one to “Answers of the treasury.”, expected “List of the drowned, in the church.”',
    ],
  },
  {
    name: 'two entries have changed places',
    ...edit('list.md', ...swap('Answers of the treasury', 'Diary of the parish clerk')),
    said: [
      'list.md:5:69 error From `[4]` on, 2 markers lead to other entries than before, this one to “Answers of the treasury.”, expected “Diary of the parish clerk.”',
    ],
  },
  {
    name: 'the list sorted, the text renumbered',
    files: {
      'list.md': `${prose.replace(/\[(\d+)\]/g, (_, number: string) => `[${sorted.numberOf.get(number)}]`)}## References\n\n${sorted.entries}`,
    },
    said: [],
    also: [
      'list.md:3:197 info The order of the numbers from `[2]` on is not checked, since the list is sorted by its words marker-order',
    ],
  },
  {
    name: 'the list sorted, the text not renumbered',
    files: { 'list.md': `${prose}## References\n\n${sorted.entries}` },
    said: [
      'list.md:3:58 error From `[1]` on, 7 markers lead to other entries than before, this one to “Answers of the treasury.”, expected “Harbour accounts of Sandur, first volum…”',
    ],
  },
  {
    name: 'the list cut off',
    files: { 'list.md': prose },
    said: ['list.md:3:58 warning 10 entries from that of `[1]` on are gone, expected them for their markers'],
  },
  { name: 'two paragraphs in another order, all numbered anew', files: { 'list.md': reordered() }, said: [] },
  {
    name: 'a paragraph deleted, its entries left',
    ...order('list.md', 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    said: [
      'list.md:17:1 warning 3 entries from `[4]` on have lost their last markers, expected markers, or no entries',
    ],
  },
  {
    name: 'a paragraph moved to the end',
    ...order('list.md', 0, 1, 3, 4, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    said: [],
    also: [
      'list.md:9:69 error `[4]` is first cited after `[10]`, expected numbers in the order of their first citation marker-order',
      'list.md:9:148 error `[5]` is first cited after `[10]`, expected numbers in the order of their first citation marker-order',
      'list.md:9:210 error `[6]` is first cited after `[10]`, expected numbers in the order of their first citation marker-order',
    ],
  },
  {
    name: 'a sentence moved to another paragraph',
    ...edit(
      'list.md',
      [' Each block had a number, and was laid out on the quay before it was shipped.[8]', ''],
      ['garden.[2]', 'garden.[2] Each block had a number, and was laid out on the quay before it was shipped.[8]'],
    ),
    said: [],
    also: [
      'list.md:9:218 error `[8]` is first cited after `[10]`, expected numbers in the order of their first citation marker-order',
    ],
  },
  {
    name: 'a marker moved to another paragraph',
    ...edit('list.md', ['[8] The masons', ' The masons'], ['garden.[2]', 'garden.[2][8]']),
    said: ['list.md:9:141 error `[8]` has moved to another paragraph, expected it behind its words'],
  },
  {
    name: 'a marker replaced by that of another entry',
    ...edit('list.md', ['garden.[2]', 'garden.[3]']),
    said: ['list.md:9:138 info `[3]` took the place of `[2]`'],
  },
  {
    name: 'an old entry cited again',
    ...edit('list.md', ['wait.[6]', 'wait.[1][6]']),
    said: ['list.md:5:210 info `[1]` was not here before'],
  },
  {
    name: 'a new sentence that cites an old entry',
    ...edit('list.md', ['wait.[6]', 'wait.[6] The accounts of that year name no lamp oil.[1]']),
    said: [],
  },
  {
    name: 'a new sentence with an entry of its own',
    ...edit(
      'list.md',
      ['garden.[2]', 'garden.[2] It was sold after her death.[11]'],
      ['the pilots.\n', 'the pilots.\n\n[11] Auction list.\n'],
    ),
    said: [],
  },
  {
    name: 'two paragraphs joined and a sentence reworded',
    ...edit(
      'list.md',
      ['\n\nThe tower was', ' The tower was'],
      [
        'Each block had a number, and was laid out on the quay before it was shipped.',
        'All blocks were numbered and put together on the quay before they went to sea.',
      ],
    ),
    said: [],
  },
  {
    name: 'converted to footnotes',
    ...edit(
      'list.md',
      [/^\[(\d+)\] /gm, (_, number) => `[^${number}]: `],
      [/\[(\d+)\]/g, (_, number) => `[^${number}]`],
    ),
    said: [],
  },
  {
    name: 'converted to footnotes, a marker lost on the way',
    ...edit(
      'list.md',
      ['pier.[5]', 'pier.'],
      [/^\[(\d+)\] /gm, (_, number) => `[^${number}]: `],
      [/\[(\d+)\]/g, (_, number) => `[^${number}]`],
    ),
    said: ['list.md:5:144 error `[5]` is gone from its place by `pier`, expected it as before the edit'],
  },
  {
    name: 'renamed, with a marker deleted',
    files: { 'list.md': undefined, 'lighthouse.md': changed('list.md', ['pier.[5]', 'pier.']) },
    said: ['lighthouse.md:5:143 error `[5]` is gone from its place by `pier`, expected it as before the edit'],
  },
  {
    name: 'two markers in one pair of brackets',
    ...edit('list.md', ['wait.[6]', 'wait.[5, 6]'], ['pier.[5]', 'pier.']),
    said: [],
  },
]

/** The last paragraph comes first, and numbers and list follow. */
function reordered(): string {
  const [title, first, ...others] = prose.trimEnd().split('\n\n') as [string, string, ...string[]]
  const last = others.pop()!
  const text = [title, last, first, ...others].join('\n\n')
  const old = [...new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => number!))]
  const words = new Map(
    [...articles['list.md'].matchAll(/^\[(\d+)\] (.*)$/gm)].map(([, number, word]) => [number!, word!]),
  )
  const list = old.map((number, index) => `[${index + 1}] ${words.get(number)!}\n`).join('\n')
  return `${text.replace(/\[(\d+)\]/g, (_, number: string) => `[${old.indexOf(number) + 1}]`)}\n\n## References\n\n${list}`
}
