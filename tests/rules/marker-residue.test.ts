import { describe, expect, test } from 'vitest'
import { find, fixes, lines } from '../rule-run.ts'

describe('marker-residue', () => {
  const found = (text: string, options = {}) => lines('marker-residue', text, options)
  /** All fixes at once; what they leave must be clean. */
  const cleaned = (text: string) => {
    const edits = find('marker-residue', text).flatMap((one) => one.fix?.edits ?? [])
    const result = edits
      .toSorted((one, other) => other.start - one.start)
      .reduce((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text)
    expect(lines('marker-residue', result)).toEqual([])
    return result
  }

  test('finds a maintenance tag behind a sentence', () => {
    expect(find('marker-residue', 'The road was begun.[citation needed] It was long.\n')).toMatchObject([
      {
        line: '1:20-1:37 warning tag [citation needed]',
        message: 'The maintenance tag `[citation needed]` of a wiki was pasted along, expected none',
        fix: { safe: true, title: 'Remove the leftover' },
        fixed: 'The road was begun. It was long.\n',
      },
    ])
  })

  test.each([
    'A claim[citation_needed] here',
    'A claim[citation\nneeded] here',
    'Some people[who?] say',
    'A claim.[12][citation needed]',
    'La frase.[cita requerida]',
    'La phrase[réf. nécessaire].',
    'A frase[carece de fontes?].',
    'La frase.[senza fonte]',
    'Kalimat.[butuh rujukan]',
    'Фраза[источник не указан 360 дней].',
    '文である[要出典]。',
    '句子[来源请求]。',
    'Zdanie[potrzebny przypis].',
    'De zin.[bron?]',
    'Câu[cần dẫn nguồn].',
    'Cümle.[kaynak belirtilmeli]',
    'Mening[källa behövs] här',
    'As of 2020[update], it stands',
  ])('finds %s', (text) => expect(found(text)).toEqual([expect.stringContaining(' warning tag [')]))

  test.each([
    '## History[edit]',
    '***** Notes[edit] *****',
    'Sejarah[sunting | sunting sumber]',
    '## Geschichte [Bearbeiten | Quelltext bearbeiten]',
    '## Histoire[modifier | modifier le code]',
    '## История[править | править код]',
    '## 歴史[編集]',
    '## 历史[编辑]',
    '## Storia\\[modifica wikitesto\\]',
  ])('finds %s', (text) => expect(found(text)).toEqual([expect.stringContaining(' warning section ')]))

  test('takes one section link for one where a marker of a wiki ends a line too', () => {
    expect(found('Bevölkerung[Bearbeiten]\n\nEntwicklung[6]\n')).toEqual(['1:12-1:24 warning section [Bearbeiten]'])
    expect(found('Bevölkerung[Bearbeiten]\n\nDie Entwicklung[6] steht fest.\n')).toEqual([])
  })

  test('takes a tag that opens an entry for one beside a certain one, and leaves no empty entry', () => {
    const text = 'A claim.[1] A word.[citation needed]\n\n## References\n\n1. ^ Plan.\n2. [ISBN missing]\n'
    expect(find('marker-residue', text)).toMatchObject([
      { line: '1:20-1:37 warning tag [citation needed]', fix: { safe: true } },
      { line: '6:4-6:18 warning tag [ISBN missing]', fix: undefined },
    ])
  })

  test('goes by the rest of the document where one label alone could be something else', () => {
    expect(found('## The command [edit]')).toEqual([])
    expect(found('## History [edit]\n\nA.\n\n## Notes [edit]\n\nB.')).toHaveLength(2)
    expect(found('A claim [citation needed] here')).toEqual([])
    expect(found('A claim [citation needed] here.[who?]')).toHaveLength(2)
    expect(found('He asked [who?] and [when?] of them')).toEqual([])
    expect(found('1. ↑ Moves up\n2. Moves down')).toEqual([])
  })

  test.each([
    'Click [edit] to open it.',
    '[update]: the price rose',
    'The array hooks[update] holds them',
    'The tag "[citation needed]" is known',
    'The tag “[who?]” is known',
    'The tag `x[citation needed]` is known',
    'See [edit](https://example.org/edit).',
    'See x[edit]\n\n[edit]: https://example.org/edit',
    '- ↑ moves up\n- ↓ moves down',
    'He asked [when?] and left',
    'The word contentReference and oaicite',
    '`citeturn0search1` and “turn0search1”',
    'Turn 0 search 1, return0search1',
    'A link https://example.org/?utm_source=newsletter',
    'The parameter utm_source=chatgpt.com is known',
    '【注意】 全角',
    '    A code.[citation needed]',
  ])('says nothing of %s', (text) => expect(found(text)).toEqual([]))

  test.each([
    ['Begun in May【4:0†source】.', 'Begun in May.'],
    ['Begun in May【12†L3-L9】.', 'Begun in May.'],
    ['Begun in May. :contentReference[oaicite:2]{index=2}', 'Begun in May.'],
    ['Begun in May. [oai_citation:1‡GitHub](https://example.org/a_(b)?x=1) More.', 'Begun in May. More.'],
    ['Begun in May. \uE200cite\uE202turn0search1\uE202turn0search4\uE201 More.', 'Begun in May. More.'],
    ['Begun in May. citeturn0search1turn0search4', 'Begun in May.'],
    ['Begun in May.citeturn0search1', 'Begun in May.'],
    ['Begun in May. turn0search1 More.', 'Begun in May. More.'],
    ['Begun in May.({"attribution":{"attributableIndex":"1009-1"}}) More.', 'Begun in May. More.'],
    ['[cite_start]Begun in May [cite: 1, 2].', 'Begun in May.'],
    ['* [cite_start]**Begun** in May[cite: 43].', '* **Begun** in May.'],
    ['A.[cite: 230-234] [cite_start]B', 'A. B'],
    ['A.[cite_start]The road', 'A. The road'],
    ['VirtualBox[span_0](start_span)[span_0](end_span) is', 'VirtualBox is'],
    ['A photo [attached_image:1] of it', 'A photo of it'],
    [
      'A.<grok:render card_id="1" type="render_inline_citation">\n<argument name="citation_id">37</argument>\n</grok:render> B',
      'A. B',
    ],
    ['A. <grok-card data-id="9" data-type="citation_card" ></grok-card> B', 'A. B'],
  ])('takes out the placeholder of %s', (text, expected) => {
    expect(found(text).every((line) => line.includes(' warning model '))).toBe(true)
    expect(cleaned(`${text}\n`)).toBe(`${expected}\n`)
  })

  test.each([
    ['See [a](https://example.org/?utm_source=chatgpt.com).', 'See [a](https://example.org/).'],
    ['See [a](https://example.org/?utm_source=openai&b=1).', 'See [a](https://example.org/?b=1).'],
    ['See [a](https://example.org/?b=1&utm_source=perplexity).', 'See [a](https://example.org/?b=1).'],
    ['See <https://example.org/?utm_source=chatgpt.com>.', 'See <https://example.org/>.'],
    ['See https://example.org/?utm_source=chatgpt.com.', 'See https://example.org/.'],
    ['A.[^1]\n\n[^1]: Smith, https://example.org/?utm_source=openai', 'A.[^1]\n\n[^1]: Smith, https://example.org/'],
    ['[a]\n\n[a]: https://example.org/?utm_source=chatgpt.com#b', '[a]\n\n[a]: https://example.org/#b'],
  ])('takes out the parameter of %s', (text, expected) => {
    expect(found(text)).toEqual([expect.stringMatching(/ warning tracking utm_source=/)])
    expect(cleaned(text)).toBe(expected)
  })

  test.each([
    ['## History [edit | edit source]', '## History'],
    ['A claim<sup>[citation needed]</sup> here', 'A claim here'],
    ['A claim<sup>*[citation needed]*</sup> here', 'A claim here'],
    ['A claim.[who?] B claim [citation needed] here', 'A claim. B claim here'],
    ['A.[citation needed][who?] B', 'A. B'],
    ['1. ↑ Smith, 1990.\n2. ↑ a b Jones, 1991.', '1. Smith, 1990.\n2. Jones, 1991.'],
    ['1. ^ Jump up to: a b Smith, 1990.', '1. Smith, 1990.'],
  ])('leaves neither a double nor a lost space in %s', (text, expected) => expect(cleaned(text)).toBe(expected))

  test('leaves what it is told to leave, and markers alone', () => {
    expect(found('A claim[who?].', { allow: ['[who?]'] })).toEqual([])
    expect(fixes('marker-residue', 'A.[12][citation needed] B')).toEqual(['A.[12] B'])
    expect(lines('marker-gap', 'A.[1] B.[2] C.[3][citation needed] D.[5]\n')).toEqual(['1:38-1:41 error one [5]'])
  })
})
