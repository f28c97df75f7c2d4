import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { Script } from 'node:vm'
import { openCodeCache } from './code-cache.ts'
import type { CodeCache } from './code-cache.ts'
import type { Engine } from './engine.ts'

/** The parts of the bundled command, each loaded when it is asked for. */
export interface Bundle {
  readonly load: (part: string) => unknown
  readonly has: (part: string) => boolean
  /** Whether a configuration or a plugin that is code has been loaded. */
  readonly hasImported: () => boolean
  /**
   * Keeps what V8 has compiled of the parts that were loaded, all that has run in them included; what is kept already only
   * if that was after less than half of the processor time, in microseconds. The first run does not say how long such a run
   * takes, as it has compiled everything: the second one does.
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

/** Where both are loaded, there are many documents, and some of them are read: it will take a while. */
const longRun = ['skim.js', 'closely.js']

/** Opens the bundle in a folder, with the cache of whoever runs this on an engine. */
export function openBundle(folder: string, require: (id: string) => unknown, engine: Engine): Bundle {
  const build = readFileSync(`${folder}/build.txt`, 'utf8').trim()
  const key = `${build}-${engine.tag}`
  const cache = openCodeCache({ env: process.env, key, user: process.getuid?.() })
  return bundleIn(folder, { require, engine, cache })
}

/** Reads a part, and gives the room that it was read into: to take more memory from the system takes as long as to read. */
function readCode(path: string): { readonly code: string; readonly room: Buffer } {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    // What is kept of a part is larger than the part.
    const room = Buffer.allocUnsafeSlow(2 * size)
    // The build leaves nothing but ASCII in them, which is read five times as fast.
    return { code: room.toString('latin1', 0, readSync(file, room, 0, size, null)), room }
  } finally {
    closeSync(file)
  }
}

/** For configurations and plugins of users: a script cannot import without a warning. */
function countedImports() {
  let count = 0
  return {
    count: () => count,
    load(url: string): Promise<unknown> {
      count++
      return import(url)
    },
  }
}

/** A part, and how long the run took that has kept it, if one has. */
interface Compiled {
  readonly script: Script
  readonly since: number | undefined
}

interface Surroundings {
  readonly require: (id: string) => unknown
  readonly engine: Engine
  readonly cache: CodeCache | undefined
}

/** Loads as `require` does, but for what V8 has to compile: that comes from the cache, and code that ran before with it. */
export function bundleIn(folder: string, { require, engine, cache }: Surroundings): Bundle {
  const modules = new Map<string, Module>()
  const compiled = new Map<string, Compiled>()
  const imports = countedImports()
  const inBundle = (id: string) => (id.startsWith('./') ? load(id.slice(2)) : require(id))

  function load(part: string): unknown {
    const known = modules.get(part)
    if (known) return known.exports
    const module: Module = { exports: Object.create(null) }
    modules.set(part, module)
    const file = `${folder}/${part}`
    const run = engine.untuned(() => compile(part, file))
    run(module.exports, inBundle, module, file, folder, imports.load, load, hold)
    if (longRun.includes(part) && longRun.every((one) => modules.has(one))) engine.tune()
    return module.exports
  }

  function hold(part: string, make: (exports: object) => void): void {
    if (modules.has(part)) return
    const exports: object = Object.create(null)
    modules.set(part, { exports })
    make(exports)
  }

  function compile(part: string, file: string): Wrapped {
    const { code, room } = readCode(file)
    const kept = cache?.read(part, room)
    const script = new Script(code, { filename: file, ...(kept && { cachedData: kept.data }) })
    compiled.set(part, { script, since: kept && !script.cachedDataRejected ? kept.time : undefined })
    return script.runInThisContext() as Wrapped
  }

  return {
    load,
    has: (part) => modules.has(part),
    hasImported: () => imports.count() > 0,
    keep: (time) => engine.untuned(() => cache && keepIn(cache, compiled, time)),
  }
}

function keepIn(cache: CodeCache, compiled: ReadonlyMap<string, Compiled>, time: number): void {
  for (const [part, { script, since }] of compiled) {
    const isFirst = since === undefined
    if (!isFirst && time <= 2 * since) continue
    cache.write(part, { data: script.createCachedData(), time: isFirst ? 0 : time })
  }
}
