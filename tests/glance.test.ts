import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { glanceAt } from '../src/project/glance.ts'
import { createPlaceIn, createRelativePath, placeIn, relativePath } from '../src/project/paths.ts'
import { createProjectCheck } from '../src/project/project-names.ts'
import { idle } from '../src/project/stopwatch.ts'
import { createUsage } from '../src/project/usage.ts'
import { noLibrary } from '../src/document/library.ts'
import { createSource } from '../src/source.ts'
import { resolverOfValue } from '../src/value-config.ts'
import { createFolder } from './world.ts'

const glance = (path: string, text: string, config = {}) =>
  glanceAt(createSource(path, text), resolverOfValue(config).resolve(path), {
    stopwatch: idle,
    isInProject: (one) => one.startsWith('project/'),
  })

describe('a glance', () => {
  test.each([
    ['a.md', 'The gate.'],
    ['project/a.txt', 'Ask @ann.'],
    ['a.md', 'Ask @ann.'],
    ['project/a.md', 'Ask.'],
    ['a.md', '---\ntitle: Gate\n---\n\n```js\nlist[1]\n```\n'],
  ])('is enough for %s with %j', (path, text) => {
    expect(glance(path, text)).toMatchObject({ source: { path }, findings: [] })
  })

  test.each([
    ['a.md', 'The gate.[1]', {}],
    ['project/a.md', 'Ask @ann.', {}],
    ['a.md', 'The gate, {citet}`ann`.', {}],
    ['a.md', '---\nbibliography: a.bib\n---\n', {}],
    ['a.md', '<!-- footlint-disable -->', {}],
    ['a.md', 'The gate.', { bibliography: 'a.bib' }],
    ['a.html', '<p>The gate.</p>', {}],
  ])('is not enough for %s with %j and %j', (path, text, config) => {
    expect(glance(path, text, config)).toBeUndefined()
  })
})

test('a project is around all that is in its folder, up to where a repository begins', () => {
  const cwd = createFolder({
    'a.md': '',
    'book/_quarto.yml': '',
    'book/b.md': '',
    'book/deep/c.md': '',
    'book/own/.git/HEAD': '',
    'book/own/d.md': '',
  })
  const paths = ['a.md', 'book/b.md', 'book/deep/c.md', 'book/own/d.md', 'book/missing/e.md', `${cwd}/book/f.md`]
  expect(paths.filter(createProjectCheck(cwd))).toEqual([
    'book/b.md',
    'book/deep/c.md',
    'book/missing/e.md',
    `${cwd}/book/f.md`,
  ])
})

describe('keys that are cited', () => {
  const keysIn = (text: string) => createUsage().take({ source: createSource('a.md', text), series: [] }, noLibrary)

  test.each([
    ['See https://example.org: cited as: a.', []],
    ['As @ann says.', ['ann']],
    ['\\citep[p. 3]{ann}', ['ann']],
    ['{cite:p}`ann`', ['ann', 'p', '`ann`']],
    ['nocite:ann', ['ann']],
    ['{a} citet:ann', ['ann']],
  ])('in %j', (text, keys) => {
    expect(keysIn(text)).toEqual(keys)
  })
})

test.each(['/a/b', '/a', '/', '/x'])('files are called in %s as each of them would be', (from) => {
  const nameOf = createRelativePath(from)
  const files = ['/a/b/c.md', '/a/b/d/e.md', '/a/b/d/f.md', '/a/c.md', '/c.md', '/a/bc/d.md'].map((file) =>
    resolve(file),
  )
  expect(files.map(nameOf)).toEqual(files.map((file) => relativePath(from, file)))
})

test.each(['/a/b', '/'])('files in %s are where each of them would be', (folder) => {
  const files = [
    'c.md',
    'd/e.md',
    '../f.md',
    'd/../../g.md',
    'd//h.md',
    './i.md',
    'd/.h/j.md',
    '/k.md',
    'd/',
    'd/..',
    '',
  ]
  const places = files.map((file) => resolve(folder, file))
  expect(files.map((file) => placeIn(folder, file))).toEqual(places)
  expect(files.map(createPlaceIn(folder))).toEqual(places)
})
