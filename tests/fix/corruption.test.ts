import { describe, expect, test } from 'vitest'
import type { Config } from '../../src/config/schema.ts'
import { fixSource } from '../../src/fix/rounds.ts'
import { createSource } from '../../src/source.ts'
import { resolverOfValue } from '../../src/value-config.ts'
import { secondsOf } from '../cost.ts'

/** All fixes there are, at their boldest, with notes asked to the end of the document. */
const config: Config = { extends: 'strict', rules: { 'entry-placement': 'warning' } }

function fix(text: string, path = 'any.md') {
  const { settings } = resolverOfValue(config).resolve(path)
  const { result, refused, unsettled } = fixSource(createSource(path, text), settings, { unsafe: true })
  expect(unsettled).toBe(false)
  expect(refused).toEqual([])
  return result.source.text
}

/** Texts that fixers of other programs have broken; what becomes of them here, or nothing. */
describe('no fix breaks', () => {
  test('an undefined marker beside a defined one', () => {
    expect(fix('A.[^1] B.[^3]\n\n[^3]: Three.\n')).toBe('A.[^1] B.[^3]\n\n[^3]: Three.\n')
    expect(fix('A.[1] B.[3]\n\n[3]: https://example.org\n')).toBe('A.[1] B.[3]\n\n[3]: https://example.org\n')
  })

  test('a marker inside a note', () => {
    const nested = 'A.[^1]\n\n[^1]: See [^2].\n[^2]: Two.\n'
    expect(fix(nested)).toBe(nested)
    expect(fix('A.[^1]\n\n[^1]: See [^2].\n\nB.\n\n[^2]: Two.\n')).toBe('A.[^1]\n\nB.\n\n[^2]: Two.\n[^1]: See [^2].\n')
  })

  test('a note with a pattern of replacement', () => {
    const text = "A [^1] and B.[^2] C.[^3] D.[^4]\n\n[^1]: AT$&T $1 $`.\n[^2]: $'.\n[^3]: $$.\n\nE.[^4]\n\n[^4]: D.\n"
    const moved = "A[^1] and B.[^2] C.[^3] D.[^4]\n\nE.[^4]\n\n[^1]: AT$&T $1 $`.\n[^2]: $'.\n[^3]: $$.\n[^4]: D.\n"
    expect(fix(text)).toBe(moved)
  })

  test('two notes of one label', () => {
    const twice = 'A.[^1] B.[^2]\n\n[^1]: One.\n[^1]: Another.\n[^2]: Two.\n'
    expect(fix(twice)).toBe(twice)
  })

  test('an escaped marker', () => {
    const escaped = 'A \\[^1] is no marker.[^2] B.[^3]\n\n[^2]: Two.\n[^3]: Three.\n'
    expect(fix(escaped)).toContain('A \\[^1] is no marker.[^')
    expect(fix(escaped)).toMatch(/^\[\^\d\]: Two\.$/m)
  })

  test('a note that nobody cites, and labels in two cases', () => {
    expect(fix('A.[^Note]\n\n[^note]: Cited.\n[^unused]: Not.\n')).toBe('A.[^Note]\n\n[^note]: Cited.\n')
  })

  test('notes in quotations and lists', () => {
    const quoted = '> A.[^1] B.[^2]\n>\n> [^1]: One.\n> [^2]: Two.\n> [^9]: Nobody cites it.\n\nThe next paragraph.\n'
    expect(fix(quoted)).toBe('> A.[^1] B.[^2]\n>\n> [^1]: One.\n> [^2]: Two.\n\nThe next paragraph.\n')
    const listed = '- A.[^1]\n\n  [^1]: One.\n\n- B.[^2]\n\n  [^2]: Two.\n\nThe next paragraph.\n'
    expect(fix(listed)).toBe(listed)
  })

  test('paragraphs that only a note keeps apart', () => {
    expect(fix('A.[^1]\n[^1]: One.\n\nB.\n')).toBe('A.[^1]\n\nB.\n\n[^1]: One.\n')
    expect(fix('A.[^2]\n[^1]: One.\n\n[^2]: Two.\n\nB.\n')).toBe('A.[^2]\n\nB.\n\n[^2]: Two.\n')
  })

  test('a comment, code, an address', () => {
    const inside =
      '<!-- A [^1] and [edit] -->\n\n`A [^1]`\n\n```\nA [^1]\n[^9]: x\n```\n\n![A [^1]](a.png) <a href="[^1]">B</a>.[^1]\n\n[^1]: One.\n'
    expect(fix(inside)).toBe(inside)
  })

  test('a version and its number', () => {
    const version =
      'Since v[^1].5 it works.[^2] So it does.[^3] And so.[^4]\n\n[^1]: One.\n[^2]: Two.\n[^3]: Three.\n[^4]: Four.\n'
    expect(fix(version)).toBe(version)
  })

  test('full-width punctuation', () => {
    const text = '港口很大[^1]。船很多[^2]。人很少[^3]。\n\n[^1]: 一。\n[^2]: 二。\n[^3]: 三。\n'
    expect(fix(text)).toBe(text)
    const slip =
      '港口很大[^1]。船很多[^2]。人很少[^3]。水很深。[^4]天很高[^5]。\n\n[^1]: 一。\n[^2]: 二。\n[^3]: 三。\n[^4]: 四。\n[^5]: 五。\n'
    expect(fix(slip)).toBe(slip.replace('。[^4]', '[^4]。'))
  })

  test('two thousand notes, nor does it take long', { timeout: 60_000 }, () => {
    const count = 2000
    const body = Array.from(
      { length: count },
      (_, index) => `Sentence ${index}.${index % 4 === 0 ? ' ' : ''}[^${index + 1}]\n\n`,
    )
    const notes = Array.from({ length: count }, (_, index) => `[^${index + 1}]: Note ${index}.\n`)
    const text = [...body, ...notes].join('')
    expect(fix(text)).toBe(text.replaceAll('. [^', '.[^'))
    expect(secondsOf(() => fix(text))).toBeLessThan(10)
  })
})

test('five thousand repeats in one place go together, and each is told', { timeout: 60_000 }, () => {
  const tail = ' in spring.\n\nAnd[2] so[3].\n\n[1] Foo of the town.\n\n[2] Bar of it.\n\n[3] Baz of it.\n'
  const source = createSource('a.md', `The harbour was dredged${'[1][2]'.repeat(2500)}${tail}`)
  const { settings } = resolverOfValue({}).resolve('a.md')
  const results: ReturnType<typeof fixSource>[] = []
  expect(secondsOf(() => results.push(fixSource(source, settings)))).toBeLessThan(3)
  expect(results[0]).toMatchObject({ made: { length: 4998 }, refused: [], unsettled: false })
  expect(results[0]!.result.source.text).toBe(`The harbour was dredged[1][2]${tail}`)
})

test('what a rule of somebody else’s would break is refused with its reason', async () => {
  const { defineRule } = await import('../../src/rule.ts')
  const v = await import('valibot')
  const bold = defineRule({
    id: 'bold',
    summary: 'Boldness',
    severity: 'warning',
    options: v.strictObject({}),
    messages: { bold: '`{{marker}}` is timid, expected another' },
    *check({ document: { marks }, report }) {
      for (const mark of marks.slice(0, 2)) {
        const edits = [{ start: mark.start, end: mark.end, text: mark.text === '[^1]' ? '[^2]' : ` ${mark.text}` }]
        yield report('bold', mark, { marker: mark.text }, { fix: { title: 'Be bold', safe: true, edits } })
      }
    },
  })
  const { settings } = resolverOfValue({
    extends: [],
    plugins: [{ name: 'my', rules: [bold] }],
    rules: { 'my/bold': 'warning' },
  }).resolve('a.md')
  const text = 'A.[^1] B.[^2]\n\n[^1]: One.\n[^2]: Two.\n'
  const { result, refused, made } = fixSource(createSource('a.md', text), settings)
  expect(refused).toMatchObject([
    {
      offer: { finding: { rule: 'my/bold' } },
      refusal: { reason: 'pair', message: '`[^1]` would lead to “Two.” instead of “One.”' },
    },
  ])
  // The other one goes on for ever; ten rounds are enough.
  expect(made).toHaveLength(10)
  expect(result.source.text).toBe(text.replace('B.', `B.${' '.repeat(10)}`))
})

test('entries that go together leave one blank line', () => {
  const text = 'A.[^1]\n\n[^1]: One.\n\n[^2]: Two.\n[^3]: Three.\n\n[^4]: Four.\n\nB.[^5]\n\n[^5]: Five.\n'
  expect(fix(text)).toBe('A.[^1]\n\nB.[^2]\n\n[^1]: One.\n[^2]: Five.\n')
})
