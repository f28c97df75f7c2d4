import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundleIn } from '../src/cli/bundle.ts'
import { openCodeCache } from '../src/cli/code-cache.ts'
import type { Kept } from '../src/cli/code-cache.ts'
import { engineOf } from '../src/cli/engine.ts'
import { createFolder } from './world.ts'

const require = createRequire(import.meta.url)
const engine = engineOf(process)
const user = process.getuid?.()
const name = user === undefined ? 'footlint' : `footlint-${user}`
const bytesOf = (text: string) => new TextEncoder().encode(text)
const kept = { data: bytesOf('what V8 has compiled'), time: 170_000 }

const openIn = (folder: string, key = 'one') => openCodeCache({ env: { NODE_COMPILE_CACHE: folder }, key, user })!
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
    openCodeCache({ env: { NODE_COMPILE_CACHE: folder }, key: 'one', user: undefined })!.write('run.js', kept)
    expect(readdirSync(folder)).toEqual(['footlint'])
    const off = { NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: '1' }
    expect(openCodeCache({ env: off, key: 'one', user })).toBeUndefined()
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
    const stranger = openCodeCache({ env: { NODE_COMPILE_CACHE: folder }, key: 'one', user: user! + 1 })!
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
  const parts = {
    'one.js':
      '((exports, require) => { const { two } = require("./two.js"); exports.sum = () => 1 + two() + require("node:path").sep.length })',
    'two.js':
      '((exports, require, module, file, folder, $import) => { exports.two = () => 2; exports.later = $import })',
  }

  test('runs with the cache and without', async () => {
    const folder = createFolder(parts)
    const cacheFolder = createFolder()
    for (const cache of [undefined, openIn(cacheFolder), openIn(cacheFolder)]) {
      const bundle = bundleIn(folder, { require, engine, cache })
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
    const bundle = bundleIn(createFolder({ 'main.js': main, 'held.js': held }), { require, engine, cache: undefined })
    expect(bundle.load('main.js')).toEqual({ one: 1 })
  })

  test('keeps a part twice, and again after a longer run or where the engine refuses what was kept', () => {
    const written: string[] = []
    const held = new Map<string, Kept>()
    const cache = {
      read: (part: string) => held.get(part),
      write(part: string, one: Kept) {
        written.push(part)
        held.set(part, one)
      },
    }
    const pass = (time: number) => {
      // The engine remembers what it has compiled by the name of the file.
      const bundle = bundleIn(createFolder(parts), { require, engine, cache })
      bundle.load('two.js')
      bundle.keep(time)
      return written.splice(0)
    }
    expect(pass(500)).toEqual(['two.js'])
    expect(pass(100)).toEqual(['two.js'])
    expect(pass(200)).toEqual([])
    expect(pass(201)).toEqual(['two.js'])
    expect(pass(402)).toEqual([])
    held.set('two.js', {
      data: Buffer.from('made by no engine at all, long enough to hold what it looks for'),
      time: 201,
    })
    expect(pass(500)).toEqual(['two.js'])
    expect(pass(100)).toEqual(['two.js'])
    expect(pass(200)).toEqual([])
  })
})
