import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../src/document/formats/markdown.ts'
import { readQuarto } from '../../src/document/formats/quarto.ts'
import { createSource, formatOf } from '../../src/source.ts'
import { valuesOf } from '../document/reading.ts'
import { growth, readSound, wordsOf } from './sound.ts'

const read = (text: string) => readSound(readQuarto, 'quarto', text)

describe('blocks of Quarto', () => {
  test.each([
    ['::: {.callout-note}\nOne\n:::\nTwo', ['One', 'Two']],
    [':::: columns ::::\n::: {.column width="[1]"}\nOne\n:::\n::::\n', ['One']],
    ['> ::: aside\n> One\n> :::\n', ['One']],
    ['One\n::: is no fence\nTwo ::: three', ['One\n::: is no fence\nTwo ::: three']],
    ['One {{< meta x[1]\n  y >}} two.[^1]', ['One \uFFFC two.[^1]']],
    ['{{< include x >}}\n\nOne {{< two', ['One {{< two']],
    ['```{r}\nx[1]\n```\n\nOne `r x[2]` two', ['One \uFFFC two']],
    ['```{=html}\n<p>[1]</p>\n```\n', []],
    [':::\r\nOne\r\n:::\r\n', ['One']],
  ])('of %j are %j', (text, expected) => {
    expect(wordsOf(read(text))).toEqual(expected)
  })

  test('are found in files of R Markdown', () => {
    expect(['a.qmd', 'a.Rmd', 'a.rmd'].map((path) => formatOf(path))).toEqual(['quarto', 'quarto', 'quarto'])
  })
})

describe('any text', () => {
  const pieces = '::: {{< >}} {.x} > [^1] [^1]: - ``` {r} One two . \\n \\n\\n \\t [1] ~'
  const hostile = fc
    .array(fc.constantFrom(...pieces.split(' ').map((one) => one.replaceAll('~', ' ').replaceAll('\\n', '\n'))))
    .map((parts) => parts.join(''))

  test('gives a sound reading', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => void read(text)),
      { numRuns: 300 },
    )
  })

  test('without what Quarto adds is Markdown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const plain = text.replaceAll(':', '').replaceAll('{', '')
        const source = createSource('a.qmd', plain)
        expect(valuesOf(readQuarto(source))).toEqual(valuesOf(readMarkdown(source)))
      }),
      { numRuns: 100 },
    )
  })

  test.each([':', ':::\n', '::: ', '{{<', '{{< a >}}', ':::{', `:::${' '.repeat(500)}x `])(
    'of many %j ends in time',
    (unit) => {
      expect(growth(readQuarto, 'quarto', (size) => unit.repeat(size / unit.length))).toBeLessThan(8)
    },
  )
})
