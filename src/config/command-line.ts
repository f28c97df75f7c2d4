import { UsageError } from '../errors.ts'
import { meant } from './issue.ts'
import type { Layer } from './layer.ts'
import { severityNames } from './schema.ts'
import type { Config, ConfiguredSeverity } from './schema.ts'

/** What the command line says about the configuration, as the layer that wins over all others. */
export function commandLineLayer(options: {
  /** Values of `--rule`: `marker-gap:off`. */
  readonly rules?: readonly string[] | undefined
  /** Value of `--report-unused-disable-directives-severity`. */
  readonly unusedDirectives?: string | undefined
}): Layer {
  const rules = Object.fromEntries((options.rules ?? []).map(parseRule))
  const { unusedDirectives } = options
  const config: Config =
    unusedDirectives === undefined
      ? { rules }
      : { rules, directives: { unused: severityOf(unusedDirectives, '--report-unused-disable-directives-severity') } }
  return { name: 'command line', place: [], folder: undefined, config }
}

function parseRule(value: string): [string, ConfiguredSeverity] {
  const colon = value.lastIndexOf(':')
  if (colon < 1) throw new UsageError(`--rule ${value}: expected <rule>:<severity>, such as marker-gap:off`)
  return [value.slice(0, colon), severityOf(value.slice(colon + 1), `--rule ${value}`)]
}

function severityOf(word: string, flag: string): ConfiguredSeverity {
  const severity = severityNames.find((name) => name === word)
  if (severity) return severity
  const guess = meant(word, severityNames)
  throw new UsageError(`${flag}: expected one of ${severityNames.join(', ')}, found ${JSON.stringify(word)}${guess}`)
}
