import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '../../src/bibliography/front-matter.ts'
import type { Placed } from '../../src/bibliography/problem.ts'
import { frontMatterLength } from '../../src/document/formats/front-matter.ts'

const read = (text: string) => readFrontMatter(text, frontMatterLength(text))

function values(text: string, placed: readonly (Placed | undefined)[]): string[] {
  return placed.map((one) => {
    expect(text.slice(one!.range.start, one!.range.end)).toBe(one!.value)
    return one!.value
  })
}

describe('front matter', () => {
  const text = `---
title: The harbour
bibliography: [refs.bib, 'more refs.json']
nocite: |
  @doe2001, @{roe 2002}; @{a/b}
  @Müller:1999.
csl: styles/ieee.csl
reference-section-title: "Sources"
lang: en-GB
references:
- id: inline
  title: In the document
---

Text. @*
`
  test('has values with their places', () => {
    const found = read(text)!
    expect(values(text, found.bibliography)).toEqual(['refs.bib', 'more refs.json'])
    expect(values(text, found.nocite)).toEqual(['doe2001', 'a/b', 'Müller:1999'])
    expect(values(text, [found.csl, found.referenceSectionTitle, found.language])).toEqual([
      'styles/ieee.csl',
      'Sources',
      'en-GB',
    ])
    expect(found.references.items.map(({ id, idRange }) => [id, text.slice(idRange.start, idRange.end)])).toEqual([
      ['inline', 'inline'],
    ])
    expect(found.problems).toEqual([])
  })

  test.each([
    ['bibliography: refs.bib', ['refs.bib']],
    ['bibliography:\n- a.bib\n- b.yaml', ['a.bib', 'b.yaml']],
    ['bibliography:\n  main: a.bib\n  software: b.bib', ['a.bib', 'b.bib']],
    ['bibliography: "`r here::here(\'a.bib\')`"', []],
    ['bibliography:', []],
    ['title: x', []],
  ])('%j', (yaml, paths) => {
    for (const end of ['\n', '\r\n']) {
      const whole = `---\n${yaml}\n---\n`.replaceAll('\n', end)
      expect(values(whole, read(whole)!.bibliography)).toEqual(paths)
    }
  })

  test('may name all entries', () => {
    const whole = "---\nnocite: '@*'\n...\n"
    expect(values(whole, read(whole)!.nocite)).toEqual(['*'])
  })

  test('that is missing or in TOML is none', () => {
    expect(read('Text')).toBeUndefined()
    expect(read('+++\nbibliography = "a.bib"\n+++\n')).toBeUndefined()
  })

  test('that is broken says where', () => {
    const whole = '---\nbibliography: a.bib\ntitle: "x\n---\n'
    const found = read(whole)!
    expect(found.bibliography.map(({ value }) => value)).toEqual(['a.bib'])
    expect(found.problems[0]).toMatchObject({ kind: 'syntax' })
    expect(found.problems[0]!.range.start).toBeGreaterThan(4)
  })
})
