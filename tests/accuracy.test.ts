import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judgedRules, readLabels, ruleForKind, spotsOf } from '../bench/accuracy/labels.ts'
import { reportOn } from '../bench/accuracy/report.ts'
import { scoreDocument, summarizeScores } from '../bench/accuracy/score.ts'
import type { Reported, Scope } from '../bench/accuracy/score.ts'

const folder = fileURLToPath(new URL('../bench/accuracy/example/', import.meta.url))
const documents = readLabels(`${folder}labels.jsonl`)
const [harbour, clean] = documents as [(typeof documents)[0], (typeof documents)[0]]
const scope: Scope = { levels: new Set(['error']) }

const finding = (line: number, column: number, rule: string, severity: Reported['severity'] = 'error'): Reported => ({
  line,
  column,
  rule,
  severity,
  message: '',
  text: '',
})
const perfect = [finding(1, 70, 'marker-spacing'), finding(3, 32, 'marker-order')]
const all = (findings: Reported[], quiet: Reported[] = []) =>
  summarizeScores([scoreDocument(harbour, findings, scope), scoreDocument(clean, quiet, scope)]).at(-1)

describe('labels', () => {
  test('point at the characters that they name', () => {
    const lines = readFileSync(`${folder}harbour.md`, 'utf8').split('\n')
    for (const { line, column, marker } of harbour.findings) {
      expect(lines[line - 1]!.slice(column - 1, column - 1 + marker!.length)).toBe(marker)
    }
  })

  test('have kinds that stand for rules', () => {
    expect(ruleForKind('space-before')).toBe('marker-spacing')
    expect(ruleForKind('marker-gap')).toBe('marker-gap')
    expect(ruleForKind('toString')).toBeUndefined()
    const one = { ...clean, kinds: ['gap', 'unheard-of'], findings: [{ line: 1, column: 1, kind: 'order' }] }
    expect(judgedRules(one)).toEqual(new Set(['marker-gap', 'marker-order']))
    expect(judgedRules(clean)).toContain('marker-spacing')
    expect(judgedRules(clean)).not.toContain('marker-residue')
  })

  test('may be hit at other places or under other kinds', () => {
    const label = { line: 1, column: 2, kind: 'gap' }
    const gap = { line: 1, column: 2, rule: 'marker-gap' }
    expect(spotsOf(label)).toEqual([gap])
    expect(spotsOf({ ...label, alt: 'order' })).toEqual([gap, { ...gap, rule: 'marker-order' }])
    expect(spotsOf({ ...label, alt: [{ line: 4 }, { kind: 'unused', column: 1 }] })).toEqual([
      gap,
      { ...gap, line: 4 },
      { line: 1, column: 1, rule: 'entry-unused' },
    ])
    expect(spotsOf({ ...label, kind: 'unheard-of' })).toEqual([])
  })

  test('that are no JSON are an error with a line', () => {
    expect(() => readLabels(`${folder}clean.md`)).toThrow('clean.md:1')
  })
})

describe('a score', () => {
  test('is full when every fault is found, and an optional one found or not', () => {
    const full = { hits: 2, falseAlarms: 0, missed: 0, precision: 1, recall: 1 }
    expect(all(perfect)).toMatchObject({ ...full, optional: 0 })
    expect(all([...perfect, finding(12, 1, 'entry-unused', 'warning')])).toMatchObject({ ...full, optional: 1 })
  })

  test('takes an entry anywhere on its line, by its label', () => {
    const entry = (text: string) => ({ ...finding(12, 3, 'entry-unused', 'warning'), text })
    expect(all([...perfect, entry('6.')])).toMatchObject({ optional: 1, falseAlarms: 0 })
    expect(all([...perfect, entry('16.')])).toMatchObject({ optional: 0, falseAlarms: 1 })
  })

  test('takes a marker with several numbers at any of them', () => {
    const label = { line: 1, column: 5, kind: 'order', marker: '[3, 1]' }
    const at = (column: number, text: string) =>
      scoreDocument({ ...clean, findings: [label] }, [{ ...finding(1, column, 'marker-order'), text }], scope)
    expect(at(9, '1')).toMatchObject({ hits: [{ label }], falseAlarms: [] })
    expect(at(10, '[1]')).toMatchObject({ hits: [], missed: [label] })
  })

  test('takes a marker with several numbers at any of them', () => {
    const label = { line: 1, column: 5, kind: 'order', marker: '[3, 1]' }
    const at = (column: number, text: string) =>
      scoreDocument({ ...clean, findings: [label] }, [{ ...finding(1, column, 'marker-order'), text }], scope)
    expect(at(9, '1')).toMatchObject({ hits: [{ label }], falseAlarms: [] })
    expect(at(10, '[1]')).toMatchObject({ hits: [], missed: [label] })
  })

  test('falls with what is missed, also when another rule stands at the place', () => {
    expect(all([])).toMatchObject({ hits: 0, missed: 2, precision: 1, recall: 0 })
    expect(all([perfect[0]!, finding(1, 108, 'marker-gap')])).toMatchObject({ hits: 1, missed: 1, falseAlarms: 1 })
  })

  test('falls with false alarms, and counts the documents that have one', () => {
    const twice = [...perfect, perfect[0]!]
    expect(all(twice)).toMatchObject({ hits: 2, falseAlarms: 1, documentsWithFalseAlarm: 1 })
    const noisy = [finding(1, 35, 'marker-spacing', 'info'), finding(1, 62, 'marker-order')]
    expect(all(twice, noisy)).toMatchObject({ falseAlarms: 3, documentsWithFalseAlarm: 2, precision: 2 / 5 })
  })

  test('leaves out what the labels say nothing about, unless it is an error', () => {
    const start = finding(1, 39, 'entry-order', 'info')
    expect(scoreDocument(harbour, [start], scope)).toMatchObject({ unscored: [start], falseAlarms: [] })
    expect(scoreDocument(harbour, [{ ...start, severity: 'error' }], scope).falseAlarms).toHaveLength(1)
    const covered = { ...scope, elsewhere: new Set(['entry-order']) }
    expect(scoreDocument(harbour, [{ ...start, severity: 'error' }], covered).falseAlarms).toEqual([])
    const everything = { ...scope, levels: new Set(['error', 'warning', 'info']) }
    expect(scoreDocument(harbour, [start], everything).falseAlarms).toEqual([start])
  })

  test('is given for each rule', () => {
    const rows = summarizeScores([scoreDocument(harbour, perfect, scope)])
    expect(rows.map((row) => row.name)).toEqual(['marker-order', 'marker-spacing', 'all but `marker-residue`', 'all'])
  })
})

test('the linter finds what is labelled in the example, and nothing else', async () => {
  const reports = await Promise.all(documents.map((one) => reportOn(folder, one.file)))
  const scores = documents.map((one, index) => scoreDocument(one, reports[index]!, scope))
  expect(summarizeScores(scores).at(-1)).toMatchObject({ hits: 2, falseAlarms: 0, missed: 0 })
})
