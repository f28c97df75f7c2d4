import { describe, expect, test } from 'vitest'
import { renumbered, textAfter } from './renumbered.ts'

const sources = ['Foo', 'Bar', 'Baz', 'Qux', 'Quux', 'Corge']

/** Prose with a list of `[1]` to `[6]`, whose words say which entry they are. */
function listed(text: string, order = [1, 2, 3, 4, 5, 6]): string {
  const entries = order.map((one, index) => `[${index + 1}] ${sources[one - 1]} of the town.\n`)
  return `${text}\n\n## References\n\n${entries.join('\n')}`
}

describe('renumbering writes clusters', () => {
  test('in ascending order where they ascended, and as they are where they did not', async () => {
    expect(await textAfter(listed('Aa[4] bb[1][4] cc[5, 6] dd[2][3] ee[3][2] ff[2, 4]'))).toBe(
      listed('Aa[1] bb[1][2] cc[3, 4] dd[5][6] ee[6][5] ff[1, 5]', [4, 1, 5, 6, 2, 3]),
    )
  })

  test('with names that stay as they are written', async () => {
    expect(await textAfter('One.[^2], [^bee] Two.[^1]\n\n[^1]: Eve\n\n[^2]: Adam\n\n[^bee]: Seth\n')).toContain(
      'One.[^1], [^bee] Two.[^2]',
    )
  })

  test('with ranges split and made', async () => {
    expect(await textAfter(listed('Aa[5] bb[1, 3-5] cc[1]–[4] dd[2, 6] ee[1–6]'))).toBe(
      listed('Aa[1] bb[1-4] cc[2]–[5] dd[5, 6] ee[1–6]', [5, 1, 3, 4, 2, 6]),
    )
    expect(await textAfter(listed('Aa[2] bb[6], [5] cc[1]–[3] dd[4]'))).toBe(
      listed('Aa[1] bb[2], [3] cc[1], [4], [5] dd[6]', [2, 6, 5, 1, 3, 4]),
    )
    expect(await textAfter(listed('Aa[2] bb[6, 5] cc[1–3] dd[4]'))).toBe(
      listed('Aa[1] bb[2, 3] cc[1, 4, 5] dd[6]', [2, 6, 5, 1, 3, 4]),
    )
  })

  test('with what was cited twice, which stays so', async () => {
    expect(await textAfter(listed('Aa[3][3] bb[2][1][2]'))).toBe(listed('Aa[1][1] bb[2][3][2]', [3, 2, 1, 4, 5, 6]))
  })

  test('with the page of each number', async () => {
    expect(await textAfter(listed('Aa[4]:56 bb[1]:7[4]:568 cc[2] dd[3] ee[5] ff[6]'))).toBe(
      listed('Aa[1]:56 bb[1]:568[2]:7 cc[3] dd[4] ee[5] ff[6]', [4, 1, 2, 3, 5, 6]),
    )
    const text = listed('Aa[4] bb[1]–[3]:56 cc[5] dd[6]')
    expect(await renumbered(text)).toEqual({
      text,
      map: [],
      refusals: ['1:9 a range has a page, and nobody can say of which number'],
    })
  })

  test('raised', async () => {
    const list = (words: readonly string[]) => `\n\n${words.map((word, index) => `${index + 1}. ${word}\n`).join('')}`
    expect(await textAfter(`Harbour³ town¹ guild²,³ board¹⁻³ quay<sup>2</sup>${list(['Foo', 'Bar', 'Baz'])}`)).toBe(
      `Harbour¹ town² guild¹,³ board¹⁻³ quay<sup>3</sup>${list(['Baz', 'Foo', 'Bar'])}`,
    )
  })

  test('of letters and of named groups', async () => {
    expect(
      await textAfter(
        'Aa[note 2] bb[note 1] cc[b] dd[a] ee[c].\n\n[note 1] x\n\n[note 2] y\n\n[a] x\n\n[b] y\n\n[c] z\n',
      ),
    ).toBe('Aa[note 1] bb[note 2] cc[a] dd[b] ee[c].\n\n[note 1] y\n\n[note 2] x\n\n[a] y\n\n[b] x\n\n[c] z\n')
  })

  test('not where one of them is not written as it should be', async () => {
    const text = 'Aa[^3] bb[^ 1] cc[^2]\n\n[^1]: one\n[^2]: two\n[^3]: three\n'
    expect((await renumbered(text)).refusals).toEqual([
      '1:10 `[^ 1]` is not written as a marker, which has to be mended first',
    ])
    expect((await renumbered(listed('Aa[4] bb[1] cc[5-3] dd[2] ee[6]'))).refusals).toEqual([
      '1:15 a range runs backwards, which has to be mended first',
    ])
  })
})

describe('renumbering moves entries', () => {
  test('with all that belongs to them', async () => {
    expect(
      await textAfter(
        'Aa[^2] bb[^1]\n\n[^1]: one\n\n    second paragraph\n\n    - a list\n\n    ```\n    code\n    ```\n\n[^2]: two\n',
      ),
    ).toBe(
      'Aa[^1] bb[^2]\n\n[^1]: two\n\n[^2]: one\n\n    second paragraph\n\n    - a list\n\n    ```\n    code\n    ```\n',
    )
    expect(await textAfter('Aa[3] bb[1] cc[2].\n\n1. Foo\n   more\n\n   A paragraph.\n2. Bar\n3. Baz\n')).toBe(
      'Aa[1] bb[2] cc[3].\n\n1. Baz\n2. Foo\n   more\n\n   A paragraph.\n3. Bar\n',
    )
  })

  test('and keeps their words where they were when a number gets longer', async () => {
    const many = Array.from({ length: 10 }, (_, index) => index + 1)
    const text = (order: readonly number[]) => order.map((number) => `Word[${number}]`).join(' ')
    const list = many.slice(1).map((number) => `${number}. Entry ${number}\n`)
    expect(
      await textAfter(`${text([...many.slice(1), 1])}\n\n1. First\n   line\n\n   Paragraph.\n${list.join('')}`),
    ).toBe(
      `${text(many)}\n\n${many
        .slice(0, 9)
        .map((number) => `${number}. Entry ${number + 1}\n`)
        .join('')}10. First\n    line\n\n    Paragraph.\n`,
    )
  })

  test('not where what follows may belong to the last one', async () => {
    expect((await renumbered('Aa[3] bb[1] cc[2].\n\n[1] Foo\n\n[2] Bar\n\n[3] Baz\n\nA remark.\n')).refusals).toEqual([
      '3:1 the entries cannot be put in order: other things stand between them, or what follows may belong to the last one',
    ])
    expect(await textAfter('Aa[3] bb[1] cc[2].\n\n[1] Foo\n\n[2] Bar\n\n[3] Baz\n\n## Links\n\nA remark.\n')).toBe(
      'Aa[1] bb[2] cc[3].\n\n[1] Baz\n\n[2] Foo\n\n[3] Bar\n\n## Links\n\nA remark.\n',
    )
  })

  test('not where the list is sorted by its words, which only closes its gaps', async () => {
    const text = 'Aa[4] bb[1] cc[6] dd[2].\n\n## References\n\n1. Adams\n\n2. Baker\n\n4. Clarke\n\n6. Dunn\n'
    expect((await renumbered(text)).refusals).toEqual([
      '5:1 the list is sorted by its words, not by citation; `--close-gaps` keeps its order',
    ])
    expect(await textAfter(text, { order: 'kept' })).toBe(
      'Aa[3] bb[1] cc[4] dd[2].\n\n## References\n\n1. Adams\n\n2. Baker\n\n3. Clarke\n\n4. Dunn\n',
    )
  })
})

describe('renumbering numbers', () => {
  test('from where the series begins, or from where it is told to', async () => {
    const text =
      'Aa[236] bb[234] cc[235] dd[238] ee[239].\n\n[234] Foo\n\n[235] Bar\n\n[236] Baz\n\n[238] Qux\n\n[239] Quux\n'
    const after = (from: number) =>
      `Aa[${from}] bb[${from + 1}] cc[${from + 2}] dd[${from + 3}] ee[${from + 4}].\n\n` +
      ['Baz', 'Foo', 'Bar', 'Qux', 'Quux'].map((word, index) => `[${from + index}] ${word}\n`).join('\n')
    expect(await textAfter(text)).toBe(after(234))
    expect(await textAfter(text, { start: 1 })).toBe(after(1))
  })

  test('labels of links that are shown, and leaves those that are not', async () => {
    expect(await textAfter('Aa[3] bb[1] cc [text][2].\n\n[1]: http://a\n[2]: http://b "t"\n[3]: http://c\n')).toBe(
      'Aa[1] bb[3] cc [text][2].\n\n[1]: http://c\n[2]: http://b "t"\n[3]: http://a\n',
    )
    const issues = 'See [one][803] and [another][911].\n\n[911]: http://issues/911\n[803]: http://issues/803\n'
    expect(await textAfter(issues)).toBe(issues)
  })

  test('the series of other scopes apart', async () => {
    const scope = (order: string, list: string) => `${order}\n\n## Notes\n\n${list}\n`
    const list = '1. Foo\n2. Bar\n3. Baz\n'
    expect(await textAfter(scope('Aa[3] bb[1] cc[2].', list) + scope('Dd[1] ee[3] ff[2].', list))).toBe(
      scope('Aa[1] bb[2] cc[3].', '1. Baz\n2. Foo\n3. Bar\n') + scope('Dd[1] ee[2] ff[3].', '1. Foo\n2. Baz\n3. Bar\n'),
    )
  })

  test('entries that are one source as one, where it is asked for', async () => {
    const text = 'Aa[1] bb[2][1] cc[3][4] dd[1][3].\n\n[1] Foo, 1999.\n\n[2] Bar\n\n[3] foo, 1999\n\n[4] Quux, ibid.\n'
    expect(await textAfter(text)).toBe(text)
    expect(await textAfter(text, { mergeDuplicates: true })).toBe(
      'Aa[1] bb[2][1] cc[1][3] dd[1].\n\n[1] Foo, 1999.\n\n[2] Bar\n\n[3] Quux, ibid.\n',
    )
  })
})
