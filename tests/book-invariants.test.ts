import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNamedPlace } from '../bench/corpus/named.ts'
import { rules } from '../rules/index.ts'
import type { Config } from '../src/config/schema.ts'
import { compareFindings } from '../src/finding.ts'
import type { FileResult, Finding, Related } from '../src/finding.ts'
import { lintBook } from '../src/lint-book.ts'
import { lintSource } from '../src/lint.ts'
import { createSource } from '../src/source.ts'
import { resolverOfValue } from '../src/value-config.ts'
import { markedText, noise } from './arbitrary-text.ts'
import { documents } from './fault-documents.ts'

/** Every rule on, those that are off in `recommended` included. */
const everything: Config = { rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.severity])) }
const { settings } = resolverOfValue(everything).resolve('any.md')

const alone = (path: string, text: string) => lintSource(createSource(path, text), settings)
const together = (
  scope: 'book' | 'chapter',
  texts: readonly (readonly [path: string, text: string])[],
  isWhole = true,
) =>
  lintBook(
    texts.map(([path, text]) => ({ source: createSource(path, text), settings, read: undefined })),
    { scope, isWhole },
  )

describe('a book of one file', () => {
  const scope = fc.constantFrom('book' as const, 'chapter' as const)
  const path = fc.constantFrom('any.md', 'any.txt', 'notes.md')

  test.each([
    ['marked text', markedText],
    ['noise', noise],
  ])('is what the file is: %s', { timeout: 60_000 }, (_, text) => {
    fc.assert(
      fc.property(text, path, scope, (content, name, how) => {
        expect(together(how, [[name, content]])).toEqual([alone(name, content)])
      }),
      { numRuns: 150 },
    )
  })
})

describe('chapters without notes files', () => {
  test('are judged as if each stood alone', { timeout: 60_000 }, () => {
    // A file with prose is none of notes.
    const chapter = markedText.map((text) => `The harbour was dredged in spring.\n\n${text}`)
    fc.assert(
      fc.property(fc.array(chapter, { minLength: 2, maxLength: 4 }), (texts) => {
        const files = texts.map((text, index) => [`${index}.md`, text] as const)
        const results = files.map(([path, text]) => alone(path, text))
        expect(together('chapter', files).map(withNearFixes)).toEqual(results.map(withNearFixes))
      }),
      { numRuns: 150 },
    )
  })
})

/** Without fixes that move entries or change numbers: in a book they would reach into other files, and are left out there. */
function withNearFixes(result: FileResult): FileResult {
  const findings = result.findings.map(({ fix, ...finding }): Finding =>
    fix && !fix.changes ? { ...finding, fix } : finding,
  )
  return { ...result, findings }
}

/** What is found, by offsets of the whole. */
function placed(
  found: readonly Finding[],
  startOf: (source: Finding['related'][number]['source']) => number,
): string[] {
  return found.map(({ range, rule, message, severity, related, fix }) => {
    const at = (one: { start: number; end: number }, by: number) => `${one.start + by}-${one.end + by}`
    return [
      at(range, startOf(undefined)),
      severity,
      rule,
      message,
      ...related.map((one) => `${at(one.range, startOf(one.source))} ${one.message}`),
      ...(fix?.edits.map((edit) => `${at(edit, startOf(undefined))} → ${edit.text}`) ?? []),
    ].join(' ')
  })
}

/** The findings of a text, and those of the same text in two files, cut where its last heading begins. */
function cut(text: string): { readonly whole: string[]; readonly halves: string[] } {
  const at = text.lastIndexOf('\n## ') + 1
  const results = together('book', [
    ['one.md', text.slice(0, at)],
    ['two.md', text.slice(at)],
  ])
  const starts = new Map(results.map(({ source }, index) => [source.path, index === 0 ? 0 : at]))
  const halves = results
    .map(withNearFixes)
    .flatMap(({ source, findings }) => placed(findings, (other = source) => starts.get(other.path)!))
  return { whole: placed(withNearFixes(alone('whole.md', text)).findings, () => 0), halves }
}

describe('a document cut at a heading into two files of one book', () => {
  test('has the same findings at the same places', { timeout: 60_000 }, () => {
    // References resolve to link definitions of their own file only, and a file is wrapped at a width of its own.
    const part = markedText
      .filter((text) => !text.includes(']: http'))
      .map((text) => text.replaceAll(/([^\n])\n(?!\n)/g, '$1 '))
    fc.assert(
      fc.property(part, part, fc.constantFrom('The second part', 'References', 'Notes'), (one, other, heading) => {
        const { whole, halves } = cut(`The harbour was dredged.\n\n${one}\n\n## ${heading}\n\n${other}\n`)
        expect(halves).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })

  test.each(documents.filter(({ text }) => text.includes('\n## ')))(
    '$name, with each marker lost or mistyped',
    (clean) => {
      let count = 0
      for (const { start, end, number } of clean.markers) {
        for (const instead of ['', `[${number + 1}]`, `[${number + 30}]`]) {
          const { whole, halves } = cut(clean.text.slice(0, start) + instead + clean.text.slice(end))
          expect(halves).toEqual(whole)
          count += whole.length
        }
      }
      expect(count).toBeGreaterThan(clean.markers.length)
    },
  )
})

describe('any book', () => {
  test('gives sound findings', { timeout: 60_000 }, () => {
    const path = fc.constantFrom('1.md', '2.md', '3.txt', 'notes.md', 'references.txt')
    const file = fc.tuple(path, fc.oneof(markedText, noise))
    const files = fc.uniqueArray(file, { maxLength: 5, selector: ([name]) => name })
    let count = 0
    fc.assert(
      fc.property(
        files,
        fc.constantFrom('book' as const, 'chapter' as const),
        fc.boolean(),
        (texts, scope, isWhole) => {
          const results = together(scope, texts, isWhole)
          expect(results.map(({ source }) => [source.path, source.text])).toEqual(texts)
          for (const { source, findings } of results) {
            count += findings.length
            for (const finding of findings) {
              expect(isNamedPlace(source, finding), finding.message).toBe(true)
              for (const { range, source: other = source } of [finding, ...finding.related] as Pick<
                Related,
                'range' | 'source'
              >[]) {
                expect(range.end).toBeGreaterThan(range.start)
                expect(range.end).toBeLessThanOrEqual(other.text.length)
              }
            }
            expect(findings.toSorted(compareFindings)).toEqual(findings)
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(count).toBeGreaterThan(100)
  })
})
