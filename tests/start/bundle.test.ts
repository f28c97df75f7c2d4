import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openBundle } from '../../src/cli/start/bundle.ts'
import { engineOf } from '../../src/cli/start/engine.ts'
import { loaderIn } from '../../src/cli/start/first-part.ts'
import { keepCode } from '../../src/cli/start/keep-code.ts'
import { placeOfCode, readKept } from '../../src/cli/start/kept-code.ts'
import type { CodePlace, Kept } from '../../src/cli/start/kept-code.ts'
import { partsIn } from '../../src/cli/start/parts.ts'
import { createFolder } from '../world.ts'

const node = { require: createRequire(import.meta.url), importModule: (url: string) => import(url) }
const engine = engineOf(process)
const user = process.getuid?.()
const name = user === undefined ? 'footlint' : `footlint-${user}`
const bytesOf = (text: string) => new TextEncoder().encode(text)
const kept = { data: bytesOf('what V8 has compiled'), time: 170_000 }

const placeIn = (folder: string, key = 'one', owner = user) =>
  placeOfCode({ env: { NODE_COMPILE_CACHE: folder }, key, user: owner })!
const openIn = (folder: string, key?: string, owner?: number) => {
  const place = placeIn(folder, key, owner)
  return {
    read: (part: string, room?: Uint8Array) => readKept(place, part, room),
    write: (part: string, one: Kept) => keepCode(place, part, one),
  }
}
const fileIn = (folder: string) => join(folder, name, readdirSync(join(folder, name))[0]!)

describe('the cache of compiled code', () => {
  test('gives what was written, to the same build on the same engine', () => {
    const folder = createFolder()
    const cache = openIn(folder)
    expect(cache.read('run.js')).toBeUndefined()
    cache.write('run.js', kept)
    expect(openIn(folder).read('run.js')).toEqual(kept)
    expect(openIn(folder).read('command.js')).toBeUndefined()
    expect(openIn(folder, 'two').read('run.js')).toBeUndefined()
    const later = { data: bytesOf('later'), time: 400_000 }
    cache.write('run.js', later)
    expect(cache.read('run.js')).toEqual(later)
    expect(readdirSync(join(folder, name))).toEqual(['one-run.js.bin'])
  })

  test('is read into the room that there is, where it fits', () => {
    const folder = createFolder()
    openIn(folder).write('run.js', kept)
    const room = new Uint8Array(64)
    const read = openIn(folder).read('run.js', room)!
    expect(read).toEqual(kept)
    expect(read.data.buffer).toBe(room.buffer)
    expect(openIn(folder).read('run.js', new Uint8Array(8))).toEqual(kept)
    expect(openIn(folder).read('run.js', new Uint8Array(room.buffer, 1))).toEqual(kept)
  })

  test('is where Node keeps its own, unless there shall be none', () => {
    const folder = createFolder()
    keepCode(placeOfCode({ env: { NODE_COMPILE_CACHE: folder }, key: 'one', user: undefined })!, 'run.js', kept)
    expect(readdirSync(folder)).toEqual(['footlint'])
    const off = { NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: '1' }
    expect(placeOfCode({ env: off, key: 'one', user })).toBeUndefined()
  })

  test.each([
    ['half of it', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['one byte less', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['another byte', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 12), Buffer.from('?'), bytes.subarray(13)])],
    ['nothing', () => Buffer.alloc(0)],
  ])('does not give a file that holds %s', (_, damage) => {
    const folder = createFolder()
    openIn(folder).write('run.js', kept)
    writeFileSync(fileIn(folder), damage(readFileSync(fileIn(folder))))
    expect(openIn(folder).read('run.js')).toBeUndefined()
    openIn(folder).write('run.js', kept)
    expect(openIn(folder).read('run.js')).toEqual(kept)
  })

  test.skipIf(user === undefined)('is nobody else’s', () => {
    const folder = createFolder()
    openIn(folder).write('run.js', kept)
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o700)
    expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600)
    chmodSync(join(folder, name), 0o770)
    expect(openIn(folder).read('run.js')).toBeUndefined()
    const stranger = openIn(folder, 'one', user! + 1)
    symlinkSync(join(folder, name), join(folder, `footlint-${user! + 1}`))
    stranger.write('run.js', kept)
    expect(stranger.read('run.js')).toBeUndefined()
    expect(readdirSync(join(folder, name))).toHaveLength(1)
  })

  test('does without where it cannot be written', () => {
    const folder = createFolder({ [name]: 'a file where the folder should be' })
    openIn(folder).write('run.js', kept)
    expect(openIn(folder).read('run.js')).toBeUndefined()
    expect(readdirSync(folder)).toEqual([name])
  })
})

describe('the bundle', () => {
  const sources = {
    'one.js':
      '((exports, require) => { const { two } = require("./two.js"); exports.sum = () => 1 + two() + require("node:path").sep.length })',
    'two.js':
      '((exports, require, module, file, folder, $import) => { exports.two = () => 2; exports.later = $import })',
  }
  const bundleOf = (files: Record<string, string>, place?: CodePlace) =>
    openBundle(partsIn(createFolder(files), place), node, engine)

  test('runs with what is kept and without', async () => {
    const cacheFolder = createFolder()
    for (const place of [undefined, placeIn(cacheFolder), placeIn(cacheFolder)]) {
      const bundle = bundleOf(sources, place)
      expect(bundle.has('one.js')).toBe(false)
      expect((bundle.load('one.js') as { sum: () => number }).sum()).toBe(4)
      expect(bundle.has('two.js')).toBe(true)
      const { later } = bundle.load('two.js') as { later: (url: string) => Promise<{ default: unknown }> }
      expect((await later('data:text/javascript,export default 3')).default).toBe(3)
      bundle.keep(1)
    }
    expect(readdirSync(join(cacheFolder, name)).toSorted()).toEqual(['one-one.js.bin', 'one-two.js.bin'])
  })

  test('a part brings another one along', () => {
    const held = '(() => { throw new Error("not this one") })'
    const main = `((...[exports, require, , , , , , $hold]) => {
      $hold('held.js', (exports) => { exports.one = 1 })
      exports.one = require('./held.js').one
    })`
    expect(bundleOf({ 'main.js': main, 'held.js': held }).load('main.js')).toEqual({ one: 1 })
  })

  test('the part that is loaded first brings along what loads it, and is compiled once', () => {
    const main = `[(loader) => { loader.name = 'the loader' }, (exports) => { exports.one = 1 }]`
    const parts = partsIn(createFolder({ 'main.js': main }), undefined)
    expect(loaderIn(parts, 'main.js')).toEqual({ name: 'the loader' })
    const { script } = parts.compiled.get('main.js')!
    expect(openBundle(parts, node, engine).load('main.js')).toEqual({ one: 1 })
    expect(parts.compiled.get('main.js')!.script).toBe(script)
  })

  test('keeps a part twice, and again after a longer run, with a new part, or where the engine refuses what was kept', () => {
    const place = placeIn(createFolder())
    const timeOf = (part: string) => readKept(place, part)?.time
    /** When the parts were kept that are kept, behind a run that took so long. */
    const pass = (time: number, part = 'two.js') => {
      // The engine remembers what it has compiled by the name of the file.
      const bundle = bundleOf(sources, place)
      const { sum } = bundle.load(part) as { sum?: () => number }
      sum?.()
      bundle.keep(time)
      return [timeOf('one.js'), timeOf('two.js')]
    }
    expect(pass(500)).toEqual([undefined, 0])
    expect(pass(100)).toEqual([undefined, 100])
    expect(pass(200)).toEqual([undefined, 100])
    expect(pass(201)).toEqual([undefined, 201])
    expect(pass(402)).toEqual([undefined, 201])
    // With a part that was not there before, others do what they did not do before.
    keepCode(place, 'two.js', { ...readKept(place, 'two.js')!, time: 300 })
    const before = readKept(place, 'two.js')!.data.length
    expect(pass(100, 'one.js')).toEqual([0, 300])
    expect(readKept(place, 'two.js')!.data.length).toBeGreaterThan(before)
    keepCode(place, 'two.js', {
      data: Buffer.from('made by no engine at all, long enough to hold what it looks for'),
      time: 201,
    })
    expect(pass(500)).toEqual([0, 0])
    expect(pass(100)).toEqual([0, 100])
    expect(pass(200)).toEqual([0, 100])
  })
})
