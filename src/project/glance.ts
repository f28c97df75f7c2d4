import type { Resolution } from '../config/resolve.ts'
import { namingLength } from '../document/named.ts'
import type { FileResult } from '../finding.ts'
import type { Source } from '../source.ts'
import { mayCite } from './project-names.ts'
import { lookAt } from './look.ts'
import type { Stopwatch } from './stopwatch.ts'

interface Around {
  readonly stopwatch: Stopwatch
  /** Whether there may be a project around a path that names bibliographies. */
  readonly isInProject: (path: string) => boolean
}

/**
 * The result of a source, where a look at its characters is all that it takes: no other file has a say, and there is
 * nothing to load and to wait for. So it is with most files, and most of what can be done with a file takes longer.
 */
export function glanceAt(
  source: Source,
  resolution: Resolution,
  { stopwatch, isInProject }: Around,
): FileResult | undefined {
  const { settings, bibliography } = resolution
  if (bibliography || !isByItself(source, isInProject)) return undefined
  const { result } = stopwatch.time('look', () => lookAt(source, settings))
  if (!result) return undefined
  stopwatch.count('files', 1)
  stopwatch.count('characters', source.text.length)
  return result
}

/** Whether nobody can name a bibliography for it. */
function isByItself({ format, path, text }: Source, isInProject: (path: string) => boolean): boolean {
  if (format !== 'markdown') return format === 'text'
  return namingLength(text) === 0 && (!mayCite(text) || !isInProject(path))
}
