import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigError } from '../errors.ts'
import { entriesOf, patternFolder, withSlashes } from './folder.ts'
import { defaultLayers } from './layer.ts'
import type { Layer } from './layer.ts'
import { pluginOf } from './plugin.ts'
import { createResolver } from './resolve.ts'
import type { Resolver } from './resolve.ts'
import type { Plugin } from './schema.ts'
import { explainSyntaxError } from './syntax.ts'
import type { ConfigFiles, Located } from './tree.ts'

/*
 * Of cosmiconfig we take the places and the readers, not the search, and load it where there is something to read. Its search runs `.config/config.js` of the working
 * directory, which `--no-plugins` promises not to do, dies of a `.config/config.ts`, and stops at the first package.json,
 * so that a document in a package of a monorepo would not get the configuration at the root.
 */

export interface LoadOptions {
  /** The working directory: paths are relative to it, those in messages too. */
  readonly cwd: string
  /** `--config`: this file for all documents; nothing is searched. */
  readonly configFile?: string | undefined
  /** `--no-config`: nothing is searched, `recommended` applies. */
  readonly noConfig?: boolean | undefined
  /** `false` with `--no-plugins`: configuration that would run code is refused. */
  readonly allowCode?: boolean | undefined
  /** What the command line says; it wins over every file. */
  readonly commandLine?: Layer | undefined
  /** `false` with `--no-inline-config`. */
  readonly obeyDirectives?: boolean | undefined
}

/** A configuration file with all that it builds on, ready for documents. Its functions take any path, from `cwd`. */
export interface Configuration extends Resolver {
  /** The file, absolute; `undefined` where there is none and `recommended` applies. */
  readonly file: string | undefined
  readonly layers: readonly Layer[]
}

/** Finds and loads the configuration of a document. Folders and files are read once for each loader. */
export type ConfigLoader = (filePath: string) => Promise<Configuration>

export function createConfigLoader(options: LoadOptions): ConfigLoader {
  const nearest = remember(async (folder: string): Promise<string | undefined> => {
    const entries = entriesOf(folder)
    const file = await configFileIn(folder, entries)
    const parent = dirname(folder)
    if (file !== undefined || entries.includes('.git') || parent === folder) return file
    return nearest(parent)
  })
  const load = remember((file: string | undefined) => loadConfiguration(file, options))
  const { configFile } = options
  if (configFile !== undefined) return () => load(resolve(options.cwd, configFile))
  if (options.noConfig) return () => load(undefined)
  return async (filePath) => load(await nearest(dirname(resolve(options.cwd, filePath))))
}

/** The configuration of one document: `createConfigLoader` for those who have no more than one. */
export function loadConfigFor(filePath: string, options: LoadOptions): Promise<Configuration> {
  return createConfigLoader(options)(filePath)
}

function remember<K, V>(work: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const results = new Map<K, Promise<V>>()
  return (key) => {
    const result = results.get(key) ?? work(key)
    results.set(key, result)
    return result
  }
}

async function configFileIn(folder: string, entries: readonly string[]): Promise<string | undefined> {
  if (!(await mayConfigure(folder, entries))) return undefined
  const { getDefaultSearchPlaces } = await import('cosmiconfig')
  for (const place of [...getDefaultSearchPlaces('footlint'), 'footlint.config.mts']) {
    if (!entries.includes(place.split('/')[0]!)) continue
    const file = join(folder, place)
    // oxlint-disable-next-line no-await-in-loop -- the first one that exists wins
    if (place === 'package.json' ? await hasPackageConfig(file) : await isFile(file)) return file
  }
  return undefined
}

/** Most folders need no second look: every place is called after the program, or is a package.json or in `.config`. */
async function mayConfigure(folder: string, entries: readonly string[]): Promise<boolean> {
  // One look at all names takes less than one at each.
  const names = `\n${entries.join('\n')}\n`
  if (marks.some((mark) => names.includes(mark))) return true
  return entries.includes('package.json') && hasPackageConfig(join(folder, 'package.json'))
}

/** How names begin, or are, that a configuration may have or be in. */
const marks = ['\n.footlintrc', '\nfootlint.config.', '\n.config\n']

const isFile = async (file: string) => (await stat(file).catch(() => undefined))?.isFile() ?? false

/** Other people's package.json may be broken: as long as it does not speak of footlint, that is not our concern. */
async function hasPackageConfig(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (!text.includes('"footlint"')) return false
  try {
    return Object.hasOwn(JSON.parse(text) as object, 'footlint')
  } catch {
    return /"footlint"\s*:/.test(text)
  }
}

async function loadConfiguration(file: string | undefined, options: LoadOptions): Promise<Configuration> {
  const used = new Set<string>()
  const { layers: own, plugins } =
    file === undefined ? { layers: defaultLayers(), plugins: [] } : await readTree(file, used, options)
  const layers = options.commandLine ? [...own, options.commandLine] : own
  const resolver = createResolver({ layers, plugins, obeyDirectives: options.obeyDirectives })
  const absolute = (name: string) => (resolver.isUniform ? name : withSlashes(resolve(options.cwd, name)))
  return {
    file,
    files: [...used],
    layers,
    books: resolver.books,
    resolve: (filePath) => resolver.resolve(absolute(filePath)),
    isIgnored: (filePath) => resolver.isIgnored(absolute(filePath)),
  }
}

async function readTree(file: string, used: Set<string>, options: LoadOptions) {
  const { loadTree, noting } = await import('./tree.ts')
  return loadTree(file, noting(used, filesFor(options)))
}

function filesFor(options: LoadOptions): ConfigFiles {
  return {
    name: (file) => nameOf(file, options.cwd),
    place: (file) => (basename(file) === 'package.json' ? ['footlint'] : []),
    folder: patternFolder,
    read: (file) => readContent(file, options),
    locate,
    isPath,
    text: textOf,
    beside: (file, name) => resolve(dirname(file), name),
    plugin: remember((file: string) => importPlugin(file, options)),
    refusePlugins:
      options.allowCode === false
        ? (where) => {
            throw refusal(where)
          }
        : () => {},
  }
}

/** What a configuration file holds. A key that YAML leaves empty, such as `rules:` with all rules in comments, says nothing. */
async function readContent(file: string, options: LoadOptions): Promise<unknown> {
  const name = nameOf(file, options.cwd)
  if (/\.[cm]?[jt]s$/.test(file)) {
    if (options.allowCode === false) throw refusal(name)
    const module = await importModule(file, options)
    return 'default' in module ? module.default : module
  }
  const content = await parse(await readText(file, name), file, name)
  const own = basename(file) === 'package.json' ? (content as { footlint?: unknown } | null)?.footlint : content
  if (own === undefined || own === null) return {}
  if (typeof own !== 'object' || Array.isArray(own)) return own
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null))
}

async function textOf(file: string): Promise<string | undefined> {
  return (await isFile(file)) ? (await readFile(file, 'utf8')).replace(/^\uFEFF/, '') : undefined
}

async function readText(file: string, name: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ConfigError(`${name}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`, {
      cause: error,
    })
  }
}

async function parse(text: string, file: string, name: string): Promise<unknown> {
  const language = file.endsWith('.json') ? 'JSON' : 'YAML'
  if (text.trim() === '') return undefined
  const { defaultLoaders } = await import('cosmiconfig')
  try {
    return defaultLoaders[language === 'JSON' ? '.json' : '.yaml'](file, text)
  } catch (error) {
    throw new ConfigError(`${name}: ${explainSyntaxError(error, text, language)}`, { cause: error })
  }
}

/** What a module exports; a file that is none is said in one line. */
export async function importModule(file: string, { cwd }: Pick<LoadOptions, 'cwd'>): Promise<object> {
  const name = nameOf(file, cwd)
  if (!(await isFile(file))) throw new ConfigError(`${name}: no such file`)
  try {
    return (await import(pathToFileURL(file).href)) as object
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_UNKNOWN_FILE_EXTENSION' && /\.[cm]?ts$/.test(file)) {
      const problem = `Node ${process.versions.node} does not read TypeScript`
      throw new ConfigError(`${name}: ${problem}`, {
        cause: error,
        hint: 'Use Node 22.18 or later, or write it as .mjs',
      })
    }
    const message = error instanceof Error ? error.message : String(error)
    const hint = /package 'footlint'/.test(message) ? 'Run `npm install --save-dev footlint` beside it' : undefined
    throw new ConfigError(`${name}: cannot be loaded: ${message.split('\n')[0]}`, { cause: error, hint })
  }
}

async function importPlugin(file: string, options: LoadOptions): Promise<Plugin> {
  const reference = packageOf(file) ?? file
  const plugin = pluginOf(await importModule(file, options), reference)
  if (plugin) return plugin
  throw new ConfigError(
    `${nameOf(file, options.cwd)}: expected a plugin, a rule or rules made by defineRule with options and check, found none`,
  )
}

/** The name of the package that a file in node_modules belongs to. */
const packageOf = (file: string) =>
  /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1]?.replace('\\', '/')

function locate(reference: string, from: string): Located {
  if (isPath(reference)) return { file: resolve(dirname(from), reference) }
  try {
    return { file: createRequire(from).resolve(reference) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { missing: code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' ? 'entry' : 'package' }
  }
}

const isPath = (reference: string) => /^\.{1,2}(?:[\\/]|$)/.test(reference) || isAbsolute(reference)

const refusal = (where: string) =>
  new ConfigError(`${where}: runs code, which --no-plugins forbids`, {
    hint: 'Use a JSON or YAML configuration without plugins, or leave --no-plugins out',
  })

/** As messages call a file: relative to the working directory, unless it is outside. */
export function nameOf(file: string, cwd: string): string {
  const name = relative(cwd, file)
  return withSlashes(name === '' || name.startsWith('..') || isAbsolute(name) ? file : name)
}
