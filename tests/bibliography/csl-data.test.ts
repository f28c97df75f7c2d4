import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CslFile } from '../../src/bibliography/csl-items.ts'
import { readCslJson } from '../../src/bibliography/csl-json.ts'
import { readCslYaml } from '../../src/bibliography/csl-yaml.ts'
import type { Range } from '../../src/source.ts'
import { secondsOf } from '../cost.ts'

const slice = (text: string, { start, end }: Range) => text.slice(start, end)
const idsOf = ({ items }: CslFile) => items.map(({ id }) => id)
const problemsOf = (text: string, { problems }: CslFile) =>
  problems.map(({ kind, range, expected }) => `${kind} ‹${slice(text, range)}› ${expected}`.trim())
const fieldsOf = ({ items }: CslFile) =>
  Object.fromEntries([...items[0]!.fields].map(([name, one]) => [name, one.value]))

const item = {
  id: 'doe/2001',
  type: 'article-journal',
  title: 'The "Harbour" of Öland',
  DOI: '10.1000/a_b',
  ISBN: '978-3-16-148410-0',
  author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Board of Pilots' }],
  issued: { 'date-parts': [[2001, 5]] },
}
const fields = {
  title: 'The "Harbour" of Öland',
  doi: '10.1000/a_b',
  isbn: '978-3-16-148410-0',
  author: 'Doe',
  issued: '2001',
}

describe('CSL-JSON', () => {
  test.each([
    ['a list', [item]],
    ['references', { references: [item] }],
    ['items', { items: [item] }],
    ['an index', { 'doe/2001': item }],
    ['one item', item],
  ])('in %s', (_, value) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, undefined, '\t')]) {
      const file = readCslJson(text)
      expect(idsOf(file)).toEqual(['doe/2001'])
      expect(fieldsOf(file)).toEqual(fields)
      expect(file.problems).toEqual([])
      expect(slice(text, file.items[0]!.idRange)).toBe('doe/2001')
      expect(slice(text, file.items[0]!.range)).toMatch(/^\{[^]*\}$/)
      for (const [name, one] of file.items[0]!.fields)
        if (name !== 'title') expect(slice(text, one.range)).toBe(one.value)
    }
  })

  test.each([
    ['[{"id": "a"}, {"id": "b"', ['a', 'b'], ['syntax ‹› }']],
    ['[{"id": "a"} {"id": "b"}]', ['a'], ['syntax ‹{› ,']],
    ['[{"id": "a", "title": "x\n"}]', ['a'], ['syntax ‹\n› "']],
    ['[{"id": "a", title: "x"}]', ['a'], ['syntax ‹t› "']],
    ['[{"id": "a",}]', ['a'], ['syntax ‹}› "']],
    ['[{"id" "a"}]', [''], ['key ‹›', 'syntax ‹"› :']],
    ['[{"id": 7}, {"id": 7}, {}]', ['7', '7', ''], ['duplicate-key ‹7›', 'key ‹›']],
    ['[{"id": "a"}] x', ['a'], ['syntax ‹x›']],
    ['{"name": "no-bibliography", "version": 1}', [], ['format ‹{›']],
    ['[1, 2]', [], ['format ‹[›']],
    ['', [], ['syntax ‹›']],
    ['[]', [], []],
  ])('%j', (text, ids, problems) => {
    const file = readCslJson(text)
    expect(idsOf(file)).toEqual(ids)
    expect(problemsOf(text, file)).toEqual(problems)
  })

  test('is read as JSON.parse reads it', () => {
    const items = fc.array(
      fc.record({ id: fc.string({ unit: 'binary', minLength: 1 }), title: fc.string(), x: fc.json() }),
    )
    fc.assert(
      fc.property(items, (list) => {
        const file = readCslJson(JSON.stringify(list))
        expect(idsOf(file)).toEqual(list.map(({ id }) => (id.trim() === '' ? '' : id)))
        expect(file.problems.every(({ kind }) => kind === 'key' || kind === 'duplicate-key')).toBe(true)
      }),
    )
  })

  test.each(['[', '{"a":', '{"a":[', '"', '[[],', '\\', '"\\n'])(
    'of any length is read: %j',
    (shape) => {
      const long = shape.repeat(1_000_000 / shape.length)
      expect(secondsOf(() => readCslJson(long))).toBeLessThan(3)
    },
    30_000,
  )
})

describe('CSL-YAML', () => {
  const text = `---
references:
- id: doe/2001
  type: article-journal
  title: 'The "Harbour" of Öland'
  DOI: "10.1000/a_b"
  ISBN: 978-3-16-148410-0
  author:
  - family: Doe
    given: Jane
  issued: {date-parts: [[2001, 5]]}
- id: 2002
  title: >-
    Folded
    words
...
`
  test('has items and places', () => {
    const file = readCslYaml(text)
    expect(file.problems).toEqual([])
    expect(idsOf(file)).toEqual(['doe/2001', '2002'])
    expect(fieldsOf(file)).toEqual(fields)
    for (const { id, idRange } of file.items) expect(slice(text, idRange)).toBe(id)
    for (const { value, range } of file.items[0]!.fields.values()) expect(slice(text, range)).toBe(value)
  })

  test('has years in all their ways, aliases and several documents', () => {
    const yaml = '- &a\n  id: x\n  issued: 1999\n- {id: y, issued: [{year: 2000}]}\n- *a\n- *nothing\n---\n- id: z\n'
    const file = readCslYaml(yaml)
    expect(file.items.map(({ id, fields: found }) => [id, found.get('issued')?.value])).toEqual([
      ['x', '1999'],
      ['y', '2000'],
      ['x', '1999'],
      ['z', undefined],
    ])
  })

  test('that is broken gives what can be read', () => {
    const broken = '- id: a\n- id: "b\n- id: c\n'
    const file = readCslYaml(broken)
    expect(idsOf(file)[0]).toBe('a')
    expect(file.problems.some(({ kind }) => kind === 'syntax')).toBe(true)
    expect(problemsOf('title: x', readCslYaml('title: x'))).toEqual(['format ‹t›'])
    expect(problemsOf('', readCslYaml(''))).toEqual(['format ‹›'])
  })

  test.each(['[', '{', '- ', '? ', 'a: ', '{a: [', '&a ', '*a ', '"', '!', '|\n', '---\n', ': '])(
    'that nests or repeats without end does not throw: %j',
    (shape) => {
      const long = shape.repeat(Math.ceil(100_000 / shape.length))
      expect(secondsOf(() => readCslYaml(long))).toBeLessThan(5)
    },
    30_000,
  )

  test('that nests by indentation without end does not throw', () => {
    const nested = Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')
    expect(readCslYaml(nested).problems.map(({ kind }) => kind)).toEqual(['depth'])
    const list = Array.from(
      { length: 3000 },
      (_, index) => `- id: k${index}\n  author:\n  - family: ${'x'.repeat(index % 9)}y`,
    )
    expect(readCslYaml(list.join('\n')).items.length).toBe(3000)
  }, 30_000)

  test('of any kind does not throw', () => {
    const part = fc.constantFrom(...'-:?[]{}"\'&*!|>#%@,\n \tax1'.split(''), '- id: a\n', '---\n', '  ')
    const noise = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(noise, (yaml) => {
        for (const { id, range } of readCslYaml(yaml).items) {
          expect(typeof id).toBe('string')
          expect(range.end).toBeLessThanOrEqual(yaml.length)
        }
      }),
    )
  })
})
