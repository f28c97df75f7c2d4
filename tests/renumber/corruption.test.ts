import { describe, expect, test } from 'vitest'
import { renumbered, textAfter } from './renumbered.ts'

/** What other renumbering tools are known to break; each is done right here, or refused with the reason. */
describe('renumbering does not corrupt', () => {
  test('an undefined marker: it keeps its label, and nothing else gets it', async () => {
    expect(await textAfter('Aa[^1] bb[^3]\n\n[^3]: three\n')).toBe('Aa[^1] bb[^3]\n\n[^3]: three\n')
    expect(await textAfter('Aa[^1] bb[^3]\n\n[^3]: three\n', { start: 1 })).toBe('Aa[^1] bb[^2]\n\n[^2]: three\n')
    expect(await textAfter('Aa[^4] bb[^2] cc[^3]\n\n[^2]: two\n[^3]: three\n')).toBe(
      'Aa[^4] bb[^2] cc[^3]\n\n[^2]: two\n[^3]: three\n',
    )
    expect(await textAfter('Aa[^4] bb[^2] cc[^3]\n\n[^4]: four\n[^3]: three\n')).toBe(
      'Aa[^3] bb[^2] cc[^4]\n\n[^3]: four\n[^4]: three\n',
    )
  })

  test('a marker inside a definition', async () => {
    expect(await textAfter('Aa[^2] bb[^1]\n\n[^1]: one[^3]\n[^2]: two\n[^3]: three\n')).toBe(
      'Aa[^1] bb[^2]\n\n[^1]: two\n[^2]: one[^3]\n[^3]: three\n',
    )
    expect(await textAfter('Aa[^3] bb[^2]\n\n[^1]: one\n[^2]: two[^1]\n[^3]: three[^2]\n')).toBe(
      'Aa[^1] bb[^2]\n\n[^1]: three[^2]\n[^2]: two[^3]\n[^3]: one\n',
    )
  })

  test('what looks like a pattern of `String.replace`', async () => {
    expect(await textAfter("Aa[^2] bb[^1]\n\n[^1]: AT$&T $1 $` $'\n[^2]: $$ two\n")).toBe(
      "Aa[^1] bb[^2]\n\n[^1]: $$ two\n[^2]: AT$&T $1 $` $'\n",
    )
  })

  test('two definitions of one label', async () => {
    const text = 'Aa[^2] bb[^1]\n\n[^1]: one\n[^1]: other\n[^2]: two\n'
    expect(await renumbered(text)).toEqual({
      text,
      map: [],
      refusals: ['4:1 `[^1]` is defined twice, and nobody can say which of the two is meant'],
    })
  })

  test('an escaped marker, which gets no twin', async () => {
    expect(await textAfter('Aa\\[^1] bb[^3]\n\n[^3]: three\n')).toBe('Aa\\[^1] bb[^3]\n\n[^3]: three\n')
    expect(await textAfter('Aa\\[^1] bb[^3]\n\n[^3]: three\n', { start: 1 })).toBe('Aa\\[^1] bb[^2]\n\n[^2]: three\n')
  })

  test('an unused definition', async () => {
    expect(await textAfter('Aa[^3] bb[^2]\n\n[^1]: one\n[^2]: two\n[^3]: three\n')).toBe(
      'Aa[^1] bb[^2]\n\n[^1]: three\n[^2]: two\n[^3]: one\n',
    )
  })

  test('labels that differ in case', async () => {
    const notes = '[^note]: named\n[^1]: one\n[^2]: two\n'
    expect(await textAfter(`Aa[^Note] bb[^2] cc[^1]\n\n${notes}`)).toBe(
      'Aa[^Note] bb[^1] cc[^2]\n\n[^note]: named\n[^1]: two\n[^2]: one\n',
    )
    expect(await textAfter(`Aa[^Note] bb[^2] cc[^1]\n\n${notes}`, { labels: 'number' })).toBe(
      'Aa[^1] bb[^2] cc[^3]\n\n[^1]: named\n[^2]: two\n[^3]: one\n',
    )
  })

  test('definitions in a quotation and in a list', async () => {
    expect(
      await textAfter('Aa[^2] bb[^1]\n\n> quote\n>\n> [^1]: in quote\n> [^2]: second\n>\n> more\n\nParagraph\n'),
    ).toBe('Aa[^1] bb[^2]\n\n> quote\n>\n> [^1]: second\n> [^2]: in quote\n>\n> more\n\nParagraph\n')
    expect(await textAfter('Aa[^2] bb[^1]\n\n- item\n\n  [^1]: in item\n- [^2]: second\n\nParagraph\n')).toBe(
      'Aa[^1] bb[^2]\n\n- item\n\n  [^2]: in item\n- [^1]: second\n\nParagraph\n',
    )
  })

  test('definitions behind a paragraph, and between paragraphs', async () => {
    expect(await textAfter('Aa[^2] bb[^1]\n[^1]: one\n[^2]: two\n\nParagraph\n')).toBe(
      'Aa[^1] bb[^2]\n[^1]: two\n[^2]: one\n\nParagraph\n',
    )
    expect(await textAfter('Aa[^2]\n\n[^2]: two\n\nBb[^1]\n\n[^1]: one\n\nParagraph\n')).toBe(
      'Aa[^1]\n\n[^1]: two\n\nBb[^2]\n\n[^2]: one\n\nParagraph\n',
    )
  })

  test('comments and code', async () => {
    expect(
      await textAfter(
        'Aa[^2] bb[^1] `[^1]`\n\n<!-- [^1] and [^2] -->\n\n    [^1]: code\n\n[^1]: one\n[^2]: two `[^2]`\n',
      ),
    ).toBe('Aa[^1] bb[^2] `[^1]`\n\n<!-- [^1] and [^2] -->\n\n    [^1]: code\n\n[^1]: two `[^2]`\n[^2]: one\n')
  })

  test('a version, and punctuation of other scripts', async () => {
    expect(await textAfter('v[^2].5 甲[^1]。\n\n[^1]: one\n[^2]: two\n')).toBe(
      'v[^1].5 甲[^2]。\n\n[^1]: two\n[^2]: one\n',
    )
  })

  test('labels that are names of objects', async () => {
    const text = 'Aa[^__proto__] bb[^3] cc[^constructor] dd[^1] ee[^01] ff[^$&].\n\n'
    const notes = '[^__proto__]: a\n[^constructor]: b\n[^1]: c\n[^01]: d\n[^3]: e\n[^$&]: f\n'
    expect(await textAfter(text + notes)).toBe(
      'Aa[^__proto__] bb[^1] cc[^constructor] dd[^2] ee[^01] ff[^$&].\n\n' +
        '[^__proto__]: a\n[^1]: e\n[^constructor]: b\n[^2]: c\n[^01]: d\n[^$&]: f\n',
    )
    expect(await textAfter(text + notes, { labels: 'number' })).toBe(
      'Aa[^1] bb[^2] cc[^3] dd[^4] ee[^5] ff[^6].\n\n[^1]: a\n[^2]: e\n[^3]: b\n[^4]: c\n[^5]: d\n[^6]: f\n',
    )
  })
})
