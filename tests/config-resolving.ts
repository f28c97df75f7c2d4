import { expect } from 'vitest'
import { checkShape } from '../src/config/layer.ts'
import type { Layer } from '../src/config/layer.ts'
import { resolveSettings } from '../src/config/resolve.ts'
import type { ResolverOptions } from '../src/config/resolve.ts'
import type { Config } from '../src/config/schema.ts'
import { ConfigError } from '../src/errors.ts'
import { rules } from './config-rules.ts'

export const layer = (config: Config, name = '.footlintrc.yaml', folder: string | undefined = '/work'): Layer => ({
  name,
  place: [],
  folder,
  config: checkShape(config, { name, place: [], folder }),
})

export function resolve(config: Config | readonly Layer[], path = '/work/a.md', more: ResolverOptions = {}) {
  return resolveSettings(path, { layers: Array.isArray(config) ? config : [layer(config as Config)], rules, ...more })
}

export const on = (...parameters: Parameters<typeof resolve>) =>
  resolve(...parameters).settings.rules.map(({ rule, severity, options }) => [rule.id, severity, options])

/** The message of what is thrown. */
export function problem(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
  throw new Error('nothing was thrown')
}

export const broken = (config: unknown) => problem(() => resolve(config as Config))

export const defaults = { before: 'house', ignore: [] }
