import { join, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { statOf } from '../project/stat.ts'
import type { ProjectOptions } from '../project/visit.ts'
import { printable } from '../reporters/terminal.ts'
import type { Values } from './args.ts'
import type { World } from './streams.ts'

/** What the command line says about files and configuration. */
export async function projectOptions(values: Values, world: World): Promise<ProjectOptions> {
  if (values.config !== undefined && values['no-config']) {
    throw new UsageError('--config and --no-config exclude each other, expected one of them')
  }
  return {
    cwd: world.cwd,
    change: await requestedChange(values, world),
    config: values['no-config'] ? false : values.config,
    commandLine: await commandLine(values),
    plugins: !values['no-plugins'],
    inlineConfig: !values['no-inline-config'],
    ignore: !values['no-ignore'],
    ignorePath: values['ignore-path'],
    errorOnUnmatchedPattern: !values['no-error-on-unmatched-pattern'],
    reader: readerOf(values.reader),
    cache: readCacheOptions(values, world.cwd),
    concurrency: readConcurrency(values.concurrency),
    onIgnored({ path, reason }) {
      if (values['no-warn-ignored']) return
      const note = `${printable(path)} is not checked: ${printable(reason)} (--no-ignore checks it)`
      world.stderr.write(`footlint: note: ${note}\n`)
    },
  }
}

function readerOf(value: string | undefined): ProjectOptions['reader'] {
  if (value === undefined || value === 'segments' || value === 'whole') return value
  throw new UsageError(`--reader is \`${printable(value)}\`, expected \`segments\` or \`whole\``)
}

/** Asks git, where the command line asks for a change. */
async function requestedChange(values: Values, { cwd, env }: World): Promise<ProjectOptions['change']> {
  const { staged, 'changed-since': changedSince } = values
  if (!staged && changedSince === undefined) return undefined
  if (staged && values.fix) {
    throw new UsageError('--fix writes files, and --staged is about the index, expected one of them', {
      hint: '`footlint --fix` with the names of the files, then `git add`; --diff shows what it would change in the index',
    })
  }
  const { findChange } = await import('../project/change.ts')
  // While git is at work, what comes next can be loaded.
  const [change] = await Promise.all([
    findChange({ staged, changedSince }, cwd, env),
    import('../project/discover-changed.ts'),
    import('../project/lint-change.ts'),
    import('../project/users.ts'),
  ])
  return change
}

async function commandLine(values: Values): Promise<ProjectOptions['commandLine']> {
  const unusedDirectives = values['report-unused-disable-directives-severity']
  if (values.rule === undefined && unusedDirectives === undefined) return undefined
  const { commandLineLayer } = await import('../config/command-line.ts')
  return commandLineLayer({ rules: values.rule, unusedDirectives })
}

function readCacheOptions(values: Values, cwd: string): ProjectOptions['cache'] {
  const { 'cache-strategy': strategy = 'content', 'cache-location': location } = values
  if (!values.cache) {
    const given = (['cache-location', 'cache-strategy'] as const).find((name) => values[name] !== undefined)
    if (given !== undefined) throw new UsageError(`--${given} is about the cache, expected --cache with it`)
    return undefined
  }
  if (strategy !== 'content' && strategy !== 'metadata')
    throw new UsageError(`--cache-strategy ${strategy}, expected content or metadata`)
  const file = resolve(cwd, location ?? '.')
  const isFolder = location === undefined || /[\\/]$/.test(location) || statOf(file)?.isDirectory()
  return { file: isFolder ? join(file, '.footlintcache') : file, strategy }
}

function readConcurrency(text = 'auto'): ProjectOptions['concurrency'] {
  if (text === 'auto' || text === 'off') return text
  const count = Number(text)
  if (/^\d{1,3}$/.test(text) && count > 0) return count
  throw new UsageError(`--concurrency ${text}, expected auto, off or a number from 1 to 999`)
}
