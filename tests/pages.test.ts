import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { lintExample } from '../scripts/lint-one.ts'
import { examplesOf, renderPage, sections, sectionsOf } from '../scripts/page.ts'

const folder = new URL('../rules/', import.meta.url)
const idsOf = (ending: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending) && file !== 'index.ts')
    .map((file) => file.slice(0, -ending.length))

test('every rule is listed once and has a module and a page of its name', () => {
  const listed = rules.map((rule) => rule.id).toSorted()
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed).toEqual(idsOf('.ts').toSorted())
  expect(listed).toEqual(idsOf('.md').toSorted())
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('page of %s', (id, rule) => {
  const file = new URL(`${id}.md`, folder)
  const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const examples = examplesOf(page)

  test('has its title and all sections in their order', () => {
    expect(page.split('\n')[0]).toBe(`# ${id}`)
    expect(sectionsOf(page)).toEqual(sections)
  })

  test('shows what is wrong and what is right', () => {
    expect(new Set(examples.map((example) => example.verdict))).toEqual(new Set(['bad', 'good']))
  })

  test.each(examples)('line $line: $verdict', (example) => {
    const found = lintExample(rule, example)
    if (example.verdict === 'good') expect(found).toEqual([])
    else {
      expect(found).toEqual(example.output)
      expect(found).not.toEqual([])
    }
  })

  test('is up to date (npm run docs)', () => {
    expect(renderPage(page, rule)).toBe(page)
  })
})
