import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { splitFences } from '../scripts/fences.ts'
import { lintWithRule } from '../scripts/lint-one.ts'
import { renderReadme } from '../scripts/readme.ts'
import { runCommand } from '../scripts/run-command.ts'
import { lintText } from '../src/api.ts'
import type { Rule } from '../src/rule.ts'
import { createSource } from '../src/source.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
const fences = splitFences(readme).flatMap(({ info = '', content }) => (info === '' ? [] : [{ info, content }]))
const inside = (pattern: RegExp) => fences.filter(({ info }) => pattern.test(info))

const folders: string[] = []
const makeFolder = (parent: string) => {
  mkdirSync(parent, { recursive: true })
  folders.push(mkdtempSync(join(parent, 'footlint-readme-')))
  return folders.at(-1)!
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** Runs a module of an example, which has to stand in the project to find what it imports. */
async function importExample(file: string, content: string): Promise<{ readonly default?: unknown }> {
  const path = join(makeFolder(join(root, 'dist-tools')), file)
  writeFileSync(path, content)
  return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { readonly default?: unknown }
}

describe('README.md', () => {
  test('has tables and outputs that are up to date (npm run docs)', async () => {
    expect(await renderReadme(readme, root)).toBe(readme)
  })

  test('shows commands whose words exist', async () => {
    const commands = inside(/^sh$/).flatMap(({ content }) => content.match(/npx footlint .*?(?=\s*(#|<|$))/gm) ?? [])
    expect(commands.length).toBeGreaterThan(4)
    for (const command of commands) {
      const words = command.replaceAll("'", '').split(/\s+/).slice(2)
      const { stderr } = await runCommand([...words, '--help'], makeFolder(tmpdir()))
      expect(stderr, command).toBe('')
    }
  })

  test.each(inside(/^(json|yaml) \S+$/))('$info is a configuration', async ({ info, content }) => {
    const folder = makeFolder(tmpdir())
    const file = join(folder, info.split(' ')[1]!)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    writeFileSync(join(folder, 'journal.csl'), '<style><citation><layout/></citation></style>')
    expect(await runCommand(['--print-config', 'article.md'], folder)).toMatchObject({ code: 0, stderr: '' })
  })

  test.each(inside(/^markdown directives$/))('has directives that exist', ({ content }) => {
    const { findings } = lintText(content, { path: 'article.md' })
    expect(findings.filter((finding) => finding.rule === 'directive-unknown')).toEqual([])
    expect(content).toContain('footlint-')
  })

  test.each(inside(/^ts \S+\.ts$/))('$info runs and prints what it says', async ({ info, content }) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    await importExample(info.split(' ')[1]!, content)
    const printed = log.mock.calls.map((values) => values.join(' '))
    log.mockRestore()
    expect(printed).toEqual([...content.matchAll(/^\/\/ → (.*)$/gm)].map((match) => match[1]))
  })
})

test('CONTRIBUTING.md shows a rule that works', async () => {
  const rule = splitFences(contributing.replaceAll(/^ {3}/gm, '')).find(({ info }) => info === 'ts')
  const { default: made } = await importExample('entry-short.ts', rule!.content.replaceAll("'../src", "'../../src"))
  const source = createSource('a.md', 'One.[^1] Two.[^2]\n\n[^1]: Adam\n\n[^2]: Minutes of the board\n')
  expect(lintWithRule(made as Rule, source).findings.map((finding) => finding.message)).toEqual([
    'Entry `[^1]` has 1 words, expected 3 or more',
  ])
})
