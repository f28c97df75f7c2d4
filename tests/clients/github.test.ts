import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createFolder, run, writeFiles } from '../world.ts'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

interface Step {
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}
const action = parse(read('action.yml')) as { inputs: Record<string, object>; runs: { steps: Step[] } }

test('the problem matcher reads the unix report', async () => {
  const { problemMatcher } = JSON.parse(read('.github/footlint-matcher.json')) as {
    problemMatcher: { pattern: { regexp: string }[] }[]
  }
  const pattern = new RegExp(problemMatcher[0]!.pattern[0]!.regexp)
  const files = {
    'a b.md': 'One.[^1] Two.[^2] [^3]\n\n[^1]: Adam\n',
    '12:3: x.md': 'One.[^1] Two.[^2]\n\n[^1]: Adam\n',
  }
  const { stdout } = await run(['-f', 'unix', '.'], { files })
  const lines = stdout.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(line).toMatch(pattern)
  const [, ...groups] = pattern.exec(lines.find((line) => line.startsWith('a b.md') && line.includes('[^2]'))!)!
  expect(groups).toEqual(['a b.md', '1', '14', 'error', '`[^2]` has no entry, expected one', 'marker-undefined'])
})

test('the action has no expression in its script', () => {
  const [step] = action.runs.steps
  expect(step!.run).not.toContain('${{')
  const named = Object.values(step!.env).map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1])
  expect(named).toEqual(Object.keys(action.inputs))
})

test.skipIf(process.platform === 'win32')('the action passes what it is given, and injects nothing', () => {
  const folder = createFolder()
  // In place of npx: what it was called with, an argument a line, and exit code 1.
  writeFiles(folder, { 'bin/npx': '#!/bin/sh\nfor each; do printf "<%s>\\n" "$each"; done >> "$CALLS"\nexit 1\n' })
  chmodSync(join(folder, 'bin/npx'), 0o755)
  const env = {
    PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
    CALLS: join(folder, 'calls'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    FOOTLINT_VERSION: '1.2.3',
    FOOTLINT_PATHS: 'a b.md\n$(touch injected)\n-x`touch injected`.md\n',
    FOOTLINT_CONFIG: '"; touch injected; "',
    FOOTLINT_SARIF: 'out.sarif',
  }
  const { status } = spawnSync('bash', ['-c', action.runs.steps[0]!.run], { cwd: folder, env })
  expect(status).toBe(1)
  expect(existsSync(join(folder, 'injected'))).toBe(false)
  const calls = readFileSync(env.CALLS, 'utf8').trimEnd().split('<--yes>\n').slice(1)
  const paths = '<-->\n<a b.md>\n<$(touch injected)>\n<-x`touch injected`.md>'
  const config = '<--config="; touch injected; ">'
  expect(calls.map((call) => call.trimEnd())).toEqual(
    ['<--format>\n<github>', '<--format>\n<markdown>', '<--format>\n<sarif>\n<--output-file=out.sarif>'].map(
      (options) => `<footlint@1.2.3>\n${config}\n${options}\n${paths}`,
    ),
  )
})
