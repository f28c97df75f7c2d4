import { expect } from 'vitest'
import { rules } from '../rules/index.ts'
import { lintWithRule, placeOf } from '../scripts/lint-one.ts'
import type { Finding } from '../src/finding.ts'
import { createSource } from '../src/source.ts'
import type { Range } from '../src/source.ts'

interface Found extends Omit<Finding, 'related' | 'fix'> {
  /** `line:column-line:column severity messageId slice`. */
  readonly line: string
  readonly related: readonly string[]
  readonly fix: Finding['fix'] | undefined
  /** The text after the fix. */
  readonly fixed: string | undefined
}

/** What one rule, alone and on real text, finds. Each message has to name what stands at its place. */
export function find(id: string, text: string, options: object = {}, path = 'article.md'): Found[] {
  const rule = rules.find((one) => one.id === id)!
  const source = createSource(path, text)
  const slice = ({ start, end }: Range) => source.text.slice(start, end)
  return lintWithRule(rule, source, options).findings.map((finding) => {
    const { range, severity, messageId, message, data, fix } = finding
    expect(finding.rule).toBe(id)
    expect(data['marker'] ?? data['entry'] ?? data['identifier']).toBe(slice(range))
    expect(message).toContain(`\`${slice(range)}\``)
    expect(message).toMatch(/, expected .*[^.]$|, did you mean .*\?$|, since /)
    return {
      ...finding,
      line: `${placeOf(source, finding)} ${severity} ${messageId} ${slice(range)}`,
      related: finding.related.map((one) => `${placeOf(source, one)} ${one.message}`),
      fix,
      // What renumbers is tested with all the rest that renumbering does.
      fixed: fix && fix.changes !== 'renumber' ? apply(source.text, fix.edits) : undefined,
    }
  })
}

function apply(text: string, edits: readonly (Range & { readonly text: string })[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text)
}

export const lines = (...found: Parameters<typeof find>) => find(...found).map((one) => one.line)
export const fixes = (...found: Parameters<typeof find>) => find(...found).map((one) => one.fixed)

/** A list whose words are in no order. */
export function listOf(...numbers: readonly number[]): string {
  const words = ['Minutes', 'Letters', 'Survey', 'Accounts', 'Orders', 'Diary', 'Maps']
  return `\n\n## References\n\n${numbers.map((number) => `[${number}] ${words[number % 7]} of the board.\n`).join('\n')}`
}

/** A list of the numbers from 1 on. */
export const upTo = (last: number) => listOf(...Array.from({ length: last }, (_, index) => index + 1))
