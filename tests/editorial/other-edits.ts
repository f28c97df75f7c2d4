import { articles } from './articles.ts'
import { changed, edit } from './edits.ts'
import type { Edit } from './edits.ts'

const withoutNote = (label: string) => [new RegExp(`\\n\\[\\^${label}\\]: .*\\n`), ''] as const
const withoutRecord = (key: string) => [new RegExp(`@book\\{${key},[^@]*`), ''] as const

/** Edits of an article whose list Markdown numbers: its numbers change by themselves. */
export const orderedEdits: readonly Edit[] = [
  {
    name: 'an item deleted',
    ...edit('ordered.md', ['3. Bills of the rope maker.\n', '']),
    said: ['ordered.md:3:125 error `[3]` has lost its entry, expected one'],
  },
  {
    name: 'an item deleted, the numbers left to the renderer',
    ...edit(
      'ordered.md',
      ['3. Bills of the rope maker.\n', ''],
      ['4. Mem', '3. Mem'],
      ['5. Min', '4. Min'],
      ['6. A', '5. A'],
    ),
    said: [
      'ordered.md:3:125 error From `[3]` on, 4 markers lead to other entries than before, this one to “Memories of a herdsman.”, expected “Bills of the rope maker.”',
    ],
  },
  {
    name: 'an item put in',
    ...edit(
      'ordered.md',
      ['3. Bills', '3. Wills of two ferrymen.\n4. Bills'],
      ['4. Mem', '5. Mem'],
      ['5. Min', '6. Min'],
      ['6. A', '7. A'],
    ),
    said: [
      'ordered.md:3:125 error From `[3]` on, 4 markers lead to other entries than before, this one to “Wills of two ferrymen.”, expected “Bills of the rope maker.”',
    ],
  },
  {
    name: 'an item put in with its sentence, all renumbered',
    ...edit(
      'ordered.md',
      ['6. A', '7. A'],
      ['5. Min', '6. Min'],
      ['4. Mem', '5. Mem'],
      ['3. Bills', '3. Wills of two ferrymen.\n4. Bills'],
      ['[6]', '[7]'],
      ['[5]', '[6]'],
      ['[4]', '[5]'],
      ['[3]', '[4]'],
      ['current.[2]', 'current.[2] The ferrymen left it to their sons.[3]'],
    ),
    said: [],
  },
  {
    name: 'an item reworded',
    ...edit('ordered.md', ['Memories of a herdsman.', 'Memories of a herdsman, written down by his daughter.']),
    said: [],
  },
  {
    name: 'the numbers made links to notes',
    ...edit(
      'ordered.md',
      [/\[(\d)\]/g, (_, number) => `[^${number}]`],
      [/^(\d)\. /gm, (_, number) => `[^${number}]: `],
    ),
    said: [],
  },
]

/** Edits of an article with footnotes. */
export const noteEdits: readonly Edit[] = [
  {
    name: 'a note deleted',
    ...edit('notes.md', withoutNote('fish')),
    said: ['notes.md:3:199 error `[^fish]` has lost its entry, expected one'],
  },
  {
    name: 'a note deleted with its marker',
    ...edit('notes.md', withoutNote('fish'), ['[^fish]', '']),
    said: ['notes.md:3:195 info `[^fish]` by `wet` went together with what they led to'],
  },
  {
    name: 'a marker deleted',
    ...edit('notes.md', ['kept wet.[^fish]', 'kept wet.']),
    said: ['notes.md:3:195 error `[^fish]` is gone from its place by `wet`, expected it as before the edit'],
  },
  {
    name: 'a sentence deleted with its note',
    ...edit(
      'notes.md',
      [' Fish was sold under the trees, since it had to be kept wet.[^fish]', ''],
      withoutNote('fish'),
    ),
    said: ['notes.md:3:127 info `[^fish]` went with the words that stood by `yard`'],
  },
  {
    name: 'a sentence deleted without its note',
    ...edit('notes.md', [' Fish was sold under the trees, since it had to be kept wet.[^fish]', '']),
    said: ['notes.md:13:1 warning `[^fish]` has lost its last marker, expected one, or no entry'],
  },
  { name: 'a note renamed', ...edit('notes.md', [/\[\^fish\]/g, '[^fishwives]']), said: [] },
  {
    name: 'a note renamed at its marker alone',
    ...edit('notes.md', ['wet.[^fish]', 'wet.[^fishwives]']),
    said: [],
    also: ['notes.md:3:199 error `[^fishwives]` has no entry, did you mean `[^fish]`? marker-undefined'],
  },
  {
    name: 'a note written anew',
    ...edit('notes.md', ['Petition of the fishwives.', 'See the council papers, bundle nine.']),
    said: [],
  },
  { name: 'notes numbered', files: { 'notes.md': numbered() }, said: [] },
  {
    name: 'two notes have changed their words',
    ...edit(
      'notes.md',
      ['Waybills of the canal company.', '\u0001'],
      ['Told by the caretaker.', 'Waybills of the canal company.'],
      ['\u0001', 'Told by the caretaker.'],
    ),
    said: [
      'notes.md:7:131 error From `[^iron]` on, 2 markers lead to other entries than before, this one to “Told by the caretaker.”, expected “Waybills of the canal company.”',
    ],
  },
  {
    name: 'a note put in its place',
    ...edit(
      'notes.md',
      ['dray ran into it.[^dray]', 'dray ran into it.^[Told by the caretaker.]'],
      withoutNote('dray'),
    ),
    said: [],
  },
  {
    name: 'the text about the council moved up, a sentence reworded',
    ...edit(
      'notes.md',
      [/(Before the hall[^\n]*)\n\n(The council[^\n]*)/, '$2\n\n$1'],
      [
        'A merchant offered to build one for nothing, if he might let the stalls for thirty years.',
        'One merchant would have built it free of charge in return for the rents of thirty years.',
      ],
    ),
    said: [],
  },
  {
    name: 'one paragraph in place of two, without the markers of the first',
    ...edit('notes.md', [
      'Before the hall there was a square with a pump.[^pump] Farmers came on Tuesdays and Fridays, and paid for their places by the yard.[^yard] Fish was sold under the trees, since it had to be kept wet.[^fish]\n\nThe council',
      'The council',
    ]),
    said: [
      'notes.md:7:1 warning 3 entries from `[^pump]` on have lost their last markers, expected markers, or no entries',
    ],
  },
]

function numbered(): string {
  const labels = [...articles['notes.md'].matchAll(/^\[\^(\w+)\]:/gm)].map(([, label]) => label!)
  return articles['notes.md'].replace(/\[\^(\w+)\]/g, (_, label: string) => `[^${labels.indexOf(label) + 1}]`)
}

/** Edits of an article with keys, and of its bibliography. */
export const keyEdits: readonly Edit[] = [
  {
    name: 'a key deleted',
    ...edit('keys.md', [' [@berg1967]', '']),
    said: ['keys.md:9:35 error `[@berg1967]` is gone from its place by `wood`, expected it as before the edit'],
  },
  {
    name: 'one key of several deleted',
    ...edit('keys.md', ['; @moor1954', '']),
    said: ['keys.md:7:170 error `@moor1954` is gone from its place by `them`, expected it as before the edit'],
  },
  {
    name: 'a sentence deleted',
    ...edit('keys.md', ['Straw was tried, and nettles, and wood [@berg1967]. ', '']),
    said: ['keys.md:9:1 info `[@berg1967]` went with the words that stood by `Wood`'],
  },
  {
    name: 'a key replaced',
    ...edit('keys.md', ['[@berg1967]', '[@voss1990]']),
    said: ['keys.md:9:40 info `[@voss1990]` took the place of `[@berg1967]`'],
  },
  {
    name: 'a key renamed in text and bibliography',
    files: {
      'keys.md': changed('keys.md', [/lind1932/g, 'lindh1932']),
      'works.bib': changed('works.bib', ['{lind1932,', '{lindh1932,']),
    },
    said: [],
  },
  {
    name: 'a record deleted',
    files: { 'works.bib': changed('works.bib', withoutRecord('berg1967')) },
    said: [],
    also: ['keys.md:9:40 error `[@berg1967]` has no entry, expected one marker-undefined'],
  },
  {
    name: 'a record that nobody cites deleted',
    files: { 'works.bib': changed('works.bib', withoutRecord('voss1990')) },
    said: [],
  },
  {
    name: 'a record deleted with its citation',
    files: {
      'works.bib': changed('works.bib', withoutRecord('berg1967')),
      'keys.md': changed('keys.md', [' [@berg1967]', '']),
    },
    said: ['keys.md:9:35 info `[@berg1967]` by `wood` went together with what they led to'],
  },
  {
    name: 'two paragraphs have changed places',
    ...edit('keys.md', [/(Paper was[^\n]*)\n\n(Straw[^\n]*)/, '$2\n\n$1']),
    said: [],
  },
  {
    name: 'a new source',
    ...edit('keys.md', ['parliaments [@dahl1978].', 'parliaments [@dahl1978; @voss1990].']),
    said: [],
  },
]
