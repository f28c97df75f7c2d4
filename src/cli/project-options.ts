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

async function commandLine(values: Values): Promise<ProjectOptions['commandLine']> {
  const unusedDirectives = values['report-unused-disable-directives-severity']
  if (values.rule === undefined && unusedDirectives === undefined) return undefined
  const { commandLineLayer } = await import('../config/command-line.ts')
  return commandLineLayer({ rules: values.rule, unusedDirectives })
}
