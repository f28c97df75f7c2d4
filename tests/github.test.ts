import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { run } from './world.ts'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: unknown }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}
interface Step {
  readonly shell: string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

test('the problem matcher reads the unix report', async () => {
  const { problemMatcher } = JSON.parse(read('.github/footlint-matcher.json')) as {
    problemMatcher: { pattern: { regexp: string }[] }[]
  }
  const pattern = new RegExp(problemMatcher[0]!.pattern[0]!.regexp)
  const files = {
    'a b.md': 'One.[^1] Two.[^2] [^3]\n\n[^1]: Adam\n',
    '12:3: x.md': 'One.[^1] Two.[^2]\n\n[^1]: Adam\n',
    'b.md': Uint8Array.of(0xff),
  }
  const { stdout } = await run(['-f', 'unix', '.'], { files })
  const lines = stdout.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(line).toMatch(pattern)
  const groupsOf = (path: string, what: string) =>
    pattern.exec(lines.find((line) => line.startsWith(path) && line.includes(what))!)!.slice(1)
  const lost = ['1', '14', 'error', '`[^2]` has no entry, expected one', 'marker-undefined']
  expect(groupsOf('a b.md', '[^2]')).toEqual(['a b.md', ...lost])
  expect(groupsOf('12:3', '[^2]')).toEqual(['12:3: x.md', ...lost])
  expect(groupsOf('b.md', 'UTF-8')).toEqual([
    'b.md',
    '1',
    '1',
    'error',
    expect.stringMatching(/^is not UTF-8/),
    'footlint',
  ])
})

test('the action takes its inputs as variables, and has no expression in a script', () => {
  const { inputs, runs } = parse(read('action.yml')) as Action
  expect(runs.using).toBe('composite')
  for (const { shell, run: script } of runs.steps) {
    expect(shell).toBe('bash')
    expect(script).not.toContain('${{')
  }
  const variables = runs.steps.flatMap(({ env }) => Object.entries(env))
  const named = variables.map(([, value]) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1])
  expect(named.filter((name) => name !== undefined).toSorted()).toEqual(Object.keys(inputs).toSorted())
  const scripts = runs.steps.map(({ run: script }) => script).join('')
  for (const [name] of variables) expect(scripts).toContain(`$${name}`)
  for (const { default: value } of Object.values(inputs)) expect(value).toBeTypeOf('string')
})
