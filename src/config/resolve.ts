import ignore from 'ignore'
import { rules as builtInRules } from '../../rules/index.ts'
import { ConfigError } from '../errors.ts'
import type { Rule } from '../rule.ts'
import type { Settings } from '../settings.ts'
import type { FormatName } from '../source.ts'
import { booksOf } from './books.ts'
import type { BookConfig } from './books.ts'
import { combine, settingsOf } from './combine.ts'
import { defaultLayers } from './layer.ts'
import type { Layer } from './layer.ts'
import { relativeTo } from './match.ts'
import type { PathMatcher } from './match.ts'
import { pluginRules } from './plugin.ts'
import type { Plugin } from './schema.ts'
import { stepsOf } from './step.ts'
import type { ConfiguredBibliographies, Trace } from './trace.ts'

/** What applies to one document. The same object for all documents to which the same overrides apply. */
export interface Resolution {
  readonly settings: Settings
  readonly language: string | undefined
  readonly format: FormatName | undefined
  readonly bibliography: ConfiguredBibliographies | undefined
  readonly trace: Trace
}

export interface ResolverOptions {
  /** The weakest first, as `layersOf` gives them. Without them, `recommended`. */
  readonly layers?: readonly Layer[] | undefined
  readonly plugins?: readonly Plugin[] | undefined
  /** The rules that exist without plugins. */
  readonly rules?: readonly Rule[] | undefined
  /** `false`: directives in the text are neither obeyed nor audited. */
  readonly obeyDirectives?: boolean | undefined
}

/** From paths to settings. Paths are absolute, with `/`, wherever a layer has a folder. */
export interface Resolver {
  readonly resolve: (path: string) => Resolution
  /** Whether the `ignores` of a layer leave a document out. */
  readonly isIgnored: PathMatcher
  /** Nothing of it depends on the path. */
  readonly isUniform?: boolean
  /** The files that it was made of, absolute, where it was made of files. */
  readonly files?: readonly string[]
  /** Files that are read together. */
  readonly books: readonly BookConfig[]
}

/** What applies to one document: `createResolver` for those who have no more than one. */
export function resolveSettings(path: string, options: ResolverOptions = {}): Resolution {
  return createResolver(options).resolve(path)
}

/** Checks all layers, those parts included that apply to few documents, and says what applies to each. */
export function createResolver(options: ResolverOptions = {}): Resolver {
  const layers = options.layers ?? defaultLayers()
  const known = knownRules(options.rules ?? builtInRules, options.plugins ?? [])
  const steps = layers.flatMap((layer) => stepsOf(layer, known))
  const names = layers.map((layer) => layer.name)
  const ignorers = layers.flatMap(ignorerOf)
  const conditions = steps.flatMap(({ applies }) => applies ?? [])
  const resolutions = new Map<string, Resolution>()
  return {
    books: booksOf(layers),
    isUniform: ignorers.length === 0 && conditions.length === 0,
    isIgnored: (path) => ignorers.some((ignores) => ignores(path)),
    resolve(path) {
      const key = conditions.map((applies) => applies(path)).join()
      const found = resolutions.get(key)
      if (found) return found
      const trace = combine(
        steps.filter(({ applies }) => applies === undefined || applies(path)),
        known,
        names,
      )
      const settings = settingsOf(trace, options.obeyDirectives ?? true)
      const { language, format, bibliography } = trace
      const values = { language: language.value, format: format.value, bibliography: bibliography.value }
      const resolution = { settings, ...values, trace }
      resolutions.set(key, resolution)
      return resolution
    },
  }
}

function knownRules(rules: readonly Rule[], plugins: readonly Plugin[]): ReadonlyMap<string, Rule> {
  const known = new Map(rules.map((rule) => [rule.id, rule]))
  const named = new Map<string, Plugin>()
  for (const plugin of new Set(plugins)) {
    if (named.has(plugin.name)) throw new ConfigError(`plugins: two plugins are named \`${plugin.name}\``)
    named.set(plugin.name, plugin)
    for (const rule of pluginRules(plugin)) known.set(rule.id, rule)
  }
  return known
}

function ignorerOf(layer: Layer): PathMatcher[] {
  const patterns = layer.config.ignores ?? []
  if (patterns.length === 0) return []
  const matcher = ignore().add(patterns)
  return [
    (path) => {
      const inside = relativeTo(layer.folder, path)
      return inside !== undefined && ignore.isPathValid(inside) && matcher.ignores(inside)
    },
  ]
}
