import type { Reporter } from '../finding.ts'

/** A report takes only the module of its own format. */
export const reporterLoaders = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  unix: async () => (await import('./unix.ts')).unix,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  sarif: async () => (await import('./sarif.ts')).sarif,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  rdjsonl: async () => (await import('./rdjsonl.ts')).rdjsonl,
  eslint: async () => (await import('./eslint.ts')).eslint,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  markdown: async () => (await import('./markdown.ts')).markdown,
} satisfies Record<string, () => Promise<Reporter>>

export type ReporterName = keyof typeof reporterLoaders

export const reporterNames = Object.keys(reporterLoaders) as ReporterName[]

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporterLoaders, name)
}
