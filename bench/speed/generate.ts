import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A folder of documents, with how many of a hundred of them hold markers. */
export interface Shape {
  readonly files: number
  /** Paragraphs of a file, on average. */
  readonly paragraphs: number
  readonly marked: number
}

/** Folders like those that people have: a handful, documentation, documentation with notes, essays full of notes, an archive; and one file. */
export const shapes: Readonly<Record<string, Shape>> = {
  TINY: { files: 1, paragraphs: 1, marked: 100 },
  SMALL: { files: 50, paragraphs: 40, marked: 15 },
  MID: { files: 1600, paragraphs: 45, marked: 20 },
  MIDFN: { files: 2300, paragraphs: 40, marked: 30 },
  DENSE: { files: 390, paragraphs: 75, marked: 100 },
  LARGE: { files: 16_000, paragraphs: 33, marked: 13 },
  ONE10: { files: 1, paragraphs: 33_000, marked: 100 },
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words =
  'the harbour was dredged in spring and nobody had asked pilots what they thought of it since board kept minutes of every meeting but lost those about tolls lamps ropes coal sand wages tides quay'.split(
    ' ',
  )

/** Writes a folder; the same one for the same shape. */
export function writeFolder(folder: string, { files, paragraphs, marked }: Shape): void {
  const random = createRandom(files * 1000 + paragraphs)
  for (let index = 0; index < files; index++) {
    const path = join(folder, String(index % 40), `${index}.md`)
    mkdirSync(dirname(path), { recursive: true })
    const size = Math.max(1, Math.round(paragraphs * (0.3 + 1.4 * random())))
    writeFileSync(path, documentOf(size, random() * 100 < marked, random))
  }
}

/** One document of so many paragraphs, with headings, lists, code and tables between them. */
export function documentOf(paragraphs: number, isMarked: boolean, random: () => number): string {
  const parts = ['# Harbours\n']
  const slips = slipsIn(paragraphs, random)
  let notes = 0
  for (let index = 0; index < paragraphs; index++) {
    const kind = random()
    const hasNote = isMarked && holdsProse(kind) && random() < 0.3
    if (hasNote) notes++
    const isForgotten = hasNote && index >= slips[0]!
    if (isForgotten) slips.shift()
    parts.push(partOf(kind, random, hasNote && !isForgotten ? `[^${notes}]` : ''))
  }
  for (let note = 1; note <= notes; note++) parts.push(`[^${note}]: ${sentence(random)}\n`)
  return parts.join('\n')
}

/** Of 181 documents with notes in public repositories, 41 had something to report; what is longer than an essay counts as several. */
const mistaken = 41 / 181
const essay = 75

/** The paragraphs from which on the next marker is forgotten. */
function slipsIn(paragraphs: number, random: () => number): number[] {
  const essays = Math.max(1, Math.round(paragraphs / essay))
  const starts = Array.from({ length: essays }, (_, index) => ((index + random() / 2) * paragraphs) / essays)
  return starts.filter(() => random() < mistaken)
}

const holdsProse = (kind: number): boolean => kind >= 0.18 && (kind < 0.3 || kind >= 0.33)

function partOf(kind: number, random: () => number, note: string): string {
  const prose = `${sentence(random)} ${sentence(random)}${note} ${sentence(random)}`
  if (kind < 0.08) return `## ${sentence(random).slice(0, 30).trim()}\n`
  if (kind < 0.18) return `\`\`\`js\nconst ${pick(random)} = list[0] // ${sentence(random)}\n\`\`\`\n`
  if (kind < 0.3) return `- ${prose}\n- ${sentence(random)}\n- [${pick(random)}](https://example.org/${pick(random)})\n`
  if (kind < 0.33)
    return `| ${pick(random)} | ${pick(random)} |\n| --- | --- |\n| ${pick(random)} | \`${pick(random)}\` |\n`
  return kind < 0.5 ? `> ${prose}\n` : `${prose} See [${pick(random)}](https://example.org/a_b), *${pick(random)}*.\n`
}

const pick = (random: () => number): string => words[Math.floor(random() * words.length)]!

function sentence(random: () => number): string {
  const length = 8 + Math.floor(random() * 14)
  const said = Array.from({ length }, () => pick(random)).join(' ')
  return `${said[0]!.toUpperCase()}${said.slice(1)}.`
}
