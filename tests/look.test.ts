import { describe, expect, test } from 'vitest'
import { lintSource } from '../src/lint.ts'
import { lookAt } from '../src/project/look.ts'
import { createSource } from '../src/source.ts'
import type { Settings } from '../src/settings.ts'
import { resolverOfValue } from '../src/value-config.ts'
import { fixtures } from './fixture-files.ts'

const resultOf = (path: string, text: string, settings: Settings) => lookAt(createSource(path, text), settings).result

describe('a document without a sign of a marker', () => {
  test('has the result that a close look gives it', () => {
    const { settings } = resolverOfValue({}).resolve('a.md')
    const silent = fixtures
      .filter(({ path }) => /\.(?:md|txt)$/.test(path))
      .flatMap(({ path, content }) => content.split(/\n{2,}/).map((text) => resultOf(path, text, settings)))
      .filter((result) => result !== undefined)
    for (const result of silent.slice(0, 2000)) expect(result).toEqual(lintSource(result.source, settings))
    expect(silent.length).toBeGreaterThan(300)
  })

  test.each([
    ['a.md', 'One.[1]', {}],
    ['a.md', '<!-- footlint-disable -->', {}],
    ['a.md', 'One (1).', { notations: { parenthesis: 'on' } }],
    ['a.html', 'Nothing.', {}],
  ] as const)('is not %s with %j and %j', (path, text, config) => {
    expect(resultOf(path, text, resolverOfValue(config).resolve(path).settings)).toBeUndefined()
  })
})
