import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engineTag, isOverLittle, plainEngineTag } from '../src/cli/engine.ts'
import { createFolder } from './world.ts'

describe('a run over little', () => {
  const files = {
    'small.md': 'One.[1]\n',
    'half.md': '.'.repeat(20_000),
    'large.md': '.'.repeat(32_001),
    'docs/a.md': '.',
  }
  const name = (folder: string) => (word: string) => (/^-|^json$/.test(word) ? word : join(folder, word))

  test.each([
    [['small.md']],
    [['half.md', 'small.md']],
    [['--format', 'json', 'small.md', 'missing.md']],
    [['--stdin-filename', 'small.md', '-']],
  ])('is %j', (argv) => {
    expect(isOverLittle(argv.map(name(createFolder(files))))).toBe(true)
  })

  test.each([[[]], [['missing.md']], [['large.md']], [['half.md', 'half.md']], [['small.md', 'docs']], [['*.md']]])(
    'is not %j',
    (argv: readonly string[]) => {
      expect(isOverLittle(argv.map(name(createFolder(files))))).toBe(false)
    },
  )
})

test('an engine with flags of its own keeps its code apart', () => {
  const plain = { version: 'v24.1.0', arch: 'x64', execArgv: [], env: {} }
  expect(plainEngineTag(plain)).toBe('v24.1.0-x64')
  expect(plainEngineTag({ ...plain, execArgv: ['--jitless'] })).toBe(engineTag())
  expect(plainEngineTag({ ...plain, env: { NODE_OPTIONS: '--jitless' } })).toBe(engineTag())
})
