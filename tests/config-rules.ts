import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Rule } from '../src/rule.ts'

/** Rules for tests of the configuration, which must not depend on those that exist. */
export const spacing: Rule = defineRule({
  id: 'spacing',
  summary: 'Spaces have to be right',
  severity: 'error',
  options: v.strictObject({
    before: v.optional(v.picklist(['house', 'none', 'one']), 'house'),
    ignore: v.optional(v.array(v.string()), []),
    limits: v.exactOptional(v.strictObject({ most: v.pipe(v.number(), v.minValue(1)) })),
  }),
  messages: { space: 'Space before `{{marker}}`' },
  *check({ document, options, report }) {
    yield report('space', { start: 0, end: document.source.text.length }, { marker: options.before })
  },
})

export const gap: Rule = defineRule({
  id: 'gap',
  summary: 'No number may be missing',
  severity: 'info',
  options: v.strictObject({}),
  messages: { gap: 'Gap' },
  *check() {},
})

export const rules = [spacing, gap]
