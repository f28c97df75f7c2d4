import { above, edit, numbered, order, swap } from './edits.ts'
import type { Edit } from './edits.ts'

/** Edits of an article whose list of notes is somewhere else. */
export const pasteEdits: readonly Edit[] = [
  { name: 'a word corrected', ...edit('paste.md', ['hampir sebulan', 'hampir satu bulan']), said: [] },
  {
    name: 'a marker deleted',
    ...edit('paste.md', ['[238]', '']),
    said: ['paste.md:5:139 error `[238]` is gone from its place by `apa`, expected it as before the edit'],
    also: [
      'paste.md:3:88 warning 12 markers from `[234]` to `[246]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'the first marker deleted',
    ...edit('paste.md', ['[234]', '']),
    said: ['paste.md:3:78 error `[234]` is gone from its place by `negerinya`, expected it as before the edit'],
    also: [
      'paste.md:3:172 warning 12 markers from `[235]` to `[246]` have no entry in this document, expected a list of them series-entries',
      'paste.md:3:172 info The numbers start at `[235]`, expected 1 series-start',
    ],
  },
  {
    name: 'the last marker deleted',
    ...edit('paste.md', ['[246]', '']),
    said: ['paste.md:9:142 error `[246]` is gone from its place by `tahun`, expected it as before the edit'],
    also: [
      'paste.md:3:88 warning 12 markers from `[234]` to `[245]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'two markers deleted',
    ...edit('paste.md', ['[238]', ''], ['[243]', '']),
    said: [
      'paste.md:5:139 error `[238]` is gone from its place by `apa`, expected it as before the edit',
      'paste.md:7:165 error `[243]` is gone from its place by `dahulu`, expected it as before the edit',
    ],
    also: [
      'paste.md:3:88 warning 11 markers from `[234]` to `[246]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'a marker deleted, the others renumbered',
    ...edit('paste.md', ['[238]', ''], numbered(above(238, -1))),
    said: ['paste.md:5:139 error `[238]` is gone from its place by `apa`, expected it as before the edit'],
    also: [
      'paste.md:3:88 warning 12 markers from `[234]` to `[245]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'a sentence deleted',
    ...edit('paste.md', [' Siapa yang terlambat kehilangan jabatannya.[239]', '']),
    said: [
      'paste.md:5:206 error `[239]` went with the words there and left a gap before `[240]`, expected numbers without a gap',
    ],
    also: [
      'paste.md:3:88 warning 12 markers from `[234]` to `[246]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'a sentence deleted, the others renumbered',
    ...edit('paste.md', [' Siapa yang terlambat kehilangan jabatannya.[239]', ''], numbered(above(239, -1))),
    said: ['paste.md:5:139 info `[239]` went with the words that stood by `apa`'],
    also: [
      'paste.md:3:88 warning 12 markers from `[234]` to `[245]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'a paragraph deleted',
    ...order('paste.md', 0, 1, 2, 4),
    said: [
      'paste.md:7:49 error `[241]`, `[242]` and `[243]` went with the words there and left a gap before `[244]`, expected numbers without a gap',
    ],
    also: [
      'paste.md:3:88 warning 10 markers from `[234]` to `[246]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'numbered from 1',
    ...edit(
      'paste.md',
      numbered((number) => number - 233),
    ),
    said: [],
    also: [
      'paste.md:3:88 warning 13 markers from `[1]` to `[13]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'numbers one too high from one on',
    ...edit('paste.md', numbered(above(241, 1))),
    said: [
      'paste.md:7:112 error From `[243]` on, which was `[242]`, the numbers have shifted, expected them to run on',
    ],
    also: [
      'paste.md:3:88 warning 13 markers from `[234]` to `[247]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'a new sentence with a number, the others renumbered',
    ...edit('paste.md', numbered(above(239, 1)), [
      'jabatannya.[239]',
      'jabatannya.[239] Di satu daerah ia kehilangan lebih dari itu.[240]',
    ]),
    said: [],
    also: [
      'paste.md:3:88 warning 14 markers from `[234]` to `[247]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  { name: 'a paragraph split', ...edit('paste.md', [' Siapa yang', '\n\nSiapa yang']), said: [] },
  { name: 'two paragraphs joined', ...edit('paste.md', ['\n\nBatu', ' Batu']), said: [] },
  {
    name: 'a sentence reworded',
    ...edit('paste.md', [
      'Setiap bupati diberi tahu berapa tenaga yang harus ia kirim, dan pada hari apa.',
      'Para bupati menerima angka tenaga kerja dan tanggal pengirimannya.',
    ]),
    said: [],
  },
  {
    name: 'a sentence reworded, its marker lost',
    ...edit('paste.md', [
      'Setiap bupati diberi tahu berapa tenaga yang harus ia kirim, dan pada hari apa.[238]',
      'Para bupati menerima angka tenaga kerja dan tanggal pengirimannya.',
    ]),
    said: [
      'paste.md:5:104 warning `[238]` was lost where the words by `dan` were written anew, expected it among them',
    ],
    also: [
      'paste.md:3:88 warning 12 markers from `[234]` to `[246]` have no entry in this document, expected a list of them series-entries',
    ],
  },
  {
    name: 'two markers have changed places',
    ...edit('paste.md', ...swap('[241]', '[242]')),
    said: [],
    also: [
      'paste.md:7:112 error `[241]` is first cited after `[242]`, expected numbers in the order of their first citation marker-order',
    ],
  },
  {
    name: 'a marker moved to another paragraph',
    ...edit('paste.md', ['[236]', ''], ['bambu.[242]', 'bambu.[242][236]']),
    said: ['paste.md:7:117 error `[236]` has moved to another paragraph, expected it behind its words'],
  },
  {
    name: 'converted to superscripts',
    ...edit('paste.md', [/\[(\d+)\]/g, (_, number) => `<sup>${number}</sup>`]),
    said: [],
  },
  {
    name: 'a space in front of a marker',
    ...edit('paste.md', ['terdekat dan', 'terdekat, dan'], ['.[241]', '. [241]']),
    said: [],
    also: ['paste.md:7:63 error White space stands before `[241]`, expected none marker-spacing'],
  },
  {
    name: 'a marker mistyped',
    ...edit('paste.md', ['[240]', '[204]']),
    said: [],
    also: [
      'paste.md:5:255 error `[204]` is first cited after `[239]`, expected numbers in the order of their first citation marker-order',
      'paste.md:5:255 info The numbers start at `[204]`, expected 1 series-start',
      'paste.md:7:61 error 240 is missing before `[241]`, expected numbers without a gap marker-gap',
    ],
  },
  {
    name: 'a bracket broken',
    ...edit('paste.md', ['[240]', '[240']),
    said: [],
    also: ['paste.md:5:255 error `[240` has a wrong or a lost bracket, expected `[240]` marker-malformed'],
  },
  {
    name: 'translated to English',
    files: {
      'paste.md': `# The coast road

The new governor came ashore early in that year with two orders from home.[234] He was to strengthen the defence of the island, and the island itself was to pay for it.[235] A letter from one end of the island to the other took almost a month.[236]

The road was built by people who had no choice.[237] Each regent was told how many hands he had to send, and on which day.[238] Who was late lost his office.[239] Districts far away were asked for rice, timber and buffaloes.[240]

Stones were taken from the nearest river and carried up the hill.[241] The engineers marked the line with bamboo.[242] In the swamps, logs were sunk first.[243]

In the next rains two bridges were swept away.[244] Both were built again, this time of iron.[245] Since then the horse post has run all year.[246]
`,
    },
    said: [],
  },
  {
    name: 'translated to English, two markers lost',
    files: {
      'paste.md': `# The coast road

The new governor came ashore early in that year with two orders from home.[234] He was to strengthen the defence of the island, and the island itself was to pay for it.[235] A letter from one end of the island to the other took almost a month.[236]

The road was built by people who had no choice.[237] Each regent was told how many hands he had to send, and on which day. Who was late lost his office.[239] Districts far away were asked for rice, timber and buffaloes.[240]

Stones were taken from the nearest river and carried up the hill.[241] The engineers marked the line with bamboo.[242] In the swamps, logs were sunk first.[243]

In the next rains two bridges were swept away.[244] Both were built again, this time of iron. Since then the horse post has run all year.[246]
`,
    },
    said: [
      'paste.md:5:41 warning `[238]` was lost where the words by `choice` were written anew, expected it among them',
      'paste.md:9:42 warning `[245]` was lost where the words by `away` were written anew, expected it among them',
    ],
    also: [
      'paste.md:3:75 warning 11 markers from `[234]` to `[246]` have no entry in this document, expected a list of them series-entries',
    ],
  },
]
