import { resolveSettings } from '../../src/config/resolve.ts'
import { readerFor } from '../../src/document/formats/index.ts'
import type { Document, Reader } from '../../src/document/document.ts'
import { readDocument } from '../../src/document/read.ts'
import type { Finding } from '../../src/finding.ts'
import { lintSource } from '../../src/lint.ts'
import { createSource, positionAt } from '../../src/source.ts'
import type { FormatName } from '../../src/source.ts'
import type { Sample } from './documents/documents.ts'
import { injectors } from './faults.ts'
import type { Mutant } from './mutant.ts'

/** What the linter says of one mutant. */
export interface Verdict {
  readonly fault: string
  readonly found: boolean
  readonly more: boolean
  /** Where it was missed, or something else was found too. */
  readonly complaint: string | undefined
}

/** Judges up to so many mutants of each kind from one document; nothing where the document itself is not clean. */
export type Judge = (sample: Sample, each: number) => Verdict[] | undefined

const formats: readonly FormatName[] = ['html', 'mdx', 'quarto', 'org', 'latex', 'notebook']

export async function createJudge(): Promise<Judge> {
  const readers = new Map<FormatName, Reader>()
  for (const format of formats) readers.set(format, (await readerFor(createSource('', '', { format })))!)
  return ({ path, text }, each) => {
    const lint = (mutant: string) => findings(path, mutant, readers)
    if (lint(text).some(isFault)) return undefined
    const source = createSource(path, text)
    const document = readDocument(source, readers.get(source.format))
    return chosen(document, each).map((mutant) => judge(path, mutant, lint(mutant.text).filter(isFault)))
  }
}

/** That an excerpt has no list is no fault of the excerpt; it is said of each of them. */
const isFault = ({ rule }: Finding) => rule !== 'series-entries'

/** What is only an info is no fault, and may stay. */
function findings(path: string, text: string, readers: ReadonlyMap<FormatName, Reader>): Finding[] {
  const source = createSource(path, text)
  const all = lintSource(source, resolveSettings(path, {}).settings, readers.get(source.format)).findings
  return all.filter((finding) => finding.severity !== 'info')
}

/** As many of each kind, spread over the document. */
function chosen(document: Document, each: number): Mutant[] {
  const groups = new Map<string, Mutant[]>()
  for (const inject of injectors) {
    for (const mutant of inject(document)) {
      const group = groups.get(mutant.fault)
      if (group) group.push(mutant)
      else groups.set(mutant.fault, [mutant])
    }
  }
  return [...groups.values()].flatMap((group) => {
    const step = Math.max(1, group.length / each)
    return Array.from({ length: Math.min(each, group.length) }, (_, index) => group[Math.floor(index * step)]!)
  })
}

function judge(path: string, { fault, text, spots }: Mutant, all: readonly Finding[]): Verdict {
  const found = all.some(({ rule, range }) =>
    spots.some(({ rule: wanted, place }) => rule === wanted && range.start < place.end && place.start < range.end),
  )
  const more = all.length > 1
  if (found && !more) return { fault, found, more, complaint: undefined }
  const source = createSource(path, text)
  const { place } = spots[0]!
  const { line, column } = positionAt(source, place.start)
  const context = JSON.stringify(text.slice(Math.max(0, place.start - 50), place.end + 30))
  const got = all
    .slice(0, 3)
    .map(({ rule, message, range }) => `${positionAt(source, range.start).line} ${rule}: ${message}`)
  const complaint = `${path}:${line}:${column} ${fault} ${context}\n    ${found ? 'also' : 'missed'}: ${got.join(' | ')}`
  return { fault, found, more, complaint }
}
