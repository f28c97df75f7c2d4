import * as v from 'valibot'
import type { FileResult, Finding } from '../src/finding.ts'
import { lintSource } from '../src/lint.ts'
import type { Rule } from '../src/rule.ts'
import { createSource, positionAt } from '../src/source.ts'
import type { Source } from '../src/source.ts'

/** Runs one rule alone, at its own severity, whatever a configuration would say. */
export function lintWithRule(rule: Rule, source: Source, options: unknown = {}): FileResult {
  const checked = v.parse(rule.options, options)
  return lintSource(source, {
    rules: [{ rule, severity: rule.severity, options: checked }],
    directives: undefined,
    knownRules: new Set([rule.id]),
  })
}

/** The findings of one rule about an example of its page, a line each: `3:5-3:14 error Number 238 is skipped`. */
export function lintExample(rule: Rule, example: { path: string; content: string; options: unknown }): string[] {
  const source = createSource(example.path, example.content)
  return lintWithRule(rule, source, example.options).findings.map(
    (finding) => `${placeOf(source, finding)} ${finding.severity} ${finding.message}`,
  )
}

/** `line:column-line:column`, the end exclusive. */
export function placeOf(source: Source, { range }: Pick<Finding, 'range'>): string {
  const start = positionAt(source, range.start)
  const end = positionAt(source, range.end)
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}
