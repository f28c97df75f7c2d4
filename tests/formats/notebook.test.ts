import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lint } from '../../src/api.ts'
import { readNotebook } from '../../src/document/formats/notebook.ts'
import { walkJson } from '../../src/document/formats/notebook/json.ts'
import { createSource } from '../../src/source.ts'
import { fixtures } from '../fixture-files.ts'
import { growth, readSound, sliceOf, wordsOf } from './sound.ts'

const read = (text: string) => readSound(readNotebook, 'notebook', text)
const cell = (source: string | string[], cell_type = 'markdown') => ({ cell_type, metadata: {}, source })
const notebook = (...cells: object[]) => JSON.stringify({ cells, nbformat: 4 }, undefined, 1)

describe('blocks of a notebook', () => {
  test.each([
    [
      notebook(cell(['One\n', 'two.\n', '\n', 'Three.']), cell('x[1]', 'code'), cell('Four.')),
      ['One\ntwo.', 'Three.', 'Four.'],
    ],
    [notebook(cell('```\nopen'), cell('Read.')), ['Read.']],
    [notebook(cell('A "b" \\\\ c\td\u2028')), ['A "b" \\\\ c\td']],
    ['{"cells":[{"source":"caf\\u00e9 \\ud83d\\ude00\\u005b1]","cell_type":"markdown"}]}', ['café 😀[1]']],
    ['{"worksheets":[{"cells":[{"cell_type":"markdown","source":["Old."]}]}],"nbformat":3}', ['Old.']],
    ['{"cells":[{"cell_type":"markdown","source":["One ",2,["Two"],{"x":"Three"}]}],"a":NaN}', ['One']],
    ['{"ce\\u006cls":[{"cell_type":"markdown","source":"One"}]}', ['One']],
    ['[]', []],
    ['"cells"', []],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    const reading = read(text)
    expect(wordsOf(reading).map((words) => words.trim())).toEqual(expected)
    expect(reading.problems).toBeUndefined()
  })

  test('map their escapes', () => {
    const text = notebook(cell(['Say "one"\n', 'two.[^n] Ünd\n', '\n', '[^n]: Note\n']))
    const reading = read(text)
    expect(sliceOf(text, reading, 'Say "one"')).toBe('Say \\"one\\"')
    expect(sliceOf(text, reading, '\n')).toBe('\\n')
    expect(sliceOf(text, reading, '[^n]')).toBe('[^n]')
    expect(reading.notes.map((note) => text.slice(note.labelRange.start, note.labelRange.end))).toEqual(['[^n]'])
  })

  test('share their notes', () => {
    const reading = read(notebook(cell('One.[^1]'), cell('[^1]: Note')))
    expect(reading.notes).toHaveLength(1)
    expect(reading.blocks.map((block) => block.note?.label)).toEqual([undefined, '1'])
  })
})

describe('a notebook that is none', () => {
  test.each([
    ['{"cells": [}', 11, 'expected a value or `]`, found `}`'],
    ['{"cells": [] "a"}', 13, 'expected `,` or `}`, found `"a"`'],
    ['[1 2]', 3, 'expected `,` or `]`, found `2`'],
    ['{"a"}', 4, 'expected `:`, found `}`'],
    ['{a: 1}', 1, 'expected a string or `}`, found `a`'],
    ['{"a": 1,}', 8, 'expected a string, found `}`'],
    ['[1,]', 3, 'expected a value, found `]`'],
    ['[] []', 3, 'expected nothing, found `[`'],
    ['["a\nb"]', 3, 'expected a value or `]`, found `\n`'],
    ['["a\\x"]', 3, 'expected a value or `]`, found `\\`'],
    ['["a', 2, 'expected a value or `]`, found the end of the file'],
    ['{"a": tru', 6, 'expected a value, found `tru`'],
    ['{"a":', 4, 'expected a value, found the end of the file'],
    ['<<<<<<< HEAD', 0, 'expected a value, found `<`'],
    ['\u0000', 0, 'expected a value, found `\u0000`'],
  ])('%j has a problem at %i', (text, start, message) => {
    expect(read(text).problems).toMatchObject([{ start, message }])
  })

  test('makes one finding, whatever stands before its mistake', async () => {
    const text = `${notebook(cell('One.[^1] Two.[^2]\n\n[^1]: Note')).slice(0, -20)},,`
    const { findings, source } = await lint(text, { path: 'a.ipynb' })
    expect(findings.map(({ rule, severity, range }) => [rule, severity, range.start])).toEqual([
      ['document-unreadable', 'error', source.text.length - 1],
    ])
  })
})

const json = fc.json({ maxDepth: 4 })
const brokenJson = fc
  .tuple(json, fc.nat(200), fc.constantFrom('', '"', '\\', '{', '}', ',', ':', '\n', '0', 'x', '😀'))
  .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1))

describe('any text', () => {
  test('is JSON where JSON.parse says so', () => {
    fc.assert(
      fc.property(fc.oneof(json, brokenJson), (text) => {
        const isJson = walkJson(text, () => undefined) === undefined
        const parses = () => void JSON.parse(text)
        if (text === '') return
        if (isJson) expect(parses).not.toThrow()
        else expect(parses).toThrow()
      }),
      { numRuns: 2000 },
    )
  })

  test('in cells is read as it is in Markdown', () => {
    const words = fc.array(
      fc.constantFrom('One', '.[^1]', '\n', '\n\n', '[^1]: ', '"', '\\', 'é', '😀', '- ', '> ', '`', '\t'),
    )
    fc.assert(
      fc.property(
        fc.array(
          words.map((parts) => parts.join('')),
          { maxLength: 4 },
        ),
        (sources) => {
          read(notebook(...sources.map((source) => cell(source))))
          const lines = sources.map((source) => cell(source.split(/(?<=\n)/)))
          expect(wordsOf(read(notebook(...lines)))).toEqual(
            wordsOf(read(notebook(...sources.map((source) => cell(source))))),
          )
        },
      ),
    )
  })

  test.each(fixtures.filter((one) => one.path.endsWith('.ipynb')).map((one) => [one.path, one.content]))(
    'made of %s is read soundly',
    (_, content) => {
      fc.assert(
        fc.property(
          fc.nat(content.length),
          fc.nat(5),
          fc.constantFrom('', '"', '\\', '}', '[^', '\n'),
          (at, cut, put) => {
            read(content.slice(0, at) + put + content.slice(at + cut))
          },
        ),
        { numRuns: 100 },
      )
    },
  )

  test.each(['[', '{"cells":', '{"cells":[', '"', '\\"', '["a",', ' '])('of many %j ends in time', (unit) => {
    expect(growth(readNotebook, 'notebook', (size) => unit.repeat(size / unit.length))).toBeLessThan(8)
  })

  test('of many cells takes time that grows with it', () => {
    const make = (size: number) =>
      notebook(...Array.from({ length: size / 100 }, () => cell(['One \\ "two".[^1]\n', '\n', 'Three.'])))
    expect(growth(readNotebook, 'notebook', make, 4000)).toBeLessThan(8)
  })

  test('has a place in the file for each finding', async () => {
    const text = notebook(cell('A "b" c.[^1] D.[^x]'), cell('[^1]: Note\n\n[^2]: Other'))
    const { findings } = await lint(text, { path: 'a.ipynb' })
    const { text: content } = createSource('a.ipynb', text)
    expect(findings.map(({ range }) => content.slice(range.start, range.end))).toEqual(['[^x]', '[^2]'])
  })
})
