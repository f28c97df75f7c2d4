import { toJsonSchema } from '@valibot/to-json-schema'
import { rules } from '../rules/index.ts'
import { configJsonSchema } from '../src/config/json-schema.ts'

/** What schema.json has to hold. */
export function renderSchema(): string {
  const schema = configJsonSchema(rules, (one) =>
    toJsonSchema(one, { target: 'draft-07', typeMode: 'input', errorMode: 'ignore' }),
  )
  return `${JSON.stringify(schema, null, 2)}\n`
}
