import type { Candidate, Mark, Marker, Notation } from './document.ts'
import type { Range } from '../source.ts'
import { characterAt, isBehindPlain, isLetter, isUnspacedScript, isWhite } from './characters.ts'
import type { ClusterObject } from './clusters/cluster.ts'
import { sourceRange } from './formats/prose.ts'

/** Objects that point at each other have to be made before they are whole; outside this folder they are read-only. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] }

export type MarkerDraft = Draft<Omit<Marker, 'mark'>> & { mark: MarkObject }

/** What of a mark its candidate does not tell. */
export interface Standing {
  readonly before: Mark['before']
  /** Where the white space before it begins, in its block's text. */
  readonly whiteAt: number
  readonly joint: Mark['joint']
  readonly inEntry: boolean
}

/** A mark in the making. There may be millions: each keeps what its candidate does not tell, and works out the rest for those who ask. */
export class MarkObject implements Mark {
  readonly candidate: Candidate
  readonly before: Mark['before']
  readonly joint: Mark['joint']
  readonly inEntry: boolean
  readonly cluster: ClusterObject
  markers: MarkerDraft[]
  readonly #whiteAt: number

  constructor(candidate: Candidate, { before, whiteAt, joint, inEntry }: Standing, cluster: ClusterObject) {
    this.candidate = candidate
    this.before = before
    this.joint = joint
    this.inEntry = inEntry
    this.cluster = cluster
    this.markers = none
    this.#whiteAt = whiteAt
  }

  get start(): number {
    return this.candidate.start
  }

  get end(): number {
    return this.candidate.end
  }

  get text(): string {
    return this.candidate.text
  }

  get notation(): Notation {
    return this.candidate.notation
  }

  get family(): Mark['family'] {
    return this.candidate.family
  }

  get block(): Mark['block'] {
    return this.candidate.block
  }

  get at(): number {
    return this.candidate.at
  }

  get to(): number {
    return this.candidate.to
  }

  get members(): Mark['members'] {
    return this.candidate.members
  }

  get malformed(): Mark['malformed'] {
    return this.candidate.malformed
  }

  get suffix(): Range | undefined {
    return this.candidate.suffix
  }

  get spaceBefore(): Range {
    const { start, block, at } = this.candidate
    return this.#whiteAt === at ? { start, end: start } : sourceRange(block, this.#whiteAt, at)
  }

  get behindSentence(): boolean {
    return isBehindSentence(this.block.text, this.#whiteAt)
  }

  get after(): Mark['after'] {
    return whatFollows(this.candidate)
  }

  get printed(): Mark['printed'] {
    return raised.has(this.notation) ? 'raised' : 'inline'
  }

  get padded(): boolean {
    const { text, notation } = this.candidate
    // The words of a note in place are set as its author likes.
    return notation !== 'inline-note' && notation !== 'citekey' && (isWhite(text[1]) || isWhite(text.at(-2)))
  }
}

const none: never[] = []

function isBehindSentence(text: string, at: number): boolean {
  if (isBehindPlain(text, at)) return false
  return text[at - 1] === '.' || /[.!?…。！？．؟।][\p{Pe}\p{Pf}"'*_]*$/u.test(text.slice(Math.max(0, at - 8), at))
}

const raised: ReadonlySet<Notation> = new Set(['superscript', 'footnote', 'inline-note'])

function whatFollows({ block, to, suffix }: Candidate): Mark['after'] {
  const next = characterAt(block.text, to + (suffix ? suffix.end - suffix.start : 0))
  if (next === undefined) return 'end'
  if (isWhite(next)) return 'space'
  return isLetter(next) && !isUnspacedScript(next) ? 'letter' : 'other'
}
