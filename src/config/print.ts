import type { Resolution } from './resolve.ts'

/**
 * What `--print-config` prints: JSON with all that applies to a document, each value with its origin.
 *
 * - `layers`: what was combined, the weakest first
 * - `rules`: every rule that exists, in the order in which they run; `options` with all defaults filled in. A rule that
 *   is off has the options that were configured for it, if any; `fixes` where it was configured
 * - `origin`: `default`, `preset <name>`, `command line: <place>` or `<file>: <place>`
 */
export function printConfig(path: string, { trace }: Resolution): string {
  const rules = trace.rules.map(({ rule, severity, options, fixes }) => [
    rule.id,
    { severity, options, ...(fixes && { fixes }) },
  ])
  const { layers, directives, language, format, bibliography, project, notations } = trace
  const whole = {
    path,
    layers,
    language: { ...language, value: language.value ?? null },
    format: { ...format, value: format.value ?? null },
    bibliography: { ...bibliography, value: bibliography.value?.paths ?? null },
    project: { ...project, value: project.value ?? null },
    directives,
    notations,
    rules: Object.fromEntries(rules) as unknown,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
