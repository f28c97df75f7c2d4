import { isAbsolute, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Reporter } from '../finding.ts'
import { nearest } from '../nearest.ts'
import { isReporterName, reporterLoaders, reporterNames } from '../reporters/index.ts'
import type { Values } from './args.ts'

/** The reporter that `--format` names, to be loaded when there is something to report: one of ours, or a module by its path. */
export function readFormat(values: Values, cwd: string): () => Promise<Reporter> {
  const name = values.format ?? 'pretty'
  if (isReporterName(name)) return reporterLoaders[name]
  if (isPath(name)) {
    if (values['no-plugins']) {
      throw new UsageError(`--format ${name}: runs code, which --no-plugins forbids`, {
        hint: `Use one of the formats ${reporterNames.join(', ')}, or leave --no-plugins out`,
      })
    }
    return async () => (await import('./own-reporter.ts')).loadReporter(resolve(cwd, name), cwd)
  }
  throw unknownFormat(name)
}

function unknownFormat(name: string): UsageError {
  const meant = nearest(name, reporterNames)
  const isModule = /\.[cm]?[jt]s$/.test(name)
  return new UsageError(
    `unknown format ${name}, ${meant === undefined ? `expected ${reporterNames.join(', ')}` : `did you mean ${meant}?`}`,
    { hint: isModule ? `A reporter of your own is a path: --format ./${name}` : undefined },
  )
}

const isPath = (name: string) => /^\.{1,2}[\\/]/.test(name) || isAbsolute(name)
