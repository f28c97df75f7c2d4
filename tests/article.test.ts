import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintText } from '../src/api.ts'
import { positionAt } from '../src/source.ts'

const article = readFileSync(new URL('../fixtures/article/paste.md', import.meta.url), 'utf8')

/** What a rule finds: the marker, its place, and the markers at the related places. */
function found(text: string, rule?: string) {
  const { source, findings } = lintText(text, { path: 'article.md' })
  const slice = ({ start, end }: { start: number; end: number }) => source.text.slice(start, end)
  return findings
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ rule: id, data, range, related }) => ({
      rule: id,
      marker: slice(range),
      line: positionAt(source, range.start).line,
      related: related.map((one) => `${slice(one.range)} in line ${positionAt(source, one.range.start).line}`),
      data,
    }))
}

const rulesIn = (text: string) =>
  found(text)
    .map(({ rule }) => rule)
    .toSorted()
const asItIs = ['marker-duplicate', 'marker-duplicate', 'marker-spacing', 'series-entries', 'series-start']

describe('an article whose list of notes is gone', () => {
  test('has what the eye sees, and nothing else', () => {
    expect(rulesIn(article)).toEqual(asItIs)
    expect(found(article, 'marker-spacing')).toMatchObject([{ marker: '[250]', line: 7 }])
    expect(found(article, 'marker-duplicate')).toMatchObject([
      { marker: '[234]', line: 3, related: ['[234] in line 3'] },
      { marker: '[240]', line: 5, related: ['[240] in line 5'] },
    ])
  })

  test('has one gap when a marker is lost, at the marker behind it', () => {
    const text = article.replace('[238]', '')
    expect(rulesIn(text)).toEqual(['marker-gap', ...asItIs].toSorted())
    expect(found(text, 'marker-gap')).toMatchObject([{ marker: '[239]', data: { missing: [238] } }])
  })

  test('has one misplaced marker when two are exchanged', () => {
    const text = article.replace('[236]', '[?]').replace('[237]', '[236]').replace('[?]', '[237]')
    expect(rulesIn(text)).toEqual(['marker-order', ...asItIs].toSorted())
  })

  test('has no finding of order or gap when a stretch of it is taken', () => {
    const [, , , , third] = article.split('\n')
    expect(found(third!, 'marker-order')).toEqual([])
    expect(found(third!, 'marker-gap')).toEqual([])
  })
})
