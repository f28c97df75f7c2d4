import { WriteError } from '../errors.ts'
import type { FileResult, Run } from '../finding.ts'
import { fixSource } from '../fix/rounds.ts'
import type { Fixed } from '../fix/rounds.ts'
import { lintSource } from '../lint.ts'
import type { Source } from '../source.ts'
import { version } from '../version.ts'
import { heedSignals } from './signals.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { ProjectOptions, Visit } from './visit.ts'
import { replaceSource } from './write.ts'

/** One document before and after. */
export interface FixedFile {
  readonly before: Source
  readonly fixed: Fixed
}

/** A run over documents that were fixed: what is left to find in them, and what was done. */
export interface FixRun {
  readonly run: Run
  readonly files: readonly FixedFile[]
}

export interface FixFilesOptions extends ProjectOptions {
  /** Unsafe fixes too. */
  readonly unsafe: boolean
  /** Whether files are written. */
  readonly write: boolean
}

/** Fixes files, folders and globs. */
export async function fixFiles(patterns: readonly string[], options: FixFilesOptions): Promise<FixRun> {
  const cwd = options.cwd ?? process.cwd()
  const signals = options.write ? heedSignals() : undefined
  const write = options.write ? (before: Source, text: string) => replaceSource(before, text, cwd) : undefined
  const { visit, finish } = collector(options, write, signals?.giveWay)
  try {
    return finish(await visitFiles(patterns, options, visit))
  } finally {
    signals?.end()
  }
}

/** Fixes one document that is no file. */
export async function fixBytes(path: string, bytes: Buffer, options: FixFilesOptions): Promise<FixRun> {
  const { visit, finish } = collector(options)
  return finish(await visitBytes(path, bytes, options, visit))
}

function collector(
  { unsafe }: FixFilesOptions,
  write?: (before: Source, text: string) => void,
  giveWay?: () => Promise<void>,
): { readonly visit: Visit; readonly finish: (failures: Run['failures']) => FixRun } {
  const results: FileResult[] = []
  const files: FixedFile[] = []
  const visit: Visit = async (source, { settings }, read) => {
    const fixed = fixSource(source, settings, { unsafe, read })
    try {
      if (fixed.result.source.text !== source.text) write?.(source, fixed.result.source.text)
    } catch (error) {
      // The findings of the text that is still there.
      if (error instanceof WriteError) results.push(lintSource(source, settings, read))
      throw error
    }
    results.push(fixed.result)
    files.push({ before: source, fixed })
    await giveWay?.()
  }
  return { visit, finish: (failures) => ({ run: { version, files: results, failures }, files }) }
}
