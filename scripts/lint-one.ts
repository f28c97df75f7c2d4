import * as v from 'valibot'
import { changesInTranslation } from '../src/compare/translation.ts'
import { comparedWith, withChanges } from '../src/compare/with-changes.ts'
import { entriesOfBibtex } from '../src/bibliography/from-bibtex.ts'
import { readingOf } from '../src/document/formats/bibliography.ts'
import { frontMatterLength } from '../src/document/formats/front-matter.ts'
import type { Document } from '../src/document/document.ts'
import { createLibrary } from '../src/document/library.ts'
import type { Holdings } from '../src/document/library.ts'
import { namedInFrontMatter } from '../src/document/named-in-front-matter.ts'
import type { Named } from '../src/document/named.ts'
import { readDocument } from '../src/document/read.ts'
import type { FileResult, Finding } from '../src/finding.ts'
import { lintDocument, lintSource } from '../src/lint.ts'
import type { Rule } from '../src/rule.ts'
import { createSource, positionAt } from '../src/source.ts'
import type { Source } from '../src/source.ts'
import type { Other } from './page.ts'

/** Runs one rule alone, at its own severity, whatever a configuration would say. */
export function lintWithRule(rule: Rule, source: Source, options: unknown = {}, other?: Other): FileResult {
  const checked = v.parse(rule.options, options)
  const settings = {
    rules: [{ rule, severity: rule.severity, options: checked }],
    directives: undefined,
    knownRules: new Set([rule.id]),
  }
  const { text } = source
  if (source.format === 'bibliography') {
    const reading = readingOf({ source, format: 'bibtex', ...entriesOfBibtex(text) })
    // Beside an example, there is nothing that could cite its records.
    return lintSource(source, settings, () => reading)
  }
  if (other) return lintDocument(compared(readDocument(source), other), settings)
  const named = namedInFrontMatter(text, frontMatterLength(text))
  return lintSource(source, settings, undefined, named && createLibrary(named, nothing(named)))
}

function compared(document: Document, { kind, content }: Other): Document {
  const before = readDocument(createSource(document.source.path, content))
  if (kind === 'base') return withChanges([before], [document])[0]!
  return comparedWith(document, changesInTranslation(before, document))
}

/** An example has no files beside it. */
function nothing({ paths }: Named): Holdings {
  const missing = paths.map(({ value, range }) => ({ ...range, path: value, reason: 'there is no such file' }))
  return { bibliographies: [], isWhole: paths.length === 0, missing }
}

/** The findings of one rule about an example of its page, a line each: `3:5-3:14 error Number 238 is skipped`. */
export function lintExample(
  rule: Rule,
  example: { path: string; content: string; options: unknown; other?: Other },
): string[] {
  const source = createSource(example.path, example.content)
  return lintWithRule(rule, source, example.options, example.other).findings.map(
    (finding) => `${placeOf(source, finding)} ${finding.severity} ${finding.message}`,
  )
}

/** `line:column-line:column`, the end exclusive. */
export function placeOf(source: Source, { range }: Pick<Finding, 'range'>): string {
  const start = positionAt(source, range.start)
  const end = positionAt(source, range.end)
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}
