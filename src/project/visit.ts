import { resolve } from 'node:path'
import { createConfigLoader } from '../config/load.ts'
import type { LoadOptions } from '../config/load.ts'
import type { Resolution, Resolver } from '../config/resolve.ts'
import type { Config } from '../config/schema.ts'
import { ReadError, RuleError, WriteError } from '../errors.ts'
import type { Failure } from '../finding.ts'
import type { Reader } from '../document/document.ts'
import { readerFor } from '../document/formats/index.ts'
import type { Source } from '../source.ts'
import { issuesUrl } from '../version.ts'
import { discover } from './discover.ts'
import type { IgnoredPath } from './discover.ts'
import { createIgnores } from './ignores.ts'
import { decodeSource, readSource } from './read.ts'
import type { ReadOptions } from './read.ts'

/** How files are found and configured. */
export interface ProjectOptions {
  /** Paths are relative to it; by default, the working directory of the process. */
  readonly cwd?: string
  /** A configuration, the path of one, or `false` for none; by default, the nearest file of each document. */
  readonly config?: Config | string | false | undefined
  /** What the command line says about the configuration; it wins. */
  readonly commandLine?: LoadOptions['commandLine']
  /** `false`: configuration and plugins that would run code are refused. */
  readonly plugins?: boolean
  /** `false`: directives in the text are not obeyed. */
  readonly inlineConfig?: boolean
  /** `false`: ignore files and `ignores` do not count. */
  readonly ignore?: boolean
  readonly ignorePath?: string | undefined
  /** `false`: a glob or folder without a document is no failure. */
  readonly errorOnUnmatchedPattern?: boolean
  /** Hears of every named path that is left out. */
  readonly onIgnored?: (ignored: IgnoredPath) => void
  /** Hears how many of the files are done. */
  readonly onProgress?: (done: number, total: number) => void
}

const ignoredByConfiguration = '`ignores` of the configuration'

/** Does something with a source, what is configured for it, and the reader of its format where that is not built in. */
export type Visit = (source: Source, resolution: Resolution, read: Reader | undefined) => void | Promise<void>

/** Takes every file that the patterns name, one after the other, sorted by path. A file that fails stops no other. */
export async function visitFiles(
  patterns: readonly string[],
  options: ProjectOptions,
  visit: Visit,
): Promise<readonly Failure[]> {
  const cwd = resolve(options.cwd ?? process.cwd())
  const { ignore = true, ignorePath, errorOnUnmatchedPattern = true } = options
  const found = await discover(patterns, { cwd, ignore, ignorePath, errorOnUnmatchedPattern })
  const configurationOf = await configurations(cwd, options)
  for (const ignored of found.ignored) options.onIgnored?.(ignored)
  const failures = [...found.failures]
  for (const [index, { path, explicit }] of found.files.entries()) {
    const configuration = await configurationOf(path)
    if (ignore && configuration.isIgnored(path)) {
      if (explicit) options.onIgnored?.({ path, reason: ignoredByConfiguration })
    } else {
      const resolution = configuration.resolve(path)
      const failure = await attempt(path, () => readSource(path, cwd, readOptions(resolution)), resolution, visit)
      if (failure) failures.push(failure)
    }
    options.onProgress?.(index + 1, found.files.length)
  }
  return failures
}

/** Takes the bytes of one document that came another way, under the name of a file that need not exist. */
export async function visitBytes(
  path: string,
  bytes: Buffer,
  options: ProjectOptions,
  visit: Visit,
): Promise<readonly Failure[]> {
  const cwd = resolve(options.cwd ?? process.cwd())
  const { ignore = true, ignorePath } = options
  const configuration = await (await configurations(cwd, options))(path)
  const byFile = createIgnores(cwd, ignore, ignorePath)(resolve(cwd, path), false)
  const reason = byFile ?? (ignore && configuration.isIgnored(path) ? ignoredByConfiguration : undefined)
  if (reason !== undefined) {
    options.onIgnored?.({ path, reason })
    return []
  }
  const resolution = configuration.resolve(path)
  const failure = await attempt(path, () => decodeSource(path, bytes, readOptions(resolution)), resolution, visit)
  return failure ? [failure] : []
}

/** Finds what is configured for each document. */
export async function configurations(
  cwd: string,
  options: ProjectOptions,
): Promise<(path: string) => Promise<Resolver>> {
  const { config, plugins, commandLine, inlineConfig } = options
  if (typeof config === 'object') {
    const { resolverOfValue } = await import('../value-config.ts')
    const resolver = resolverOfValue(config)
    return async () => resolver
  }
  return createConfigLoader({
    cwd,
    configFile: config === false ? undefined : config,
    noConfig: config === false,
    allowCode: plugins,
    commandLine,
    obeyDirectives: inlineConfig,
  })
}

function readOptions({ format, language }: Resolution): ReadOptions {
  return { ...(format !== undefined && { format }), ...(language !== undefined && { language }) }
}

async function attempt(
  path: string,
  take: () => Source,
  resolution: Resolution,
  visit: Visit,
): Promise<Failure | undefined> {
  try {
    const source = take()
    await visit(source, resolution, await readerFor(source.format))
    return undefined
  } catch (error) {
    if (error instanceof ReadError || error instanceof WriteError)
      return { path, message: [error.message, error.hint].filter(Boolean).join('; ') }
    return { path, message: describeCrash(error) }
  }
}

/** One line about a mistake of the program's own, with the place in its code. */
function describeCrash(error: unknown): string {
  const cause = error instanceof RuleError ? error.cause : error
  const place = cause instanceof Error ? /\n\s*at (.*)/.exec(cause.stack ?? '')?.[1] : undefined
  const where = error instanceof RuleError ? `the rule ${error.rule} broke` : 'footlint broke'
  return `${where} on this file: ${String(cause)}${place ? ` (at ${place})` : ''}; please report it: ${issuesUrl}`
}
