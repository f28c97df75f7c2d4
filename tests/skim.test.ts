import { describe, expect, test } from 'vitest'
import { lintFiles } from '../src/project/lint-files.ts'
import { readBytes } from '../src/project/read.ts'
import { createSkimmer } from '../src/project/skim.ts'
import { idle } from '../src/project/stopwatch.ts'
import { createTiming } from '../src/project/timing.ts'
import type { Settings } from '../src/settings.ts'
import { resolverOfValue } from '../src/value-config.ts'
import { createFolder, run } from './world.ts'
import type { Files } from './world.ts'

/** Whether a file is dealt with, and what was heard of it. */
function skim(path: string, content: string | Uint8Array, config = {}, changed: Partial<Settings> = {}) {
  const cwd = createFolder({ [path]: content })
  const heard: string[] = []
  const skimmer = createSkimmer(idle, (file, { markers }, bytes) => {
    heard.push(`${file.path} ${markers} ${bytes.length}`)
  })!
  const resolution = resolverOfValue(config).resolve(path)
  const file = { path, resolution: { ...resolution, settings: { ...resolution.settings, ...changed } } }
  const taken = skimmer.take(file, readBytes(`${cwd}/${path}`, skimmer.room))
  return { isDone: taken === 'done', isRead: typeof taken === 'object', heard }
}

describe('a look at the bytes of a file', () => {
  test.each([
    ['a.md', 'The gate — [Größe](b.md).', 'a.md 0 29'],
    ['a.md', 'The gate. <!-- a comment -->', 'a.md 0 28'],
    ['a.txt', '', 'a.txt 0 0'],
    ['README', 'The gate.', 'README 0 9'],
    ['a.md', 'The gate.[^1]\n\n[^1]: Adam.\n', 'a.md 1 27'],
  ])('is enough for %s with %j', (path, text, heard) => {
    expect(skim(path, text)).toEqual({ isDone: true, isRead: false, heard: [heard] })
  })

  test.each([
    ['a.md', 'The gate.[1]', {}],
    ['a.md', 'The gate. <!-- footlint-disable -->', {}],
    ['a.md', Uint8Array.of(0xe4, 0x20), {}],
    ['a.md', 'The gate (1).', { notations: { parenthesis: 'on' } }],
    ['a.md', 'The gate.', { bibliography: 'a.bib' }],
    ['a.html', 'The gate.', {}],
    ['a.bib', '', {}],
  ] as const)('is not enough for %s with %j and %j', (path, content, config) => {
    expect(skim(path, content, config)).toEqual({ isDone: false, isRead: false, heard: [] })
  })

  test('makes a source of a file with footnotes, for whoever looks closer', () => {
    expect(skim('a.md', 'The gate.[^1]\n')).toEqual({ isDone: false, isRead: true, heard: [] })
  })

  test('is not enough for what does not fit', () => {
    expect(skim('a.md', '.'.repeat(300_000)).isDone).toBe(false)
  })

  test('is not enough where rules look at more than our things', () => {
    const [first, ...others] = resolverOfValue({}).resolve('a.md').settings.rules
    const rules = [{ ...first!, rule: { ...first!.rule, silentOn: undefined } }, ...others]
    expect(skim('a.md', 'The gate.', {}, { rules }).isDone).toBe(false)
  })
})

test('what is seldom enough is left alone for a while', () => {
  const cwd = createFolder({ 'a.md': 'The gate.', 'b.md': 'The gate.[1]' })
  const skimmer = createSkimmer(idle, () => {})!
  const take = (path: string, times: number) => {
    const file = { path, resolution: resolverOfValue({}).resolve(path) }
    const bytes = readBytes(`${cwd}/${path}`, skimmer.room)
    return Array.from({ length: times }, () => skimmer.take(file, bytes)).filter(Boolean).length
  }
  expect([take('a.md', 30), take('b.md', 20), take('a.md', 29), take('b.md', 21)]).toEqual([30, 0, 29, 0])
  expect([take('a.md', 500), take('a.md', 50)]).toEqual([0, 50])
})

describe('a run over many files', () => {
  const texts = [
    'The gate.',
    'The gate.[1] And.[3]\n\n[1] One.\n',
    'Größe 水 😀.',
    '```\na[1]\n```\n',
    'Ask @ann.',
    '\uFEFFThe gate.',
  ]
  const files: Files = Object.fromEntries([
    ...Array.from({ length: 120 }, (_, index) => [`${index}.md`, texts[index % texts.length]!]),
    ['bad.md', Uint8Array.of(0xe4, 0x20)],
    ['long.md', `${'The gate. '.repeat(30_000)}[1]`],
  ])
  const characters = Object.values(files).reduce(
    (sum, text) => sum + (typeof text === 'string' ? text.replace('\uFEFF', '').length : 0),
    0,
  )

  test('says what runs over each of them say', async () => {
    const cwd = createFolder(files)
    const { files: all, failures } = await lintFiles(['.'], { cwd, config: {} })
    const each = await Promise.all(
      Object.keys(files)
        .toSorted()
        .map((path) => lintFiles([path], { cwd, config: {} })),
    )
    expect(all).toEqual(each.flatMap((one) => one.files))
    expect(failures).toEqual(each.flatMap((one) => one.failures))
    expect(all.length).toBe(121)
  })

  test('counts files and characters all the same', async () => {
    const timing = createTiming(() => 0)
    await lintFiles(['.'], { cwd: createFolder(files), config: {}, stopwatch: timing })
    const { counts } = timing.take()
    expect([counts.get('files'), counts.get('characters')]).toEqual([121, characters])
  })

  test('is remembered', async () => {
    const cwd = createFolder(files)
    const argv = ['.', '--cache', '--cache-location', 'kept', '--format', 'json']
    const [first, second] = [await run(argv, { cwd }), await run([...argv, '--timing'], { cwd })]
    expect(second.stdout).toBe(first.stdout)
    expect(second.stderr).toContain('121 more files known from the cache')
  })
})
