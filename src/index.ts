export { applyFixes, lint } from './api.ts'
export { defineConfig } from './config/schema.ts'
export { lintFiles } from './project/api.ts'
export { reporters } from './reporters/all.ts'
export { defineRule } from './rule.ts'

export type { FixOptions, FixResult, LintOptions } from './api.ts'
export type { Config, Plugin } from './config/schema.ts'
export type {
  Data,
  Edit,
  Failure,
  FileResult,
  Finding,
  Fix,
  Related,
  Reporter,
  ReporterOptions,
  RuleSummary,
  Run,
  SeriesStats,
  Severity,
  Stats,
  Suppressed,
} from './finding.ts'
export type { LintFilesOptions } from './project/api.ts'
export type { Context, Document, Extras, Rule } from './rule.ts'
export type { FormatName, Position, Range, Source } from './source.ts'
