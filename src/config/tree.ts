import { ConfigError } from '../errors.ts'
import { meant } from './issue.ts'
import { checkShape, extendedNames, layersOf, placeIn, presetLayer } from './layer.ts'
import type { Layer, LayerTree } from './layer.ts'
import type { Place } from './place.ts'
import { presets } from './presets/index.ts'
import type { Plugin } from './schema.ts'
import type { StyleFiles } from './styles/layer.ts'

/** The file that a reference means, or what there is not: a package, or a default entry in it. */
export type Located = { readonly file: string } | { readonly missing: 'package' | 'entry' }

/** What has to be known about files to follow `extends` and `plugins` from one to the next. */
export interface ConfigFiles extends StyleFiles {
  /** Where in the file the configuration stands. */
  readonly place: (file: string) => Place
  /** What the patterns in the file are relative to. */
  readonly folder: (file: string) => string
  readonly read: (file: string) => Promise<unknown>
  /** The file that a path or package means; paths are taken as they are. */
  readonly locate: (reference: string, from: string) => Located
  readonly isPath: (reference: string) => boolean
  readonly plugin: (file: string) => Promise<Plugin>
  /** Throws where plugins are not allowed. */
  readonly refusePlugins: (where: string) => void
}

/** Remembers which files are read. */
export function noting(used: Set<string>, files: ConfigFiles): ConfigFiles {
  const note = <T>(read: (file: string) => T) => {
    return (file: string) => {
      used.add(file)
      return read(file)
    }
  }
  return { ...files, read: note(files.read), text: note(files.text), plugin: note(files.plugin) }
}

/** A configuration file with all that it builds on and all plugins that were named on the way. */
export async function loadTree(
  file: string,
  files: ConfigFiles,
): Promise<{ readonly layers: readonly Layer[]; readonly plugins: readonly Plugin[] }> {
  const plugins: Plugin[] = []
  const tree = await follow(file, { files, plugins, chain: [] })
  return { layers: layersOf(tree), plugins }
}

interface Way {
  readonly files: ConfigFiles
  readonly plugins: Plugin[]
  /** The files that led here. */
  readonly chain: readonly string[]
  /** In a package, patterns are relative to the folder of whoever extends it. */
  readonly folder?: string
}

async function follow(file: string, way: Way): Promise<LayerTree> {
  const { files, chain } = way
  refuseCircle(file, way)
  const origin = { name: files.name(file), place: files.place(file), folder: way.folder ?? files.folder(file) }
  const layer: Layer = { ...origin, config: checkShape(await files.read(file), origin) }
  const further = { ...way, chain: [...chain, file] }
  // One after the other: the first mistake in the order of the file is the one that is reported.
  const extended: LayerTree[] = []
  for (const { reference, where } of extendsOf(layer)) {
    const preset = presetLayer(reference)
    const next = files.isPath(reference) ? further : { ...further, folder: origin.folder }
    // oxlint-disable-next-line no-await-in-loop
    extended.push(preset ?? (await load(locate(reference, { file, where, files, presets: true }), next)))
  }
  if (layer.config.style !== undefined) extended.push(await load(stylePath(layer, file, files), way))
  for (const [index, plugin] of (layer.config.plugins ?? []).entries()) {
    const where = placeIn(layer, ['plugins', index])
    files.refusePlugins(where)
    if (typeof plugin !== 'string') way.plugins.push(plugin)
    // oxlint-disable-next-line no-await-in-loop
    else way.plugins.push(await files.plugin(locate(plugin, { file, where, files, presets: false })))
  }
  return { ...layer, extended }
}

async function load(file: string, way: Way): Promise<LayerTree> {
  if (!file.endsWith('.csl')) return follow(file, way)
  // Few configurations name one.
  const { loadStyle } = await import('./styles/layer.ts')
  return loadStyle(file, way.files)
}

/** A style lies over what is extended: it was named for this configuration. */
function stylePath({ config: { style = '' }, ...layer }: Layer, file: string, files: ConfigFiles): string {
  if (style.endsWith('.csl')) return files.beside(file, style)
  const hint = presets.has(style) ? `The preset of that name is no file: extends: ${style}` : undefined
  const where = placeIn({ ...layer, config: {} }, ['style'])
  throw new ConfigError(`${where}: expected the path of a CSL style, *.csl, found ${JSON.stringify(style)}`, { hint })
}

function refuseCircle(file: string, { chain, files }: Way): void {
  if (!chain.includes(file)) return
  const round = [...chain.slice(chain.indexOf(file)), file].map(files.name)
  throw new ConfigError(`${files.name(chain.at(-1)!)}: extends: goes round in a circle: ${round.join(' → ')}`)
}

function extendsOf(layer: Layer): { readonly reference: string; readonly where: string }[] {
  const single = typeof layer.config.extends === 'string'
  return (extendedNames(layer.config) ?? []).map((reference, index) => ({
    reference,
    where: placeIn(layer, single ? ['extends'] : ['extends', index]),
  }))
}

interface Mention {
  readonly file: string
  readonly where: string
  readonly files: ConfigFiles
  /** Whether it could have been the name of a preset. */
  readonly presets: boolean
}

function locate(reference: string, { file, where, files, presets: mayBePreset }: Mention): string {
  const located = files.locate(reference, file)
  if ('file' in located) return located.file
  if (located.missing === 'entry') {
    throw new ConfigError(`${where}: the package ${JSON.stringify(reference)} does not export a default entry`, {
      hint: 'Its package.json needs a "default" condition in "exports"',
    })
  }
  const what = `${mayBePreset ? 'a preset, ' : ''}an installed package or a path that begins with "./"`
  const guess = mayBePreset ? meant(reference, presets.keys(), '"') : ''
  throw new ConfigError(`${where}: expected ${what}, found ${JSON.stringify(reference)}${guess}`)
}
