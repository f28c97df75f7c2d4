import type { Range } from '../src/source.ts'

/** A text without a fault, taken apart without the linter's help. */
export interface CleanDocument {
  readonly name: 'listed' | 'numbered' | 'noted' | 'unlisted'
  readonly text: string
  readonly markers: readonly Numbered[]
  readonly entries: readonly EntryLine[]
}

interface Numbered extends Range {
  readonly number: number
  readonly text: string
}

/** A whole line with its line end; `label` is `[2]`, `2.` or `[^2]`. */
export interface EntryLine extends Numbered {
  readonly label: string
}

/** `[1]` is cited twice, and `[6]` and `[7]` stand together. */
const harbour = `# The harbour

The harbour was dredged in spring.[1] The pilots had asked for it,[2] and the board paid.[3] The guild, which had
promised a share, paid nothing.[4] Nobody complained at the time.[1]

The sand was brought to the quay.[5] Some of it was sold,[6][7] and the rest was carried back by the first storm.[8] The
clerk wrote it down as a loss.[9] A second harbour was planned,[10] drawn,[11] and never built.[12]
`

const sources = [
  'Minutes of the harbour board, 1871.',
  'Letters of the pilots to the mayor.',
  'Accounts of the board for the year.',
  'Accounts of the guild.',
  'Reports of the engineer.',
  'Advertisements in the daily paper.',
  'Receipts of the auctioneer.',
  'The log of the lighthouse.',
  "The clerk's ledger.",
  'Plans in the town archive.',
  "Drawings by the engineer's son.",
  'A history of the coast.',
]

const listOf = (line: (source: string, number: number) => string) =>
  sources.map((source, index) => line(source, index + 1)).join('')

const road = `# The road

The road was begun in May.[234] It was to reach the coast by the autumn,[235] and the regents were asked for men.[236]
They sent fewer than were asked for.[237]

The stones came from the river.[238] Some were too large,[239] and others were stolen at night.[240] The engineer
complained to the governor.[241] A second road was planned,[242] drawn,[243] and never built.[244]
`

const listed = `\n## References\n${listOf((source, number) => `\n[${number}] ${source}\n`)}`
const numbered = `\n## References\n\n${listOf((source, number) => `${number}. ${source}\n`)}`
const noted = `\n${listOf((source, number) => `[^${number}]: ${source}\n`)}`

export const documents: readonly CleanDocument[] = [
  takeApart('listed', harbour, listed),
  takeApart('numbered', harbour, numbered),
  takeApart('noted', harbour.replaceAll('[', '[^'), noted),
  takeApart('unlisted', road, ''),
]

function takeApart(name: CleanDocument['name'], body: string, list: string): CleanDocument {
  const markers = [...body.matchAll(/\[\^?(\d+)\]/g)].map(({ 0: text, 1: digits, index }): Numbered => {
    return { text, number: Number(digits), start: index, end: index + text.length }
  })
  const entries = [...list.matchAll(/^(\[\^?(\d+)\]|(\d+)\.).*\n/gm)].map(
    ({ 0: text, 1: label, 2: one, 3: other, index }) => {
      const start = body.length + index
      return { text, label: label!, number: Number(one ?? other), start, end: start + text.length }
    },
  )
  return { name, text: body + list, markers, entries }
}
