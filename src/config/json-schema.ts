import type { GenericSchema } from 'valibot'
import type { Rule } from '../rule.ts'
import { configSchema, severityNames } from './schema.ts'

/** JSON Schema, as far as it is looked at here. */
type JsonSchema = { [key: string]: unknown }

/** Turns a schema of valibot into JSON Schema (draft 7); handed in, because it is a tool of ours and not of users'. */
export type Converter = (schema: GenericSchema<any>) => object

/**
 * The schema that editors use for configuration files: what `configSchema` says, and each rule with its summary and
 * options. Rules of plugins are not known here; their ids have a `/`.
 */
export function configJsonSchema(rules: readonly Rule[], convert: Converter): JsonSchema {
  const { $schema, ...schema } = convert(configSchema) as JsonSchema & { properties: Record<string, JsonSchema> }
  const overrides = schema.properties['overrides'] as { items: { properties: Record<string, JsonSchema> } }
  const reference = { $ref: '#/definitions/rules' }
  schema.properties['rules'] = reference
  // Plugins as objects exist in JavaScript only.
  schema.properties['plugins'] = { ...schema.properties['plugins'], items: { type: 'string' } }
  overrides.items.properties['rules'] = reference
  const fixes = { ...schema.properties['fixes'], propertyNames: namesOf(rules) }
  schema.properties['fixes'] = overrides.items.properties['fixes'] = { $ref: '#/definitions/fixes' }
  return {
    $schema,
    title: 'Configuration of footlint',
    ...schema,
    definitions: { severity: { enum: severityNames }, fixes, rules: rulesSchema(rules, convert) },
  }
}

/** Rules of plugins have a `/` in their names. */
function namesOf(rules: readonly Rule[]): JsonSchema {
  return { anyOf: [{ enum: rules.map((rule) => rule.id) }, { pattern: '/' }] }
}

function rulesSchema(rules: readonly Rule[], convert: Converter): JsonSchema {
  return {
    description: 'Rules by id: a severity, options, or both',
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule, convert)])),
    patternProperties: { '/': entrySchema({ type: 'object' }) },
    additionalProperties: false,
  }
}

function ruleSchema(rule: Rule, convert: Converter): JsonSchema {
  const { $schema: _, ...options } = convert(rule.options) as JsonSchema
  return { description: `${rule.summary} (default: "${rule.recommended}")`, ...entrySchema(options) }
}

function entrySchema(options: JsonSchema): JsonSchema {
  const severity = { $ref: '#/definitions/severity' }
  return {
    anyOf: [severity, options, { type: 'array', items: [severity, options], minItems: 2, additionalItems: false }],
  }
}
