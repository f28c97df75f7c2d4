import type { Candidate, NotationChoices, Reading } from '../../document.ts'
import { findCandidates, findSlips } from '../../find.ts'
import { normalizeLabel } from '../../label.ts'
import { mayHoldResidues } from '../../residue/find.ts'
import { createLineEnds } from '../line-ends.ts'
import { createSignFinder } from '../flow/plain.ts'
import { findStructure } from '../flow/structure.ts'
import { labelsIn, openSegment, readSegment } from '../segment.ts'
import type { OpenSegment, Parse } from '../segment.ts'
import type { KnownLabels } from '../spans/spans.ts'
import type { Placed } from './place.ts'

/** A segment whose words have been read, by offsets of its own: it means the same wherever it stands. */
export interface Kept {
  readonly words: string
  /** What it defines. */
  readonly defines: readonly string[]
  readonly reading: Reading
  /** The labels that were looked up for it. Where one of them is defined or no more defined, it has to be read anew. */
  readonly asked: ReadonlySet<string>
  readonly marksFor: (notations: NotationChoices) => OwnMarks
  /** Where it stood last. */
  placed: Placed | undefined
}

/** What could count in a segment. */
export interface OwnMarks {
  readonly candidates: readonly Candidate[]
  readonly slips: readonly Candidate[]
  readonly mayHoldResidues: boolean
}

/** A segment that nobody knows the meaning of yet, since that depends on what the others define. */
export interface Opened extends Pick<Kept, 'words' | 'defines'> {
  readonly segment: OpenSegment
}

/** Link definitions and notes may have one label. */
export const linkKey = (label: string) => `[${normalizeLabel(label)}`
export const noteKey = (label: string) => `^${normalizeLabel(label)}`

/** Begins with the words of a segment. They have to be a text of their own: a slice would keep the whole that it was cut from. */
export function openWords(words: string, parse: Parse): Opened {
  const whole = { start: 0, end: words.length }
  const structure = findStructure(words, whole, createLineEnds(words))
  const segment = openSegment(words, { ...whole, structure }, { mayDefine: words.includes(']:'), parse })
  const { notes, definitions } = labelsIn(segment)
  const defines = [...definitions.map(({ label }) => linkKey(label)), ...notes.map(({ label }) => noteKey(label))]
  return { words, defines, segment }
}

/** Reads the words of a segment among others that define `known`. */
export function readWords({ words, defines, segment }: Opened, known: ReadonlySet<string>, parse: Parse): Kept {
  const asked = new Set<string>()
  const isKnown = (key: string) => {
    asked.add(key)
    return known.has(key)
  }
  const labels: KnownLabels = {
    isLink: (label) => isKnown(linkKey(label)),
    isNote: (label) => isKnown(noteKey(label)),
  }
  const reading = readSegment(words, segment, { labels, holdsSign: createSignFinder(words), parse })
  return { words, defines, reading, asked, marksFor: createMarks(reading, words), placed: undefined }
}

/** Of all that may be chosen, only whether numbers in parentheses count has to be known before anything is looked for. */
function createMarks(reading: Reading, words: string): Kept['marksFor'] {
  const found = new Map<string, OwnMarks>()
  return ({ parenthesis = 'off' }) => {
    const known = found.get(parenthesis)
    if (known) return known
    const marks = {
      candidates: findCandidates(reading, words, [], { parenthesis }),
      slips: findSlips(reading, words),
      mayHoldResidues: mayHoldResidues(reading, words),
    }
    found.set(parenthesis, marks)
    return marks
  }
}
