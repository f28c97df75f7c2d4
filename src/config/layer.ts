import * as v from 'valibot'
import { ConfigError } from '../errors.ts'
import { explainIssue, show } from './issue.ts'
import { renderPlace } from './place.ts'
import type { Place } from './place.ts'
import { presets } from './presets/index.ts'
import { recommended } from './presets/recommended.ts'
import { strict } from './presets/strict.ts'
import { configSchema } from './schema.ts'
import type { Config } from './schema.ts'

/** One configuration and where it came from. */
export interface Layer {
  /** What messages and `--print-config` call it: a path, `preset recommended`, `command line`. */
  readonly name: string
  /** Where in its file it stands: `['footlint']` in package.json. */
  readonly place: Place
  /** What its patterns are relative to: an absolute path with `/`. Without one, they are matched with paths as they are. */
  readonly folder: string | undefined
  readonly config: Config
  /** `false`: nobody wrote it; it is a preset, or was made of a style. */
  readonly isWritten?: false
}

/** A layer with those it builds on. */
export interface LayerTree extends Layer {
  readonly extended: readonly LayerTree[]
}

/** The beginning of a message about a place in a layer: `.footlintrc.yaml: rules.marker-gap`. */
export function placeIn(layer: Layer, place: Place): string {
  const whole = [...layer.place, ...place]
  return whole.length === 0 ? layer.name : `${layer.name}: ${renderPlace(whole)}`
}

/** Where a value was decided. What a preset or a style says has no place in a file. */
export function originOf(layer: Layer, place: Place): string {
  return layer.isWritten === false ? layer.name : placeIn(layer, place)
}

/** Checks the shape of a configuration; what its rules are and take is checked when it is resolved. */
export function checkShape(value: unknown, layer: Omit<Layer, 'config'>): Config {
  const mistake = (place: Place, problem: string) =>
    new ConfigError(`${placeIn({ ...layer, config: {} }, place)}: ${problem}`)
  // To valibot, a list is an object without keys.
  if (Array.isArray(value)) throw mistake([], `expected an object, found ${show(value)}`)
  const result = v.safeParse(configSchema, value)
  if (result.success) return value as Config
  const { place, problem } = explainIssue(configSchema, result.issues[0])
  throw mistake(place, problem)
}

export function presetLayer(name: string): LayerTree | undefined {
  const config = presets.get(name)
  return config && layerOf(name, config)
}

function layerOf(preset: string, config: Config): LayerTree {
  return { name: `preset ${preset}`, place: [], folder: undefined, config, extended: [], isWritten: false }
}

/** `extends` as a list; `undefined` where it is not written. */
export function extendedNames(config: Config): readonly string[] | undefined {
  return typeof config.extends === 'string' ? [config.extends] : config.extends
}

/**
 * The layers of a configuration, the weakest first. What a layer extends lies beneath it. `recommended` lies beneath all
 * of them as soon as one of them does not say what it extends, as styles never do; once only, so that it never undoes what
 * another one says.
 */
export function layersOf(tree: LayerTree): readonly Layer[] {
  const layers: LayerTree[] = []
  const visit = (one: LayerTree) => {
    for (const extended of one.extended) visit(extended)
    layers.push(one)
  }
  visit(tree)
  const isOpen = layers.some((layer) => extendedNames(layer.config) === undefined)
  return isOpen && !layers.some(isComplete) ? [...defaultLayers(), ...layers] : layers
}

/** Says something of every rule. */
const isComplete = ({ config }: Layer) => config === recommended || config === strict

/** What applies without a configuration. */
export function defaultLayers(): readonly Layer[] {
  return [layerOf('recommended', recommended)]
}

/** The layers of a configuration that is a value, not a file; of `extends`, it can only name presets. */
export function layersOfValue(value: unknown, name = 'configuration'): readonly Layer[] {
  const layer = { name, place: [], folder: undefined }
  const config = checkShape(value, layer)
  const extended = (extendedNames(config) ?? []).map((one, index) => {
    const preset = presetLayer(one)
    if (preset) return preset
    const place = placeIn({ ...layer, config }, typeof config.extends === 'string' ? ['extends'] : ['extends', index])
    throw new ConfigError(`${place}: expected a preset, found ${JSON.stringify(one)}`)
  })
  if (config.style !== undefined) {
    throw new ConfigError(`${placeIn({ ...layer, config }, ['style'])}: only a configuration file can name a style`, {
      hint: 'the presets of styles need no file: extends',
    })
  }
  return layersOf({ ...layer, config, extended })
}
