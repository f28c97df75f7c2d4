import { describe, expect, it } from 'vitest'
import { lintText } from '../src/api.ts'
import { printConfig } from '../src/config/print.ts'
import { inFolder, load, mistake, useFolder, write } from './config-folder.ts'
import { problem } from './config-resolving.ts'

useFolder()

const number = '<text variable="citation-number"/>'
const style = (citation: string, { sort = '', info = '' } = {}) => `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Harbour</title>${info}</info>
  <citation${citation}</citation>
  <bibliography>${sort}<layout>${number}</layout></bibliography>
</style>
`
const sorted = '<sort><key variable="citation-number"/></sort>'
const brackets = style(
  ` collapse="citation-number">${sorted}<layout prefix="[" suffix="]" delimiter=",">${number}</layout>`,
)
const dependent = `<style><info><title>Pilots</title>
  <link href="http://www.zotero.org/styles/harbour" rel="independent-parent"/></info></style>`

async function traceOf(file = 'a.md') {
  const { resolve } = await load(file)
  return resolve(inFolder(file)).trace
}

const optionsOf = async (...ids: string[]) => {
  const { rules } = await traceOf()
  return ids.map((id) => rules.find(({ rule }) => rule.id === id)!.options.value)
}

describe('a style', () => {
  it('becomes options of rules, over what is extended and under what is written', async () => {
    write({
      '.footlintrc.yaml': 'extends: strict\nstyle: styles/harbour.csl\nrules: { cluster-order: info }',
      'styles/harbour.csl': brackets,
    })
    const trace = await traceOf()
    expect(trace.layers).toEqual(['preset strict', 'style styles/harbour.csl', '.footlintrc.yaml'])
    const of = (id: string) => {
      const { severity, options } = trace.rules.find(({ rule }) => rule.id === id)!
      return [severity, options]
    }
    const origin = 'style styles/harbour.csl'
    expect(of('cluster-order')).toEqual([
      { value: 'info', origin: '.footlintrc.yaml: rules.cluster-order' },
      { value: { order: 'ascending' }, origin },
    ])
    expect(of('cluster-format')).toEqual([
      { value: 'error', origin: 'preset strict' },
      { value: { collapse: 'always', min: 3, delimiter: ',', adjacent: 'merge' }, origin },
    ])
    expect(of('marker-notation')[1]).toEqual({ value: { notation: 'bracket' }, origin })
    expect(of('marker-duplicate')[1]).toEqual({ value: { reuse: 'allow' }, origin })
    expect(of('marker-order')[0]).toEqual({ value: 'error', origin: 'preset strict' })
    expect(trace.notations.parenthesis).toEqual({ value: 'off', origin: 'default' })
  })

  it('shows itself in --print-config', async () => {
    write({ '.footlintrc.yaml': 'style: harbour.csl', 'harbour.csl': brackets })
    const { resolve } = await load('a.md')
    const printed = JSON.parse(printConfig('a.md', resolve(inFolder('a.md')))) as {
      layers: unknown
      rules: Record<string, { options: unknown }>
    }
    expect(printed.layers).toEqual(['preset recommended', 'style harbour.csl', '.footlintrc.yaml'])
    expect(printed.rules['cluster-order']!.options).toEqual({
      value: { order: 'ascending' },
      origin: 'style harbour.csl',
    })
  })

  it('can be extended, and is found from the file that names it', async () => {
    write({
      '.footlintrc.yaml': 'extends: ./base/one.yaml',
      'base/one.yaml': 'extends: [./harbour.csl]',
      'base/harbour.csl': brackets,
    })
    expect((await traceOf()).layers).toEqual([
      'preset recommended',
      'style base/harbour.csl',
      'base/one.yaml',
      '.footlintrc.yaml',
    ])
  })

  it('of raised numbers, of parentheses, of brackets for each', async () => {
    write({ '.footlintrc.yaml': 'style: harbour.csl' })
    const of = async (layout: string) => {
      write({ 'harbour.csl': style(`>${layout}`) })
      return [...(await optionsOf('marker-notation', 'cluster-format', 'cluster-order')), (await traceOf()).notations]
    }
    expect(await of(`<layout vertical-align="sup" delimiter=", ">${number}</layout>`)).toMatchObject([
      { notation: 'superscript' },
      { collapse: 'auto', delimiter: ', ', adjacent: 'allow' },
      { order: 'off' },
      { parenthesis: { value: 'off' } },
    ])
    expect(await of(`<layout prefix="(" suffix=")" delimiter=";">${number}</layout>`)).toMatchObject([
      { notation: 'parenthesis' },
      { delimiter: ';', adjacent: 'merge' },
      { order: 'off' },
      { parenthesis: { value: 'auto', origin: 'style harbour.csl' } },
    ])
    expect(
      await of(`<layout delimiter=",&#160;"><group prefix="[" suffix="]">${number}</group></layout>`),
    ).toMatchObject([{ notation: 'bracket' }, { delimiter: ', ', adjacent: 'separate' }, { order: 'off' }, {}])
    expect(await of(`<layout delimiter="–">${number}</layout>`)).toMatchObject([
      { notation: 'auto' },
      { delimiter: 'auto', adjacent: 'allow' },
      { order: 'off' },
      {},
    ])
    expect(await of(`<layout vertical-align="sup" prefix="[" suffix="]">${number}</layout>`)).toMatchObject([
      { notation: 'auto' },
      { adjacent: 'merge' },
      { order: 'off' },
      {},
    ])
  })

  it('with an alphabetical list says nothing of order', async () => {
    const sort = '<sort><key macro="author"/></sort>'
    write({ '.footlintrc.yaml': 'style: harbour.csl', 'harbour.csl': style(`><layout>${number}</layout>`, { sort }) })
    const { rules } = await traceOf()
    expect(rules.find(({ rule }) => rule.id === 'marker-order')!.severity).toEqual({
      value: 'off',
      origin: 'style harbour.csl',
    })
  })

  it('that does not number says that it says nothing', async () => {
    const authors = '<layout><text variable="author"/></layout>'
    write({ '.footlintrc.yaml': 'style: harbour.csl', 'harbour.csl': style(`>${authors}`) })
    const { layers, rules } = await traceOf()
    expect(layers[1]).toBe('style harbour.csl, author-date: says nothing of numbers')
    expect(rules.every(({ options }) => !options.origin.startsWith('style'))).toBe(true)
    write({ 'harbour.csl': style(`>${authors}`).replace('in-text', 'note') })
    expect((await traceOf()).layers[1]).toBe('style harbour.csl, note: says nothing of numbers')
  })

  it('that depends on another needs it beside itself', async () => {
    write({ '.footlintrc.yaml': 'style: s/pilots.csl', 's/pilots.csl': dependent })
    expect(await mistake('a.md')).toBe(
      's/pilots.csl: is another name of the style http://www.zotero.org/styles/harbour, expected the file harbour.csl beside it (Put harbour.csl there, or name it instead)',
    )
    write({ 's/harbour.csl': brackets })
    expect((await traceOf()).layers[1]).toBe('style s/pilots.csl (harbour.csl)')
    expect(await optionsOf('cluster-order')).toEqual([{ order: 'ascending' }])
    write({ 's/harbour.csl': dependent })
    expect(await mistake('a.md')).toBe(
      's/harbour.csl: expected a style of its own, found another name of http://www.zotero.org/styles/harbour',
    )
  })

  it.each([
    ['style: harbour.csl', undefined, 'harbour.csl: no such file'],
    ['extends: ./harbour.csl', undefined, 'harbour.csl: no such file'],
    ['style: harbour.csl', 'no style', 'harbour.csl: line 1, column 1: no CSL style, expected <style>'],
    ['style: harbour.csl', '<a>\n <b/></a>', 'harbour.csl: line 1, column 1: no CSL style, expected <style>'],
    ['style: harbour.csl', '<style>\n <info></style>', 'harbour.csl: line 2, column 8: no CSL style, expected </info>'],
    [
      'style: harbour.csl',
      '<style>\n <info x></info>',
      'harbour.csl: line 2, column 2: XML cannot be read from here on',
    ],
    ['style: harbour.csl', '<style>\n</style>\n', 'harbour.csl: line 3, column 1: no CSL style, expected <citation>'],
    [
      'style: ieee',
      undefined,
      '.footlintrc.yaml: style: expected the path of a CSL style, *.csl, found "ieee" (The preset of that name is no file: extends: ieee)',
    ],
    ['style: harbour', undefined, '.footlintrc.yaml: style: expected the path of a CSL style, *.csl, found "harbour"'],
  ])('%j with %j is told in one line', async (config, text, message) => {
    write({ '.footlintrc.yaml': config, ...(text !== undefined && { 'harbour.csl': text }) })
    expect(await mistake('a.md')).toBe(message)
  })

  it('is no value that a program can hold', () => {
    expect(problem(() => lintText('', { config: { style: 'harbour.csl' } }))).toBe(
      'configuration: style: only a configuration file can name a style',
    )
  })
})
