import { layersOfValue } from './config/layer.ts'
import { createResolver } from './config/resolve.ts'
import type { Resolver } from './config/resolve.ts'
import type { Config, Plugin } from './config/schema.ts'
import { ConfigError } from './errors.ts'

const recommended: Config = {}
const resolvers = new WeakMap<Config, Resolver>()

/** Makes a resolver of a configuration that a program holds in its hands, once for each. No file is looked at. */
export function resolverOfValue(config: Config = recommended): Resolver {
  let resolver = resolvers.get(config)
  if (!resolver) {
    const layers = layersOfValue(config)
    resolver = createResolver({ layers, plugins: (config.plugins ?? []).map(pluginValue) })
    resolvers.set(config, resolver)
  }
  return resolver
}

function pluginValue(plugin: string | Plugin, index: number): Plugin {
  if (typeof plugin !== 'string') return plugin
  throw new ConfigError(`configuration: plugins[${index}]: expected a plugin itself, found ${JSON.stringify(plugin)}`, {
    hint: 'import the plugin and put it there; only configuration files can name one by its path',
  })
}
