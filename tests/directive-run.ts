import { expect } from 'vitest'
import type { Comment, Document } from '../src/document/document.ts'
import type { Finding } from '../src/finding.ts'
import { defineRule } from '../src/rule.ts'
import type { DirectiveSettings, Settings } from '../src/settings.ts'
import { createSource } from '../src/source.ts'
import { suppress } from '../src/suppress/comments.ts'
import * as v from 'valibot'

const rule = (id: string) =>
  defineRule({ id, summary: id, severity: 'error', options: v.object({}), messages: {}, *check() {} })

export const allOn: DirectiveSettings = { unused: 'warning', unknown: 'error', blanket: 'off', undescribed: 'off' }

interface Options {
  readonly directives?: DirectiveSettings | undefined
  readonly comments?: readonly Comment[]
}

/** A document with a finding of the rule `a` at each `{a}`; comments are wherever they look like comments. */
export function run(text: string, options: Options = {}) {
  const source = createSource('a.md', text)
  const comments = [...text.matchAll(/<!--([\s\S]*?)-->/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[1]!,
  }))
  const document: Document = {
    source,
    comments: options.comments ?? comments,
    problems: [],
    blocks: [],
    titles: new Set(),
    parts: [],
    verdicts: [],
    marks: [],
    clusters: [],
    entries: [],
    series: [],
    uncited: [],
    residues: [],
    redefinitions: [],
    strays: [],
    twins: [],
    slips: [],
    missing: [],
  }
  const findings = [...text.matchAll(/\{([\w/-]+)\}/g)].map((match): Finding => ({
    rule: match[1]!,
    messageId: 'm',
    severity: 'error',
    message: match[0],
    data: {},
    range: { start: match.index, end: match.index + match[0].length },
    related: [],
  }))
  const settings: Settings = {
    rules: ['a', 'b', 'house/c'].map((id) => ({ rule: rule(id), severity: 'error', options: {} })),
    directives: 'directives' in options ? options.directives : allOn,
    knownRules: new Set(['a', 'b', 'house/c', 'rule-off']),
  }
  return suppress(document, findings, settings)
}

/** What remains, as `rule@line:column-line:column`, with the message of findings about directives. */
export function remaining(text: string, options?: Options): string[] {
  return run(text, options).findings.map(({ rule: id, range, message, severity }) => {
    const place = `${id}@${at(text, range.start)}-${at(text, range.end)}`
    return id.startsWith('directive-') ? `${place} ${severity}: ${message}` : place
  })
}

function at(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `${lines.length}:${lines.at(-1)!.length + 1}`
}

export const silenced = (text: string) => run(text).suppressed.map(({ finding }) => finding.rule)

/** The text after all fixes of the findings about directives, which must not overlap here. */
export function fixed(text: string, { safe = true } = {}): string {
  const fixes = run(text).findings.flatMap(({ fix }) => (fix ? [fix] : []))
  expect(fixes.map((fix) => fix.safe)).toEqual(fixes.map(() => safe))
  const edits = fixes.flatMap((fix) => fix.edits).toSorted((one, other) => other.start - one.start)
  return edits.reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text)
}
