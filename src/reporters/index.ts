import type { Reporter } from '../finding.ts'

/** A report takes only the module of its own format. */
export const reporterLoaders = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  unix: async () => (await import('./unix.ts')).unix,
} satisfies Record<string, () => Promise<Reporter>>

export type ReporterName = keyof typeof reporterLoaders

export const reporterNames = Object.keys(reporterLoaders) as ReporterName[]

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporterLoaders, name)
}
