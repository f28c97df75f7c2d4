import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCslStyle } from '../src/config/styles/csl.ts'
import { readXml } from '../src/config/styles/xml.ts'
import { secondsOf } from './cost.ts'

/** A style around a citation and what the list is sorted by. */
const style = (citation: string, { info = '', sort = '', macros = '', attributes = '' } = {}) => `<?xml version="1.0"?>
<!-- made up -->
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" ${attributes}>
  <info><title>Harbour &amp; Pilots</title>${info}</info>
  ${macros}
  ${citation}
  <bibliography>${sort}<layout><text variable="title"/></layout></bibliography>
</style>`

const byNumber = '<sort><key variable="citation-number"/></sort>'
const number = '<text variable="citation-number"/>'
const numeric = '<category citation-format="numeric"/>'

describe('a CSL style', () => {
  test.each([
    [
      'Vancouver in brackets',
      `<citation collapse="citation-number">${byNumber}<layout prefix="[" suffix="]" delimiter=",">${number}</layout></citation>`,
      { clusterOrder: 'ascending', collapse: true, delimiter: ',', form: 'bracket', brackets: '[', each: false },
    ],
    [
      'IEEE',
      `<citation>${byNumber}<layout delimiter=", "><group prefix="[" suffix="]">${number}<text variable="locator"/></group></layout></citation>`,
      { clusterOrder: 'ascending', collapse: false, delimiter: ', ', form: 'bracket', brackets: '[', each: true },
    ],
    [
      'brackets in the delimiter',
      `<citation><layout prefix="[" suffix="]" delimiter="], [">${number}</layout></citation>`,
      { clusterOrder: 'as-cited', delimiter: ', ', form: 'bracket', each: true },
    ],
    [
      'raised numbers',
      `<citation><layout delimiter="," vertical-align="sup">${number}</layout></citation>`,
      { form: 'superscript', brackets: '', each: false },
    ],
    [
      'raised numbers in parentheses',
      `<citation><layout prefix="("><text variable="citation-number" vertical-align="sup"/></layout></citation>`,
      { form: 'superscript', brackets: '(' },
    ],
    ['a closing parenthesis', `<citation><layout suffix=")">${number}</layout></citation>`, { form: 'parenthesis' }],
    [
      'a bracket as text',
      `<citation><layout><group><text value="["/>${number}<text value="]"/></group></layout></citation>`,
      { form: 'bracket', each: true },
    ],
    [
      'a number in a macro of an alternative',
      '<citation><layout prefix="("><choose><if type="x"><text variable="title"/></if><else><text macro="n"/></else></choose></layout></citation>',
      { form: 'parenthesis', numbered: true },
    ],
    [
      'descending order',
      `<citation><sort><key variable="citation-number" sort="descending"/></sort><layout>${number}</layout></citation>`,
      { clusterOrder: 'as-cited' },
    ],
    [
      'no number',
      '<citation><layout prefix="("><text variable="author"/></layout></citation>',
      { numbered: false, form: 'none' },
    ],
  ])('with %s', (_, citation, expected) => {
    const macros = `<macro name="n">${number}</macro>`
    expect(readCslStyle(style(citation, { info: numeric, macros }))).toMatchObject({
      kind: 'style',
      title: 'Harbour & Pilots',
      class: 'numeric',
      alphabeticalList: false,
      ...expected,
    })
  })

  const plain = `<citation><layout>${number}</layout></citation>`
  test('may sort its list', () => {
    const listSort = (key: string) => readCslStyle(style(plain, { sort: `<sort>${key}</sort>` }))
    expect(listSort('<key macro="author"/>')).toMatchObject({ alphabeticalList: true })
    expect(listSort('<key variable="citation-number"/>')).toMatchObject({ alphabeticalList: false })
  })

  test('has a language and a class', () => {
    expect(readCslStyle(style(plain, { attributes: 'default-locale="fr-FR"' }))).toMatchObject({
      language: 'fr-FR',
      class: 'numeric',
    })
    const of = (variable: string) =>
      readCslStyle(style(`<citation><layout><text variable="${variable}"/></layout></citation>`))
    expect(of('author')).toMatchObject({ class: 'author-date', language: undefined })
    expect(of('citation-label')).toMatchObject({ class: 'label' })
    const note = style('<citation><layout/></citation>').replace('in-text', 'note')
    expect(readCslStyle(note)).toMatchObject({ class: 'note' })
  })

  test('that depends on another names it', () => {
    const text = `<style><info><title>Nature Harbours</title>
      <link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>`
    expect(readCslStyle(text)).toEqual({
      kind: 'dependent',
      title: 'Nature Harbours',
      language: undefined,
      parent: 'http://www.zotero.org/styles/nature',
      parentFile: 'nature.csl',
    })
  })

  test.each([
    ['', 0, '<style>'],
    ['{"a": 1}', 0, '<style>'],
    ['<html></html>', 0, '<style>'],
    ['<style></style>', 15, '<citation>'],
    ['<style><info></style>', 13, '</info>'],
    ['<style>', 7, '</style>'],
    ['<style>1 < 2</style>', 9, '&lt;'],
    ['</style>', 0, ''],
  ])('%j is a mistake', (text, offset, expected) => {
    expect(readCslStyle(text)).toEqual({ kind: 'mistake', offset, expected })
  })

  test('whose macros call themselves, or each other often, is read', () => {
    const calls = (name: number) => `<text macro="m${name}"/>`.repeat(2)
    const macros = Array.from(
      { length: 60 },
      (_, index) => `<macro name="m${index}">${calls((index + 1) % 60)}</macro>`,
    )
    const text = style('<citation><layout><text macro="m0"/></layout></citation>', { macros: macros.join('') })
    expect(readCslStyle(text)).toMatchObject({ kind: 'style', numbered: false })
  })
})

describe('XML', () => {
  test('has elements, attributes, text and entities', () => {
    const root = readXml('<!DOCTYPE a><a b="1 &lt; 2" c=\'"\'>x<b/>&#65;&#x42;&eacute;<![CDATA[<&]]></a>')
    expect(root).toMatchObject({ name: 'a', text: 'xAB&eacute;<&', children: [{ name: 'b' }] })
    expect('attributes' in root && [...root.attributes]).toEqual([
      ['b', '1 < 2'],
      ['c', '"'],
    ])
  })

  test('of any kind is read without a throw, in time that grows with it', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      '<a>',
      '</a>',
      '<a b="',
      '"',
      '<!--',
      '-->',
      '<![CDATA[',
      '&#x',
      ';',
      ' ',
      '<?',
    )
    fc.assert(fc.property(fc.array(part), (parts) => void readXml(parts.join(''))))
    for (const shape of ['<a>', '<!--', '<!', '<a b="', '<a ', '<a/>', '&', '<a b="c" ']) {
      const long = shape.repeat(200_000)
      expect(secondsOf(() => readXml(long))).toBeLessThan(3)
    }
  }, 30_000)
})
