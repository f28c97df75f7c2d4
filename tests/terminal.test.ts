import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reporters } from '../src/reporters/all.ts'
import { displayWidth, excerptOf } from '../src/reporters/excerpt.ts'
import { printable, printableJson } from '../src/reporters/terminal.ts'
import { createSource } from '../src/source.ts'
import { secondsOf } from './cost.ts'

/** What must not come from a document to a terminal. Line feeds are ours. */
const dangerous =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}-\u{e007f}]|[\ud800-\udfff]/u

describe('printable', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', String.raw`\x1b[31mred\x1b[0m`],
    ['\u001b]8;;http://x\u0007link', String.raw`\x1b]8;;http://x\x07link`],
    ['\u009b2J', String.raw`\x9b2J`],
    ['a\u202eb\u2066c\u2069', String.raw`a\u202eb\u2066c\u2069`],
    ['a\u200bb\u200dc\ufeffd\u00ade', String.raw`a\u200bb\u200dc\ufeffd\xade`],
    ['a\nb\r\tc\u2028', String.raw`a\nb\r\tc\u2028`],
    ['\u{e0041}\u{e0002}\u2065', String.raw`\u{e0041}\u{e0002}\u2065`],
    ['\ud83d', String.raw`\ud83d`],
    ['中文 ünï 😀 \u0601\u06dd e\u0301', '中文 ünï 😀 \u0601\u06dd e\u0301'],
  ])('%j', (text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  test('of each character is harmless', () => {
    const left = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) =>
      dangerous.test(printable(character)),
    )
    expect(left).toEqual([])
  })

  test('of any text is harmless', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !dangerous.test(printable(text))))
  })
})

test('JSON keeps its value and is harmless', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = printableJson(JSON.stringify({ text }, undefined, 2))
      expect(dangerous.test(json)).toBe(false)
      expect(JSON.parse(json)).toEqual({ text })
    }),
  )
})

describe('excerpt', () => {
  const excerpt = (text: string, marker: string) => {
    const start = text.indexOf(marker)
    return excerptOf(createSource('a.md', text), { start, end: start + marker.length })
  }

  test('wide characters and tabs count as many columns as they take', () => {
    expect(excerpt('中文[1]', '[1]')).toEqual({ line: 1, text: '中文[1]', indent: 4, width: 3 })
    expect(excerpt('ｆｕｌｌ【１】', '【１】')).toMatchObject({ indent: 8, width: 6 })
    expect(excerpt('\t[1]', '[1]')).toMatchObject({ text: '    [1]', indent: 4 })
    expect(excerpt('e\u0301한é[1]', '[1]')).toMatchObject({ indent: 4 })
    expect(excerpt('😀🇮🇩[1]', '[1]')).toMatchObject({ indent: 4 })
    expect(excerpt('\u001b[31m[1]', '[1]')).toMatchObject({ text: String.raw`\x1b[31m[1]`, indent: 8 })
    expect(displayWidth('日本')).toBe(4)
  })

  test('lines end with LF, CRLF or CR, and a range that goes on is cut', () => {
    expect(excerpt('one\r\ntwo [1]\r\nthree', '[1]')).toEqual({ line: 2, text: 'two [1]', indent: 4, width: 3 })
    expect(excerpt('a [1\r2] b', '[1\r2]')).toEqual({ line: 1, text: 'a [1', indent: 2, width: 2 })
    expect(excerpt('a\n\nb', '\n\nb')).toEqual({ line: 1, text: 'a', indent: 1, width: 1 })
    expect(excerpt('', '')).toEqual({ line: 1, text: '', indent: 0, width: 1 })
  })

  test('a long line is cut to a window around the marker', () => {
    const found = excerpt(`${'before '.repeat(200)}[1]${' after'.repeat(200)}`, '[1]')
    expect(found.text).toMatch(/^….*\[1\].*…$/)
    expect(found.text.slice(found.indent, found.indent + found.width)).toBe('[1]')
    expect(found.text.length).toBeLessThanOrEqual(90)
  })

  test('a marker longer than the window', () => {
    const found = excerpt(`a ${'[x'.repeat(500)} b`, '[x'.repeat(500))
    expect(found.width).toBeLessThanOrEqual(44)
    expect(found.text).toMatch(/^a \[x.*…$/)
  })

  test('carets always stand under the text of the marker', () => {
    const unit = fc.constantFrom('a', ' ', '中', '😀', 'e\u0301', '\t', '\u001b', '\u200b', 'ｱ')
    const text = fc.array(unit, { maxLength: 300 }).map((units) => units.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = excerpt(`${before}[1]${after}`, '[1]')
        const at = found.text.indexOf('[1]')
        expect(displayWidth(found.text.slice(0, at))).toBe(found.indent)
        expect(found.width).toBe(3)
        expect(displayWidth(found.text)).toBeLessThanOrEqual(90)
      }),
    )
  })
})

test('no reporter lets a document, a path or a message write to the terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' }), (text, path) => {
      const source = createSource(path, text)
      const range = { start: 0, end: source.text.length }
      const finding = {
        rule: text,
        messageId: text,
        severity: 'error',
        message: text,
        data: { text },
        range,
        related: [{ message: text, range }],
      } as const
      const stats = { markers: 0, entries: 0, series: [] }
      const files = [
        { source, stats, findings: [finding], suppressed: [{ finding, by: 'directive' as const, reason: text }] },
      ]
      const run = { version: '1', files, failures: [] }
      for (const reporter of Object.values(reporters))
        expect(dangerous.test(reporter(run, { color: false }))).toBe(false)
    }),
  )
})

test('a document of one long line with many findings takes no more than its share', () => {
  const text = 'word [1] '.repeat(100_000)
  const source = createSource('a.md', text)
  const findings = Array.from({ length: 20_000 }, (_, index) => ({
    rule: 'r',
    messageId: 'm',
    severity: 'error' as const,
    message: 'm',
    data: { index },
    range: { start: index * 45 + 5, end: index * 45 + 8 },
    related: [],
  }))
  const stats = { markers: 0, entries: 0, series: [] }
  const run = { version: '1', files: [{ source, stats, findings, suppressed: [] }], failures: [] }
  // What is quadratic takes minutes.
  for (const reporter of Object.values(reporters))
    expect(secondsOf(() => reporter(run, { color: false }))).toBeLessThan(5)
})
