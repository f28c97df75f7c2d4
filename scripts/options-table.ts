import { toJsonSchema } from '@valibot/to-json-schema'
import type { Rule } from '../src/rule.ts'
import { renderTable } from './generated.ts'

/** The parts of JSON Schema that the options of rules are made of. */
interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly default?: unknown
  readonly description?: string
}

/** The options of a rule as rows of its page, read from the schema that checks them. */
export function renderOptionsTable(rule: Rule): string {
  const schema = toJsonSchema(rule.options, { typeMode: 'input', errorMode: 'ignore' }) as Schema
  const options = Object.entries(schema.properties ?? {})
  if (options.length === 0) return 'This rule has no options.'
  return renderTable(
    ['option', 'type', 'default', 'meaning'],
    options.map(([name, option]) => [
      code(name),
      typeOf(option),
      option.default === undefined ? '' : code(JSON.stringify(option.default)),
      option.description ?? '',
    ]),
  )
}

function typeOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.enum) return schema.enum.map((value) => code(JSON.stringify(value))).join(' or ')
  if ('const' in schema) return code(JSON.stringify(schema.const))
  if (schema.type === 'array' && schema.items) return `list of ${typeOf(schema.items)}`
  return schema.type ?? 'anything'
}

const code = (text: string) => `\`${text}\``
