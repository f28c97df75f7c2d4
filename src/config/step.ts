import type { Notation, NotationChoice, Rule } from '../rule.ts'
import type { DirectiveSettings } from '../settings.ts'
import type { FormatName } from '../source.ts'
import { originOf, placeIn } from './layer.ts'
import type { Layer } from './layer.ts'
import { matcherOf } from './match.ts'
import type { PathMatcher } from './match.ts'
import type { Place } from './place.ts'
import { changesOf, fixChangesOf } from './rule-change.ts'
import type { FixChange, RuleChange } from './rule-change.ts'
import type { Config } from './schema.ts'
import type { ConfiguredBibliographies, Traced } from './trace.ts'

type Override = NonNullable<Config['overrides']>[number]

/** One set of changes: the main part of a layer, or one of its overrides. */
export interface Step {
  /** `undefined`: to every document. */
  readonly applies: PathMatcher | undefined
  readonly rules: readonly RuleChange[]
  readonly fixes: readonly FixChange[]
  readonly notations: { readonly [Name in Notation]?: Traced<NotationChoice> }
  readonly directives: { readonly [Audit in keyof DirectiveSettings]?: Traced<DirectiveSettings[Audit]> }
  readonly language: Traced<string> | undefined
  readonly format: Traced<FormatName> | undefined
  readonly bibliography: Traced<ConfiguredBibliographies> | undefined
  readonly project?: Traced<Config['project']>
}

/** The changes that a layer makes, in the order in which they are made. */
export function stepsOf(layer: Layer, known: ReadonlyMap<string, Rule>): Step[] {
  const { config, folder } = layer
  const directives = Object.entries(config.directives ?? {}).map(([audit, severity]) => [
    audit,
    { value: severity, origin: placeIn(layer, ['directives', audit]) },
  ])
  const overrides = (config.overrides ?? []).map((override, index): Step => {
    const included = matcherOf(override.files, folder)
    const excluded = matcherOf(override.excludedFiles ?? [], folder)
    const applies: PathMatcher = (path) => included(path) && !excluded(path)
    return Object.assign(changes(override, ['overrides', index], layer, known), { applies, directives: {} })
  })
  const { project } = config
  return [
    {
      ...changes(config, [], layer, known),
      applies: undefined,
      directives: Object.fromEntries(directives),
      ...(project && { project: { value: project, origin: placeIn(layer, ['project']) } }),
    },
    ...overrides,
  ]
}

function changes(part: Config | Override, place: Place, layer: Layer, known: ReadonlyMap<string, Rule>) {
  const traced = <T>(value: T | undefined, key: string): Traced<T> | undefined =>
    value === undefined ? undefined : { value, origin: originOf(layer, [...place, key]) }
  const paths = typeof part.bibliography === 'string' ? [part.bibliography] : part.bibliography
  const notations = Object.entries(part.notations ?? {}).map(([name, value]) => [
    name,
    { value, origin: originOf(layer, [...place, 'notations', name]) },
  ])
  return {
    bibliography: traced(paths && { paths, folder: layer.folder }, 'bibliography'),
    notations: Object.fromEntries(notations) as Step['notations'],
    rules: changesOf(part.rules ?? {}, { layer, place: [...place, 'rules'], known }),
    fixes: fixChangesOf(part.fixes ?? {}, { layer, place: [...place, 'fixes'], known }),
    language: traced(part.language, 'language'),
    format: traced(part.format, 'format'),
  }
}
