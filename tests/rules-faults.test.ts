import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { placeOf } from '../scripts/lint-one.ts'
import { lintSource } from '../src/lint.ts'
import { createSource } from '../src/source.ts'
import { documents } from './fault-documents.ts'
import { faults } from './faults.ts'

const settings = {
  rules: rules.map((rule) => ({ rule, severity: rule.severity, options: v.parse(rule.options, {}) })),
  directives: undefined,
  knownRules: new Set<string>(),
}

/** An excerpt without a list has these two in any case. */
const ofExcerpts = new Set(['series-entries', 'series-start'])

/** `line:column-line:column severity rule/messageId slice` */
function findAll(text: string, path: string): string[] {
  const source = createSource(path, text)
  const found = lintSource(source, settings).findings.filter(({ rule }) => !ofExcerpts.has(rule))
  return found.map((finding) => {
    const { range, severity, rule, messageId } = finding
    const slice = source.text.slice(range.start, range.end)
    return `${placeOf(source, finding)} ${severity} ${rule}/${messageId} ${slice}`
  })
}

test.each(documents)('the $name document is clean', ({ text }) => {
  expect(findAll(text, 'clean.md')).toEqual([])
})

/** Faults that give another finding, or more than one, each below the reason. Whoever mends one takes it off the list. */
const open = readFileSync(new URL('./faults-open.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

describe('one fault is one finding', () => {
  for (const { name, text, expected } of faults) {
    const run = open.includes(name) ? test.fails : test
    run(name, () => expect(findAll(text, 'fault.md')).toEqual([expected]))
  }

  test('and all that are open exist', () => {
    const names = new Set(faults.map((fault) => fault.name))
    expect(open.filter((name) => !names.has(name))).toEqual([])
  })
})
