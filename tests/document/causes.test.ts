import { describe, expect, it } from 'vitest'
import { lint, lintText } from '../../src/api.ts'
import { upTo } from '../rule-run.ts'

const said = (text: string) => lintText(text, { path: 'any.md' }).findings.map(({ message }) => message)

describe('one thing is said', () => {
  it('of a number that points nowhere, though the one that was meant is cited again later', () => {
    const text = `A.[1] B.[2] C.[9] D.[4] E.[5] F.[3]${upTo(5)}`
    expect(said(text)).toEqual(['`[9]` has no entry, expected one'])
  })

  it('of one behind a range, whose last number counts', () => {
    expect(said(`A.[1] B.[2-4] C.[9] D.[6]${upTo(6)}`)).toEqual(['`[9]` has no entry, did you mean `[5]`?'])
  })

  it('of a letter that points nowhere', () => {
    const letters = 'abcdef'.split('').map((letter) => `[${letter}] Note ${letter}.\n`)
    expect(said(`A.[a] B.[z] C.[c] D.[d] E.[e] F.[f]\n\n## Notes\n\n${letters.join('\n')}`)).toEqual([
      '`[z]` has no entry, did you mean `[b]`?',
    ])
  })

  it.each([
    ['A.[31] B.[32] C.[32] D.[34] E.[35]', 'C.', '`[32]` was cited before'],
    ['A.[31] B.[33] C.[33] D.[34] E.[35]', 'B.', '`[33]` was cited before'],
  ])('of a number typed as its neighbour, at the place of the lost one: %s', (text, before) => {
    const found = lintText(text, { path: 'any.md' }).findings.filter(({ severity }) => severity !== 'info')
    expect(found.map(({ rule, range }) => [rule, range.start])).toEqual([
      ['series-entries', 2],
      ['marker-duplicate', text.indexOf(before) + 2],
    ])
  })
})

it('a named group may be wrapped inside its brackets', () => {
  expect(said('A[note 1] and B[note\n2].\n\n## Notes\n\n[note 1] One.\n\n[note 2] Two.\n')).toEqual([])
})

describe('a note without a word is a note', () => {
  const page =
    '<p>A.<sup><a href="#fn1">1</a></sup> B.<sup><a href="#fn2">2</a></sup></p>\n\n<ol>\n<li id="fn1">X</li>\n<li id="fn2"></li>\n</ol>\n'

  it.each(['any.html', 'any.md'])('in %s', async (path) => {
    const { findings } = await lint(page, { path })
    expect(findings.map(({ message }) => message)).toEqual(['`<li id="fn2">` has no text, expected a note or a source'])
  })
})

it.each([
  ['A.[1] B.[2[3] C.[4]', '[2'],
  ['A.[1] B.[2]3] C.[4]', '3]'],
])('a bracket that is lost between two markers is found in %s', (text, slip) => {
  const { findings } = lintText(`${text}${upTo(4)}`, { path: 'any.md' })
  expect(findings.map(({ rule, data }) => [rule, data['marker']])).toEqual([['marker-malformed', slip]])
})

it('a quote may cite what its own source lists, an alert may not', () => {
  const text = `A.[1] B.[2] C.[3]\n\n> Silt comes with the flood.[7]${upTo(3)}`
  expect(said(text)).toEqual([])
  expect(said(text.replace('> Silt', '> [!NOTE]\n> Silt'))).toEqual(['`[7]` has no entry, expected one'])
})
