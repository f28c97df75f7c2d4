import type { Severity } from './finding.ts'
import type { NotationChoices, Rule } from './rule.ts'

/** A rule that is on, with what was configured for it. */
export interface RuleSetting {
  readonly rule: Rule
  readonly severity: Severity
  /** Checked by the rule's schema, defaults filled in. */
  readonly options: object
  /** Whether its fixes are made without being asked for, or at all; `undefined`: as the rule says of each. */
  readonly fixes?: 'safe' | 'unsafe' | 'off' | undefined
}

/** How directives in the text are audited. */
export interface DirectiveSettings {
  /** Directives that silence nothing. */
  readonly unused: Severity | 'off'
  /** Directives that name a rule that does not exist. */
  readonly unknown: Severity | 'off'
  /** Directives that name no rule. */
  readonly blanket: Severity | 'off'
  /** Directives without a reason behind `--`. */
  readonly undescribed: Severity | 'off'
}

/** What applies to one document: a configuration after `extends` and `overrides`. */
export interface Settings {
  readonly rules: readonly RuleSetting[]
  /** Without them, the document decides. */
  readonly notations?: NotationChoices
  /** `undefined`: directives in the text are not obeyed (`--no-inline-config`). */
  readonly directives: DirectiveSettings | undefined
  /** Ids of all rules that exist, those that are off included: a directive may name them. */
  readonly knownRules: ReadonlySet<string>
}

/** Whether a change is compared with the version before: what nobody would hear of is not worked out. */
export const isCompared = ({ rules }: Settings): boolean => rules.some(({ rule }) => rule.id === 'marker-lost')
