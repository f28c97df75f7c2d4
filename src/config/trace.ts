import type { Notation, NotationChoice, Rule } from '../rule.ts'
import type { DirectiveSettings } from '../settings.ts'
import type { FormatName } from '../source.ts'
import type { Config, ConfiguredFix, ConfiguredSeverity } from './schema.ts'

/** Bibliographies, and the folder that their paths are relative to; `undefined`: the working directory. */
export interface ConfiguredBibliographies {
  readonly paths: readonly string[]
  readonly folder: string | undefined
}

/** A value and where it was decided: `.footlintrc.yaml: rules.marker-gap`, `preset recommended`, `default`. */
export interface Traced<T> {
  readonly value: T
  readonly origin: string
}

/** One rule as it applies to a document, also where it is off. */
export interface TracedRule {
  readonly rule: Rule
  readonly severity: Traced<ConfiguredSeverity>
  readonly options: Traced<object>
  /** Without: each fix says of itself whether it is safe. */
  readonly fixes?: Traced<ConfiguredFix>
}

/** What applies to a document, with the origin of everything. */
export interface Trace {
  /** Names of the layers, the weakest first. */
  readonly layers: readonly string[]
  /** All rules that exist, in the order in which they run. */
  readonly rules: readonly TracedRule[]
  readonly directives: { readonly [Audit in keyof DirectiveSettings]: Traced<DirectiveSettings[Audit]> }
  readonly notations: { readonly [Name in Notation]: Traced<NotationChoice> }
  readonly language: Traced<string | undefined>
  readonly format: Traced<FormatName | undefined>
  readonly bibliography: Traced<ConfiguredBibliographies | undefined>
  readonly project: Traced<Config['project']>
}
