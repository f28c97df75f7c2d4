import { rules } from '../../../rules/index.ts'
import type { Config } from '../schema.ts'

/** Every rule at the severity it proposes, or off: what applies where nothing is configured. */
export const recommended: Config = {
  rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.recommended])),
}
