import { rules } from '../../../rules/index.ts'
import type { Config } from '../schema.ts'

const harder = { off: 'off', error: 'error', warning: 'error', info: 'warning' } as const

/** Every rule, one step harder than `recommended`. */
export const strict: Config = {
  rules: Object.fromEntries(rules.map((rule) => [rule.id, harder[rule.recommended]])),
}
