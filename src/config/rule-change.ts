import * as v from 'valibot'
import { ConfigError } from '../errors.ts'
import type { Rule } from '../rule.ts'
import { explainIssue, meant } from './issue.ts'
import { originOf, placeIn } from './layer.ts'
import type { Layer } from './layer.ts'
import type { Place } from './place.ts'
import type { ConfiguredFix, ConfiguredSeverity, RulesConfig } from './schema.ts'
import type { Traced } from './trace.ts'

/** What one line of a `rules` table changes. Without options or severity, those of before stay. */
export interface RuleChange {
  readonly id: string
  readonly severity: ConfiguredSeverity | undefined
  /** Checked by the rule, defaults filled in. */
  readonly options: object | undefined
  readonly origin: string
  readonly optionsOrigin: string
}

interface Table {
  readonly layer: Layer
  readonly place: Place
  readonly known: ReadonlyMap<string, Rule>
}

/** What one line of a `fixes` table changes. */
export interface FixChange {
  readonly id: string
  readonly fixes: Traced<ConfiguredFix>
}

/** Reads a `fixes` table: every id has to be known. */
export function fixChangesOf(fixes: Readonly<Record<string, ConfiguredFix>>, table: Table): FixChange[] {
  return Object.entries(fixes).map(([id, value]) => {
    const place = [...table.place, id]
    ruleAt(place, id, table)
    return { id, fixes: { value, origin: placeIn(table.layer, place) } }
  })
}

function ruleAt(place: Place, id: string, { known, layer }: Table): Rule {
  const rule = known.get(id)
  if (!rule) throw new ConfigError(`${placeIn(layer, place)}: ${unknownRule(id, known)}`, { hint })
  return rule
}

/** Reads a `rules` table: every id has to be known, and options have to be what their rule takes. */
export function changesOf(rules: RulesConfig, table: Table): RuleChange[] {
  return Object.entries(rules).map(([id, entry]) => {
    const place = [...table.place, id]
    const rule = ruleAt(place, id, table)
    if (typeof entry === 'string') {
      const origin = originOf(table.layer, place)
      return { id, severity: entry, options: undefined, origin, optionsOrigin: origin }
    }
    const { severity, options, inside } = partsOf(entry)
    const optionsPlace = [...place, ...inside]
    return {
      id,
      severity,
      options: options && checkOptions(rule, options, { ...table, place: optionsPlace }),
      origin: originOf(table.layer, place),
      optionsOrigin: originOf(table.layer, optionsPlace),
    }
  })
}

interface Parts {
  readonly severity: ConfiguredSeverity | undefined
  readonly options: object | undefined
  /** Where in the entry the options stand. */
  readonly inside: Place
}

function partsOf(entry: Exclude<RulesConfig[string], string>): Parts {
  if (!Array.isArray(entry)) return { severity: undefined, options: entry, inside: [] }
  const [severity, options] = entry as [ConfiguredSeverity, object]
  return { severity, options, inside: [1] }
}

const hint = '`footlint rules` lists all rules'

function unknownRule(id: string, known: ReadonlyMap<string, Rule>): string {
  const guess = meant(id, known.keys())
  if (guess || !id.includes('/')) return `unknown rule${guess}`
  const plugin = id.slice(0, id.lastIndexOf('/'))
  const present = [...known.keys()].some((one) => one.startsWith(`${plugin}/`))
  return present ? `unknown rule` : `unknown rule, there is no plugin \`${plugin}\``
}

function checkOptions(rule: Rule, options: object, table: Table): object {
  const result = v.safeParse(rule.options, options)
  if (result.success) return result.output
  const { place, problem } = explainIssue(rule.options, result.issues[0])
  throw new ConfigError(`${placeIn(table.layer, [...table.place, ...place])}: ${problem}`)
}
