import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSkim } from '../../src/document/skim/skim.ts'
import { noise } from '../arbitrary-text.ts'
import { fixtures } from '../fixture-files.ts'
import { checkSkimmed, skimmable, skimmed } from './skimming.ts'

const inCode = (text: string) => `\`\`\`\n${text}\n\`\`\`\n`

describe('a look at bytes', () => {
  it.each([
    'The harbour was dredged in 1904.',
    'A [text](https://example.org/a_source) and ![a picture](b.png "c").',
    '- [x] The gate.\n* [ ] The quay.\n',
    'An [of](https://example.org) link, [**bold**](b.md), [`code`](c.md), [Author’s](d.md) and [Noted](e.md).',
    'See [the pilots][pilots].\n\n[pilots]: https://example.org\n[The quay]: /quay\n',
    'Cities of the CIA; recited, excited. #section, #ref and ## fn\n',
    'R&D, &lt;b&gt;, &#x27; &#39; &nbsp; x < y, 2^10, <span>a</span>, <sup>TM</sup>',
    '“Größe” – naïve… 水の都、[歌](https://example.org)',
    'turn around, urn0 and _source=a',
    'Jump. Index. "attribute"',
    '---\ntitle: Gate\n---\n\nThe gate.\n',
    '```js\nlist[1] ^[2] ⁴ &#91;1] <sup>1</sup> ↑\n```\n',
    '',
  ])('shows that there is nothing in %j', (text) => {
    expect(skimmed(text)).toBe('bare')
    checkSkimmed(text)
  })

  it.each([
    ['The gate.[^1]\n\n[^1]: Adam <!-- a -->\n', 'noted'],
    ['The gate.[^1]\n\n[^1]: Adam\n[^1]: Eve\n', 'noted'],
    ['The gate.[^1] 2^10', 'marked'],
    ['The gate.[ ^1]', 'marked'],
    ['The gate.[^1] And.[2]', 'marked'],
    ['```\n[^a-z] 2^10\n```\n', 'bare'],
  ] as const)('sees footnotes: %j is %s', (text, verdict) => {
    expect(skimmed(text)).toBe(verdict)
    checkSkimmed(text)
  })

  it.each([
    'The gate.[1]',
    'The gate.[*1*]',
    'The gate.[\u00A01]',
    'The gate.[a]',
    'The gate.[note 1]',
    'The gate.[NB 2]',
    'The gate.[注 3]',
    'The gate.[Прим. 3]',
    'The gate.[чит][k]: [kл 1]: [ghi chú 1]',
    'The gate.[edit]',
    'The gate.[Citation_needed]',
    'The gate.[ソースを編集]',
    'The gate.[citation\u00A0needed]',
    'The gate.[dead<b>link</b>]',
    'The gate.[&#49;]',
    '- [x]',
    'The gate.[span_3]',
    'The gate.[<b>1</b>]',
    'The gate.¹',
    'The gate.⁴',
    'The gate.^3^',
    'The gate.^[A note.]',
    'The gate.^**[A note.]**',
    'The gate.[a*b*]',
    '1.\u00A0^ The gate.',
    '^ The gate.',
    '* ^ The gate.',
    'The gate.<sup>3</sup>',
    'The gate.<SUP class="a">3</SUP>',
    'The gate.&sup2;',
    'The gate.&#91;1&#93;',
    'The gate.&#x00B9;',
    'The gate.&uarr;',
    'The gate (#fn1), [1](#cite_note-1)',
    '#user-content-fn-1',
    '#FN:1',
    '1. ↑ The gate.',
    'The gate.【4:0†source】',
    'The gate.turn12view3',
    'The gate.citeturn0search1',
    'https://example.org/?utm_source=chatgpt.com',
    'The gate.({"attribution":{"attributableIndex":"0-1"}})',
    'The gate.<grok:render>',
    '[](grok_render_citation_card_json)',
    'Jump up to: a b The gate.',
    '[a b]: /one\n[A  b]: /two\n',
    '[quay]: /one\n[QUAY]: /two\n',
    '[ä]: /one\n[Ä]: /two\n',
  ])('sees a sign in %j', (text) => {
    expect(skimmed(text)).toBe('marked')
    expect(skimmed(inCode(text))).toBe('bare')
    expect(skimmed(inCode(text), 'text')).toBe('marked')
  })

  it.each([
    'Ask ann@example.org.',
    'The gate, {cite:p}`ann`.',
    '\\citep[p. 3]{ann}',
    '\\cite*{ann}',
    'nocite:ann',
    '---\nbibliography: a.bib\n---\n',
    '---\n"references" : []\n---\n',
    '---\nnocite: x\n---\n',
    'The \0 gate.',
    '\uFEFFThe gate.',
  ])('sees a key, a name, or what is no text in %j, in code as well', (text) => {
    expect(skimmed(text)).toBe('marked')
    expect(skimmed(`${text}\n${inCode(text)}`)).toBe('marked')
  })

  it('tells of comments', () => {
    expect(skimmed('The gate. <!-- a comment -->')).toBe('commented')
    expect(skimmed('The gate. <!-- a comment [1] -->')).toBe('marked')
  })

  it.each([
    '```\n[1]\n```\n\n[1]\n',
    ' ```\n[1]\n ```\n',
    'a\u2028<div>\n```\n[1]\n```\n',
    '~~~\n~~~\n```\n[1]\n```\n',
    '```\n```\n[1]\n```\n```\n',
    '````\n```\n````\n[1]\n',
    '```a``` [1]\n```\n',
    '$$\n```\n$$\n[1]\n',
    '<!-- \n```\n-->\n[1]\n',
    '<div>\n```\n[1]\n```\n',
    'a\r```\n[1]\n```\n',
    '---\na: |\n```\n---\n\n[1]\n```\n',
    'a ```\n[1]\n```\n',
  ])('takes nothing for code where that is doubtful: %j', (text) => {
    expect(skimmed(text)).toBe('marked')
  })

  it('looks at each text for itself', () => {
    const { room, look } = createSkim()!
    const long = new TextEncoder().encode(`${'The gate. '.repeat(50)}[1]`)
    room.set(long)
    expect([look(long.length, 'markdown'), look(long.length - 3, 'markdown')]).toEqual(['marked', 'bare'])
    room.set(new TextEncoder().encode('[gate]: /one\n'))
    expect([look(13, 'markdown'), look(13, 'markdown')]).toEqual(['bare', 'bare'])
  })
})

/** Letters of Europe, white space, and some of the others. */
const step = (code: number) =>
  code < 0x460 || (code > 0x1ff0 && code < 0x2070) || (code > 0x2ff0 && code < 0x3010) ? 1 : 31

describe('what a look at bytes says nothing of', () => {
  it('holds nothing, in all fixtures', () => {
    const parts = fixtures.flatMap(({ content }) => [content, ...content.split(/\n{2,}/)])
    for (const text of parts) checkSkimmed(text)
    expect(parts.filter((text) => skimmed(text) === 'bare').length).toBeGreaterThan(300)
  })

  it('holds nothing, whatever stands behind a bracket', () => {
    for (let code = 1; code < 0xd800; code += step(code)) {
      const character = String.fromCharCode(code)
      for (const text of [`a[${character}1]`, `a[n${character}1]`, `a[b${character}]`]) checkSkimmed(text, 'look')
    }
  })

  it('holds nothing, in any text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(noise, skimmable), (text) => checkSkimmed(text)),
      { numRuns: Number(process.env['RUNS'] ?? 1500) },
    )
  })
})
