import type { Engine } from './engine.ts'
import { keepCode } from './keep-code.ts'
import type { Parts } from './parts.ts'

/** The parts of the bundled command, each loaded when it is asked for. */
export interface Bundle {
  readonly load: (part: string) => unknown
  readonly has: (part: string) => boolean
  /** Whether a configuration or a plugin that is code has been loaded. */
  readonly hasImported: () => boolean
  /**
   * Keeps what V8 has compiled of the parts that were loaded, all that has run in them included; what is kept already only
   * if that was after less than half of the processor time, in microseconds, or without one of these parts. The first run
   * does not say how long such a run takes, as it has compiled everything: the second one does.
   */
  readonly keep: (time: number) => void
}

interface Module {
  exports: unknown
}

/**
 * A part is a function of what it sees, which the build has put around it: `exports`, `require`, `module`, `__filename` and
 * `__dirname`; `$import` and `$part` for what a script, or a bundler, does its own way; `$hold` for a part that it brings
 * along.
 */
type Wrapped = (...given: readonly unknown[]) => void

/** Behind a function that makes what loads the others, where it can be loaded first. */
const wrappedIn = (value: unknown) => (Array.isArray(value) ? value[1] : value) as Wrapped

/** Where both are loaded, there are many documents, and some of them are read: it will take a while. */
const longRun = ['skim.js', 'closely.js']

/** How Node loads what is no part: modules of its own, and configurations and plugins of users. A script cannot. */
export interface NodeLoaders {
  readonly require: (id: string) => unknown
  readonly importModule: (url: string) => Promise<unknown>
}

/** Loads as `require` does, but for what V8 has to compile: that is kept, and code that ran before with it. */
export function openBundle(parts: Parts, { require, importModule }: NodeLoaders, engine: Engine): Bundle {
  const modules = new Map<string, Module>()
  let hasImported = false
  const importCode = (url: string) => {
    hasImported = true
    return importModule(url)
  }
  const inBundle = (id: string) => (id.startsWith('./') ? load(id.slice(2)) : require(id))

  function load(part: string): unknown {
    const known = modules.get(part)
    if (known) return known.exports
    const module: Module = { exports: Object.create(null) }
    modules.set(part, module)
    const { value } = parts.compiled.get(part) ?? engine.untuned(() => parts.compile(part))
    const file = `${parts.folder}/${part}`
    wrappedIn(value)(module.exports, inBundle, module, file, parts.folder, importCode, load, hold)
    if (longRun.includes(part) && longRun.every((one) => modules.has(one))) engine.tune()
    return module.exports
  }

  function hold(part: string, make: (exports: object) => void): void {
    if (modules.has(part)) return
    const exports: object = Object.create(null)
    modules.set(part, { exports })
    make(exports)
  }

  return {
    load,
    has: (part) => modules.has(part),
    hasImported: () => hasImported,
    keep: (time) => engine.untuned(() => keepParts(parts, time)),
  }
}

function keepParts({ compiled, place }: Parts, time: number): void {
  if (!place) return
  const isNew = [...compiled.values()].some(({ since }) => since === undefined)
  for (const [part, { script, since }] of compiled) {
    if (!isNew && time <= 2 * (since ?? 0)) continue
    const data = script.createCachedData()
    keepCode(place, part, { data, time: since === undefined ? 0 : Math.max(time, since) })
  }
}
