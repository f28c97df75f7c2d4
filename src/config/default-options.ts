import * as v from 'valibot'
import { ConfigError } from '../errors.ts'
import type { Rule } from '../rule.ts'

/** The options of a rule for which nobody configured any. The bundle has a table of them, see scripts/default-options.js. */
export function defaultOptions(rule: Rule): object {
  const result = v.safeParse(rule.options, {})
  if (result.success) return result.output
  throw new ConfigError(`rules.${rule.id}: the rule has no default options, expected [severity, options]`)
}
