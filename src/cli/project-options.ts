import { UsageError } from '../errors.ts'
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
    onIgnored({ path, reason }) {
      if (values['no-warn-ignored']) return
      const note = `${printable(path)} is not checked: ${printable(reason)} (--no-ignore checks it)`
      world.stderr.write(`footlint: note: ${note}\n`)
    },
  }
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
