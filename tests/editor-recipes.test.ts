import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { splitFences } from '../scripts/fences.ts'
import { run } from './world.ts'

const page = readFileSync(new URL('../docs/editors.md', import.meta.url), 'utf8')
const fences = splitFences(page)

test.each(fences.filter(({ info }) => info === 'json'))('a recipe is JSON: $content', ({ content }) => {
  expect(() => JSON.parse(content) as unknown).not.toThrow()
})

test('the recipes start a command that there is', async () => {
  const code = fences.flatMap(({ info = '', content }) => (info === 'sh' ? [] : [content])).join('\n')
  const lists = [...code.matchAll(/["']footlint["'],? ([^\])}\n]*)/g)].map(([, words]) => words!)
  const calls = lists.map((words) => [...words.matchAll(/["']([a-z-]+)["']/g)].map(([, word]) => word!))
  expect(calls.filter((words) => words[0] === 'lsp').length).toBeGreaterThan(4)
  const options = [...page.matchAll(/footlint (lsp )?(--[a-z-]+)/g)].map(([, command, option]) => [
    command?.trim(),
    option,
  ])
  expect(options.length).toBeGreaterThan(2)
  for (const words of options) {
    const { stderr } = await run([...words.filter((word) => word !== undefined), 'x', '--help'])
    expect(stderr, words.join(' ')).toBe('')
  }
})
