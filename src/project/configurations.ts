import { dirname } from 'node:path'
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
  return oncePerFolder(
    createConfigLoader({
      cwd,
      configFile: config === false ? undefined : config,
      noConfig: config === false,
      allowCode: plugins,
      commandLine,
      obeyDirectives: inlineConfig,
    }),
  )
}

/** All files of a folder have the same configuration, and most stand beside others. */
function oncePerFolder<T>(load: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (path) => {
    const folder = dirname(path)
    const found = known.get(folder) ?? load(path)
    known.set(folder, found)
    return found
  }
}
