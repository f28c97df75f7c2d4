import { describe, expect, it } from 'vitest'
import { rules as builtInRules } from '../rules/index.ts'
import { commandLineLayer } from '../src/config/command-line.ts'
import { layersOf, layersOfValue } from '../src/config/layer.ts'
import type { LayerTree } from '../src/config/layer.ts'
import { recommended } from '../src/config/presets/recommended.ts'
import { strict } from '../src/config/presets/strict.ts'
import { resolveSettings } from '../src/config/resolve.ts'
import { defineConfig } from '../src/config/schema.ts'
import type { Config } from '../src/config/schema.ts'
import { UsageError } from '../src/errors.ts'
import { layer, problem, resolve } from './config-resolving.ts'

describe('the command line', () => {
  it('is a layer of its own', () => {
    expect(commandLineLayer({ rules: ['gap:off', 'house/dates:error'], unusedDirectives: 'error' })).toEqual({
      name: 'command line',
      place: [],
      folder: undefined,
      config: { rules: { gap: 'off', 'house/dates': 'error' }, directives: { unused: 'error' } },
    })
  })

  it.each([
    [{ rules: ['gap'] }, '--rule gap: expected <rule>:<severity>, such as marker-gap:off'],
    [{ rules: [':off'] }, '--rule :off: expected <rule>:<severity>, such as marker-gap:off'],
    [{ rules: ['gap:of'] }, '--rule gap:of: expected one of error, warning, info, off, found "of"'],
    [
      { unusedDirectives: 'warn' },
      '--report-unused-disable-directives-severity: expected one of error, warning, info, off, found "warn"',
    ],
    [
      { rules: ['gap:eror'] },
      '--rule gap:eror: expected one of error, warning, info, off, found "eror", did you mean `error`?',
    ],
  ])('%j is a mistake', (options, message) => {
    expect(() => commandLineLayer(options)).toThrow(new UsageError(message))
  })

  it('can name a rule that does not exist', () => {
    expect(problem(() => resolve([commandLineLayer({ rules: ['gpa:off'] })]))).toBe(
      'command line: rules.gpa: unknown rule, did you mean `gap`?',
    )
  })
})

describe('presets', () => {
  it('recommended has every rule at its own severity', () => {
    expect(recommended.rules).toEqual(Object.fromEntries(builtInRules.map((rule) => [rule.id, rule.recommended])))
  })

  it('strict is one step harder', () => {
    const harder = { off: 'off', error: 'error', warning: 'error', info: 'warning' }
    expect(strict.rules).toEqual(Object.fromEntries(builtInRules.map((rule) => [rule.id, harder[rule.recommended]])))
  })

  it('recommended applies where nothing is configured', () => {
    const { trace } = resolveSettings('a.md')
    expect(trace.layers).toEqual(['preset recommended'])
    for (const { rule, severity } of trace.rules) {
      expect(severity).toEqual({ value: rule.recommended, origin: 'preset recommended' })
    }
  })

  it('are known by name to a configuration that is a value', () => {
    const names = (config: Config) => layersOfValue(config).map((one) => one.name)
    expect(names({})).toEqual(['preset recommended', 'configuration'])
    expect(names({ extends: 'strict' })).toEqual(['preset strict', 'configuration'])
    expect(names({ extends: [] })).toEqual(['configuration'])
    expect(problem(() => names({ extends: ['strict', './a.yaml'] }))).toBe(
      'configuration: extends[1]: expected a preset, found "./a.yaml"',
    )
  })
})

describe('layersOf', () => {
  const tree = (name: string, config: Config, extended: readonly LayerTree[] = []): LayerTree => ({
    ...layer(config, name),
    extended,
  })
  const names = (...parameters: Parameters<typeof tree>) => layersOf(tree(...parameters)).map((one) => one.name)

  it('puts what is extended beneath, in order', () => {
    const a = tree('a', { extends: [] }, [])
    const b = tree('b', { extends: 'c' }, [tree('c', { extends: [] })])
    expect(names('own', { extends: ['a', 'b'] }, [a, b])).toEqual(['a', 'c', 'b', 'own'])
  })

  it('puts recommended beneath all, once, where one does not say what it extends', () => {
    const parts = [tree('a', {}), tree('b', {})]
    expect(names('own', { extends: ['a', 'b'] }, parts)).toEqual(['preset recommended', 'a', 'b', 'own'])
  })
})

it('defineConfig returns what it gets', () => {
  const config: Config = { rules: { spacing: ['error', { before: 'one' }] } }
  expect(defineConfig(config)).toBe(config)
})
