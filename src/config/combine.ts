import type { Notation, NotationChoice, Rule } from '../rule.ts'
import type { DirectiveSettings, Settings } from '../settings.ts'
import { defaultOptions } from './default-options.ts'
import type { Step } from './step.ts'
import type { Trace, Traced, TracedRule } from './trace.ts'

const fallback = <T>(value: T): Traced<T> => ({ value, origin: 'default' })

const directiveDefaults: Trace['directives'] = {
  unused: fallback('warning'),
  unknown: fallback('error'),
  blanket: fallback('off'),
  undescribed: fallback('off'),
}

/** What is taken for a marker where nobody says anything. A notation that is new has its line here and in `notationsSchema` of schema.ts. */
export const notationDefaults: Readonly<Record<Notation, NotationChoice>> = {
  bracket: 'auto',
  footnote: 'auto',
  superscript: 'auto',
  letter: 'auto',
  link: 'auto',
  'inline-note': 'auto',
  citekey: 'auto',
  parenthesis: 'off',
}

const notationFallbacks = Object.fromEntries(
  Object.entries(notationDefaults).map(([name, choice]) => [name, fallback(choice)]),
) as Trace['notations']

/** Makes the changes of all steps, the later ones over the earlier ones. */
export function combine(steps: readonly Step[], known: ReadonlyMap<string, Rule>, layers: readonly string[]): Trace {
  const rules = new Map<string, TracedRule>()
  for (const [id, rule] of known) rules.set(id, { rule, severity: fallback('off'), options: fallback({}) })
  for (const change of steps.flatMap((step) => step.rules)) {
    const before = rules.get(change.id)!
    const severity = change.severity === undefined ? before.severity : { value: change.severity, origin: change.origin }
    const options = change.options ? { value: change.options, origin: change.optionsOrigin } : before.options
    rules.set(change.id, { ...before, severity, options })
  }
  for (const { id, fixes } of steps.flatMap((step) => step.fixes)) rules.set(id, { ...rules.get(id)!, fixes })
  return {
    layers,
    rules: [...rules.values()].map(fillOptions),
    directives: Object.assign({}, directiveDefaults, ...steps.map((step) => step.directives)),
    notations: Object.assign({}, notationFallbacks, ...steps.map((step) => step.notations)),
    language: steps.findLast((step) => step.language)?.language ?? fallback(undefined),
    format: steps.findLast((step) => step.format)?.format ?? fallback(undefined),
    bibliography: steps.findLast((step) => step.bibliography)?.bibliography ?? fallback(undefined),
    project: steps.findLast((step) => step.project)?.project ?? fallback(undefined),
  }
}

/** Options that nobody configured are the rule's own; it is asked for them only where it is on. */
function fillOptions(one: TracedRule): TracedRule {
  if (one.options.origin !== 'default' || one.severity.value === 'off') return one
  return { ...one, options: fallback(defaultOptions(one.rule)) }
}

/** What the linter needs of a trace. */
export function settingsOf(trace: Trace, obeyDirectives: boolean): Settings {
  const { unused, unknown, blanket, undescribed } = trace.directives
  const directives: DirectiveSettings = {
    unused: unused.value,
    unknown: unknown.value,
    blanket: blanket.value,
    undescribed: undescribed.value,
  }
  return {
    rules: trace.rules.flatMap(({ rule, severity, options, fixes }) =>
      severity.value === 'off'
        ? []
        : [{ rule, severity: severity.value, options: options.value, ...(fixes && { fixes: fixes.value }) }],
    ),
    notations: Object.fromEntries(Object.entries(trace.notations).map(([name, { value }]) => [name, value])),
    directives: obeyDirectives ? directives : undefined,
    knownRules: new Set(trace.rules.map(({ rule }) => rule.id)),
  }
}
