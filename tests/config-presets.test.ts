import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { rules as builtInRules } from '../rules/index.ts'
import { lint } from '../src/api.ts'
import { notationDefaults } from '../src/config/combine.ts'
import { layersOfValue } from '../src/config/layer.ts'
import { presets, stylePresets } from '../src/config/presets/index.ts'
import { resolveSettings } from '../src/config/resolve.ts'
import { configSchema } from '../src/config/schema.ts'
import type { Config } from '../src/config/schema.ts'
import { fixtures } from './fixture-files.ts'

const traceOf = (config: Config) => resolveSettings('a.md', { layers: layersOfValue(config) }).trace
const severities = (config: Config) =>
  Object.fromEntries(traceOf(config).rules.map(({ rule, severity }) => [rule.id, severity.value]))
const optionsOf = (config: Config, id: string) => traceOf(config).rules.find(({ rule }) => rule.id === id)!.options

const names = [...stylePresets.keys()]

describe('the presets of styles', () => {
  it('are those of the README', () => {
    expect(names).toEqual([
      'wikipedia',
      'vancouver',
      'ieee',
      'ama',
      'acs',
      'nature',
      'chicago-notes',
      'mhra',
      'french',
      'cjk',
    ])
    expect([...presets.keys()]).toEqual(['recommended', 'strict', ...names])
  })

  it.each([...presets])('%s is a configuration of rules, options and notations that exist', (name, config) => {
    expect(v.parse(configSchema, config)).toEqual(config)
    for (const [id, entry] of Object.entries(config.rules ?? {})) {
      const rule = builtInRules.find((one) => one.id === id)
      expect(rule?.id, name).toBe(id)
      if (typeof entry === 'object') expect(v.safeParse(rule!.options, entry).success, `${name}: ${id}`).toBe(true)
    }
    expect(Object.keys(notationDefaults)).toEqual(expect.arrayContaining(Object.keys(config.notations ?? {})))
  })

  it.each(names)('%s lies on recommended and changes no weight', (name) => {
    expect(traceOf({ extends: name }).layers).toEqual(['preset recommended', `preset ${name}`, 'configuration'])
    expect(severities({ extends: name })).toEqual(severities({}))
    for (const order of [
      ['recommended', name],
      [name, 'recommended'],
    ])
      expect(severities({ extends: order })).toEqual(severities({}))
  })

  it.each(names)('%s lies on strict, in any order', (name) => {
    const strict = severities({ extends: 'strict' })
    const [id] = Object.keys(stylePresets.get(name)!.rules!)
    for (const order of [
      ['strict', name],
      [name, 'strict'],
    ]) {
      expect(severities({ extends: order })).toEqual(strict)
      expect(optionsOf({ extends: order }, id!)).toMatchObject({ origin: `preset ${name}` })
    }
  })

  it('are overruled by the configuration that extends them', () => {
    const config: Config = {
      extends: 'ieee',
      rules: { 'marker-punctuation': { side: 'after' }, 'cluster-order': 'info', 'marker-spacing': ['off', {}] },
    }
    expect(optionsOf(config, 'marker-punctuation')).toEqual({
      value: { side: 'after', markers: 'all' },
      origin: 'configuration: rules.marker-punctuation',
    })
    expect(optionsOf(config, 'cluster-order')).toEqual({ value: { order: 'ascending' }, origin: 'preset ieee' })
    expect(severities(config)).toMatchObject({
      'marker-punctuation': 'warning',
      'cluster-order': 'info',
      'marker-spacing': 'off',
    })
  })

  it('do not prescribe what a guide leaves open', () => {
    expect(optionsOf({ extends: 'vancouver' }, 'marker-punctuation').value).toEqual({ side: 'auto', markers: 'all' })
    expect(optionsOf({ extends: 'french' }, 'marker-spacing').value).toEqual({
      before: 'auto',
      markers: 'all',
      after: true,
    })
    expect(optionsOf({ extends: 'acs' }, 'cluster-format').value).toMatchObject({ delimiter: 'auto' })
    expect(traceOf({ extends: 'nature' }).notations.parenthesis).toEqual({ value: 'off', origin: 'default' })
    expect(traceOf({ extends: 'acs' }).notations.parenthesis).toEqual({ value: 'auto', origin: 'preset acs' })
  })
})

describe('the documents of a preset', () => {
  const ofPreset = (name: string, file: string) => fixtures.find(({ path }) => path === `presets/${name}/${file}.md`)

  it.each(names)('%s: one follows it and is clean, one breaks it', async (name) => {
    const [follows, breaks] = [ofPreset(name, 'follows'), ofPreset(name, 'breaks')]
    expect([follows?.config, breaks?.config]).toEqual([{ extends: name }, { extends: name }])
    expect((await lint(follows!.content, { config: follows!.config })).findings).toEqual([])
    expect((await lint(follows!.content, { config: { extends: ['strict', name] } })).findings).toEqual([])
    const plain = await lint(breaks!.content)
    const found = await lint(breaks!.content, { config: breaks!.config })
    expect(found.findings.length).toBeGreaterThan(plain.findings.length)
  })

  // French leaves all else open; reuse is allowed rather than demanded, and what is the default anyway is not seen.
  const seen: Readonly<Record<string, readonly string[]>> = {
    wikipedia: ['cluster-format', 'marker-notation', 'marker-punctuation', 'marker-spacing'],
    vancouver: ['cluster-format', 'cluster-order'],
    ieee: ['cluster-format', 'cluster-order', 'marker-notation', 'marker-punctuation', 'marker-spacing'],
    ama: ['cluster-format', 'cluster-order', 'marker-notation', 'marker-punctuation', 'marker-spacing'],
    acs: ['cluster-format', 'cluster-order'],
    nature: ['cluster-format', 'cluster-order', 'marker-notation'],
    'chicago-notes': ['cluster-format', 'marker-duplicate', 'marker-notation', 'marker-punctuation', 'marker-spacing'],
    mhra: ['marker-duplicate', 'marker-notation', 'marker-placement', 'marker-punctuation'],
    french: ['marker-punctuation'],
    cjk: ['cluster-format', 'marker-punctuation', 'marker-spacing'],
  }

  it.each(names)('%s: every prescription is broken in one of them', async (name) => {
    const own = fixtures.filter(({ path }) => path.startsWith(`presets/${name}/`))
    const results = await Promise.all(own.map(({ content, config }) => lint(content, { config })))
    const found = new Set(results.flatMap(({ findings }) => findings.map((finding) => finding.rule)))
    expect([...found].toSorted()).toEqual(seen[name])
    const { rules = {} } = stylePresets.get(name)!
    const demanded = Object.entries(rules).filter(([, entry]) => (entry as { reuse?: string }).reuse !== 'allow')
    expect(demanded.map(([id]) => id).toSorted()).toEqual(seen[name])
  })
})
