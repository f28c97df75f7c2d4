import { join } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import { afterEach, describe, expect, test } from 'vitest'
import { engineOf } from '../src/cli/engine.ts'
import { namesDocument } from '../src/cli/names-document.ts'
import { createFolder } from './world.ts'

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
    const tagOf = (other: object) => engineOf({ ...installed, version: 'v24.1.0', arch: 'x64', ...other }).tag
    expect(tagOf({})).toBe('v24.1.0-x64')
    expect(tagOf({ execArgv: ['--jitless'] })).toBe(asStarted.toString(36))
    expect(tagOf({ env: { NODE_OPTIONS: '--jitless' } })).toBe(asStarted.toString(36))
  })
})

test.each([
  [['small.md'], true],
  [['--format', 'json', 'missing.md', 'docs'], true],
  [['--stdin-filename', 'small.md', '-'], true],
  [[], false],
  [['missing.md'], false],
  [['*.md'], false],
] as const)('the command line %j names a document: %s', (argv, isSo) => {
  const folder = createFolder({ 'small.md': 'One.[1]\n', 'docs/a.md': '.' })
  expect(namesDocument(argv.map((word) => (/^-|^json$/.test(word) ? word : join(folder, word))))).toBe(isSo)
})
