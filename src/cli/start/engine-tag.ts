import { cachedDataVersionTag } from 'node:v8'

/** What a process says of its engine. */
export type Started = Pick<NodeJS.Process, 'version' | 'arch' | 'execArgv'> & {
  readonly versions: { readonly v8?: string }
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Whether the engine has the flags that it comes with. */
export const isAsInstalled = ({ execArgv, env }: Started): boolean => !env['NODE_OPTIONS'] && execArgv.length === 0

/**
 * Tells apart engines that keep their compiled code beside each other. To ask the engine itself takes a tenth of a short
 * run, which loads what nothing else needs.
 */
export const tagOf = (started: Started): string =>
  isAsInstalled(started) ? `${started.version}-${started.arch}` : cachedDataVersionTag().toString(36)
