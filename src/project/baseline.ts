import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import picomatch from 'picomatch/posix.js'
import { ConfigError, UsageError, WriteError } from '../errors.ts'
import { createSource } from '../source.ts'
import type { Source } from '../source.ts'
import type { BaselinePlace } from './baseline-place.ts'
import { isInside } from './coverage.ts'
import { relativePath, withSlashes } from './paths.ts'
import { createFile, replaceSource } from './write.ts'

/** The text of a baseline, as a source, so that reports can name places in it. */
export function readBaseline({ absolute, path }: BaselinePlace): Source {
  try {
    return createSource(path, readFileSync(absolute, 'utf8'))
  } catch (error) {
    throw new ConfigError(`${path}: cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

/** Replaces a baseline, or makes one, and gives it as it is then; in one step, and not over one that somebody else has written meanwhile. */
export function writeBaseline(place: BaselinePlace, before: Source | undefined, text: string, cwd: string): Source {
  try {
    if (before) replaceSource(before, text, cwd)
    else createFile(place.absolute, Buffer.from(text))
    return createSource(place.path, text)
  } catch (error) {
    if (!(error instanceof WriteError)) throw error
    throw new UsageError(`${place.path} ${error.message}`, { cause: error })
  }
}

/** Tells of a file in the baseline whether it no longer exists, though the command line asks for it. */
export function goneFiles(
  { absolute }: BaselinePlace,
  patterns: readonly string[],
  cwd: string,
): (path: string) => boolean {
  const globs = patterns.map((pattern) => picomatch([withSlashes(pattern)], { dot: true }))
  return (path) => {
    const file = resolve(dirname(absolute), path)
    const isAsked =
      patterns.some((pattern) => isInside(file, resolve(cwd, pattern))) ||
      globs.some((matches) => matches(relativePath(cwd, file)))
    return isAsked && !existsSync(file)
  }
}
