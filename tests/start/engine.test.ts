import { join } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import { afterEach, describe, expect, test } from 'vitest'
import { tagOf } from '../../src/cli/start/engine-tag.ts'
import { engineOf } from '../../src/cli/start/engine.ts'
import { namedBy } from '../../src/cli/start/named.ts'
import { createFolder } from '../world.ts'

const { version, versions, arch } = process
const installed = { version, versions, arch, execArgv: [], env: {} }

describe('an engine', () => {
  const engine = engineOf(installed)
  const asStarted = cachedDataVersionTag()
  const isKnown = /^(?:11|12|13)\./.test(versions.v8)
  afterEach(engine.restore)

  test.runIf(isKnown)('is tuned, and what is kept of code is that of one that is not', () => {
    engine.tune()
    expect(cachedDataVersionTag()).not.toBe(asStarted)
    expect(engine.untuned(cachedDataVersionTag)).toBe(asStarted)
    expect(cachedDataVersionTag()).not.toBe(asStarted)
    engine.restore()
    expect(cachedDataVersionTag()).toBe(asStarted)
  })

  test.runIf(isKnown)('is restored by whoever did not tune it', () => {
    engine.tune()
    engineOf(installed).restore()
    expect(cachedDataVersionTag()).toBe(asStarted)
  })

  test.each([
    ['is not known', { versions: { v8: '99.1' } }],
    ['was started with a flag', { execArgv: ['--stack-size=900'] }],
    ['was started with flags of the environment', { env: { NODE_OPTIONS: '--stack-size=900' } }],
  ])('that %s is left as it is', (_, other) => {
    engineOf({ ...installed, ...other }).tune()
    expect(cachedDataVersionTag()).toBe(asStarted)
  })

  test('with flags of its own keeps its code apart', () => {
    const tagFor = (other: object) => tagOf({ ...installed, version: 'v24.1.0', arch: 'x64', ...other })
    expect(tagFor({})).toBe('v24.1.0-x64')
    expect(tagFor({ execArgv: ['--jitless'] })).toBe(asStarted.toString(36))
    expect(tagFor({ env: { NODE_OPTIONS: '--jitless' } })).toBe(asStarted.toString(36))
  })
})

test.each([
  [['small.md'], 'few'],
  [['--stdin-filename', 'small.md', '-'], 'few'],
  [['--format', 'json', 'missing.md', 'docs'], 'many'],
  [['small.md', 'docs'], 'many'],
  [Array.from({ length: 8 }, () => 'small.md'), 'few'],
  [Array.from({ length: 9 }, () => 'small.md'), 'many'],
  [[], 'none'],
  [['missing.md'], 'none'],
  [['*.md'], 'none'],
] as const)('of the command line %j, documents named: %s', (argv, named) => {
  const folder = createFolder({ 'small.md': 'One.[1]\n', 'docs/a.md': '.' })
  expect(namedBy(argv.map((word) => (/^-|^json$/.test(word) ? word : join(folder, word))))).toBe(named)
})
