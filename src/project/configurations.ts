import { createConfigLoader } from '../config/load.ts'
import type { Resolver } from '../config/resolve.ts'
import type { ProjectOptions } from './visit.ts'

/** Finds what is configured for each document. */
export async function configurations(
  cwd: string,
  options: ProjectOptions,
): Promise<(path: string) => Promise<Resolver>> {
  const { config, plugins, commandLine, inlineConfig } = options
  if (typeof config === 'object') {
    const { resolverOfValue } = await import('../value-config.ts')
    const resolver = resolverOfValue(config)
    return async () => resolver
  }
  return createConfigLoader({
    cwd,
    configFile: config === false ? undefined : config,
    noConfig: config === false,
    allowCode: plugins,
    commandLine,
    obeyDirectives: inlineConfig,
  })
}
