import { dirname } from 'node:path'
import type { FileResult, Finding, Stats, Suppressed } from '../finding.ts'
import { createSource } from '../source.ts'
import type { Source } from '../source.ts'
import { readLines, writeLines } from './cache-file.ts'
import { digest, digestOf } from './effective.ts'
import { needsText, nothing, resultOfOutcome } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { createRelativePath, placeIn } from './paths.ts'
import { createProjectNames } from './project-names.ts'
import { readBytes } from './read.ts'
import { statOf } from './stat.ts'
import type { VisitedFile } from './visit.ts'
import { encodeSource } from './write.ts'

/** Where results are kept, and whether a file that has the size and the time of before is believed to be the same. */
export interface CacheOptions {
  /** Absolute. */
  readonly file: string
  readonly strategy: 'content' | 'metadata'
}

/** What a file holds, or the hash of that. */
type Content = Source | Uint8Array | string | undefined

/** What is known from earlier runs. Nothing in it may change what a run says. */
export interface Cache {
  /** What there is to say of a file, if it and its settings are as they were. */
  readonly recall: (file: VisitedFile) => Recalled | undefined | Promise<Recalled | undefined>
  /** Takes note of what came of a file; `undefined` where that depends on other files too. */
  readonly keep: (file: VisitedFile, outcome: Outcome | undefined, content: Content) => void
  /** Writes it down, if there is anything new. */
  readonly save: () => void
}

export interface Recalled {
  readonly result: FileResult
  readonly cited: readonly string[]
}

/** A document that asks whether there is a project around it. */
const citing = (path: string): Source => createSource(path, '@', { format: 'markdown' })

/** The fields of a line behind its path. */
interface Line {
  readonly settings: string
  readonly content: string
  /** Size and time of change; empty where they say nothing. */
  readonly stamp: string
  readonly outcome: string
}

interface Remembered {
  readonly key: string
  readonly line: Line
  readonly outcome: Outcome
}

export function openCache({ file: place, strategy }: CacheOptions, cwd: string): Cache {
  const lines = readLines(place)
  const own = new Map<string, string | undefined>()
  const projectNames = createProjectNames(cwd)
  const keyOf = keyer(place, cwd)
  const stampOf = strategy === 'metadata' ? stamper(cwd) : () => ''
  let isChanged = false

  function recall(file: VisitedFile): Recalled | undefined | Promise<Recalled | undefined> {
    const key = keyOf(file.path)
    const line = splitLine(lines.get(key))
    if (!line || line.settings !== digestOf(file.resolution)) return undefined
    const outcome = readOutcome(line.outcome)
    if (!outcome?.mayCite) return outcome && compare(file, { key, line, outcome })
    return projectNames(citing(file.path)).then((names) => (names ? undefined : compare(file, { key, line, outcome })))
  }

  function compare(file: VisitedFile, { key, line, outcome }: Remembered): Recalled | undefined {
    own.set(key, lines.get(key))
    const stamp = stampOf(file.path)
    if (stamp !== '' && stamp === line.stamp && !needsText(outcome)) return recalled(file, outcome)
    const bytes = bytesOf(placeIn(cwd, file.path))
    if (!bytes || digest(bytes) !== line.content) return undefined
    if (strategy === 'metadata' && stamp !== line.stamp) note(key, { ...line, stamp })
    return recalled(file, outcome, bytes)
  }

  function note(key: string, line: Line | undefined): void {
    own.set(key, line && joinLine(key, line))
    isChanged = true
  }

  return {
    recall,
    keep(file, outcome, content) {
      const key = keyOf(file.path)
      const line = outcome && !/[\t\n]/.test(key) ? newLine(file, outcome, content) : undefined
      if (line) note(key, { ...line, stamp: stampOf(file.path) })
      else if (lines.has(key)) note(key, undefined)
    },
    save: () => (isChanged ? writeLines(place, own) : undefined),
  }
}

/** Files are called as they are seen from the cache. */
function keyer(place: string, cwd: string): (path: string) => string {
  const nameOf = createRelativePath(dirname(place))
  return (path) => nameOf(placeIn(cwd, path))
}

function recalled(file: VisitedFile, outcome: Outcome, bytes?: Buffer): Recalled {
  const text = bytes && needsText(outcome) ? bytes.toString('utf8') : ''
  return { result: resultOfOutcome(file, outcome, text), cited: outcome.cited }
}

function newLine({ resolution }: VisitedFile, outcome: Outcome, of: Content): Line | undefined {
  const settings = digestOf(resolution)
  const content = typeof of === 'object' ? digest(of instanceof Uint8Array ? of : encodeSource(of)) : of
  if (settings === undefined || content === undefined) return undefined
  return { settings, content, stamp: '', outcome: writeOutcome(outcome) }
}

const joinLine = (key: string, { settings, content, stamp, outcome }: Line) =>
  [key, settings, content, stamp, outcome].join('\t')

function splitLine(text: string | undefined): Line | undefined {
  if (text === undefined) return undefined
  const [, settings = '', content = '', stamp = '', outcome = ''] = text.split('\t')
  return { settings, content, stamp, outcome }
}

type Written = readonly [Stats, readonly Finding[], readonly Suppressed[], readonly string[], boolean]

function writeOutcome(outcome: Outcome): string {
  const { stats, findings, suppressed, cited, mayCite } = outcome
  const written: Written = [stats, findings, suppressed, cited, mayCite]
  const text = JSON.stringify(written)
  return text === written0 ? '' : text
}

const written0 = JSON.stringify([nothing.stats, [], [], [], false])

function readOutcome(text: string): Outcome | undefined {
  if (text === '') return nothing
  const [stats, findings, suppressed, cited, mayCite] = JSON.parse(text) as Written
  return { stats, findings, suppressed, cited, mayCite }
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readBytes(path)
  } catch {
    return undefined
  }
}

/** So many milliseconds may lie between two changes of a file that leave it the same time. */
const granularity = 2000

/** Gives the stamps of files. Empty for one that was changed during this run, or so shortly before that another change would leave no trace. */
function stamper(cwd: string): (path: string) => string {
  const began = Date.now()
  return (path) => {
    const stats = statOf(placeIn(cwd, path))
    if (!stats || Math.max(stats.mtimeMs, stats.ctimeMs) > began - granularity) return ''
    return [stats.size, stats.mtimeMs, stats.ctimeMs].map((number) => number.toString(36)).join('-')
  }
}
