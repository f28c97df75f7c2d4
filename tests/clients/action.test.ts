import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { readLog, readTable, sarifValidator } from '../report-readers.ts'
import { createRepository, must, temporaryFolder } from './repository.ts'
import type { Repository, Variables } from './repository.ts'
import { runAction } from './runner.ts'
import type { Event, StepsOutcome } from './runner.ts'

const folder = temporaryFolder('action')
/** Kept from one run to the next, so that footlint is installed once. */
const temporary = join(folder, 'temporary')
const faulty = 'One.[^1] Two.[^2]\n\n[^1]: Adam\n'
const clean = 'One.[^1]\n\n[^1]: Adam\n'
const lost = { command: 'error', message: '`[^2]` has no entry, expected one' }
/** Files of a pull request by somebody who wishes no good. */
const hostile = [
  '%0A::error::$(touch injected).md',
  '-x`touch injected`.md',
  '"; touch injected; ".md',
  '##[error]y,line=9.md',
  'new\n::error::line.md',
  '::stop-commands::x.md',
]

let origin: Repository
const head = () => must(origin.folder, ['git', 'rev-parse', 'HEAD']).trim()

/** Main with an old fault, a branch with new ones, another fault on main after it, and the merge that GitHub makes. */
function pullRequest(): Event {
  origin.git('checkout', '--quiet', '-b', 'change')
  origin.write({ 'docs/a b.md': faulty, 'docs/ok.md': clean, 'docs/x.js': 'x[1] [3]\n' })
  origin.write(Object.fromEntries(hostile.map((name) => [name, faulty])))
  // Whoever installs in the working directory gets these.
  origin.write({ '.npmrc': 'registry=http://127.0.0.1:9/\n' })
  origin.write({ 'node_modules/footlint/package.json': '{"name":"footlint","version":"0.1.0","bin":"x.js"}' })
  origin.commit()
  origin.git('checkout', '--quiet', 'main')
  const base = head()
  origin.write({ 'later.md': faulty })
  origin.commit()
  origin.git('checkout', '--quiet', '--detach')
  expect(origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'change').code).toBe(0)
  origin.git('update-ref', 'refs/pull/1/merge', 'HEAD')
  const sha = head()
  origin.git('checkout', '--quiet', 'main')
  return { name: 'pull_request', sha, payload: { pull_request: { base: { sha: base } }, before: 'f'.repeat(40) } }
}

/** What actions/checkout does. */
function checkOut(name: string, sha: string, depth: 0 | 1): string {
  const workspace = createRepository(join(folder, name))
  const refs = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*'] : []
  const shallow = depth === 0 ? [] : [`--depth=${depth}`]
  for (const argv of [
    ['remote', 'add', 'origin', `file://${origin.folder}`],
    ['fetch', '--quiet', '--no-tags', ...shallow, 'origin', ...refs, `+${sha}:refs/remotes/pull/1/merge`],
    ['checkout', '--quiet', '--force', sha],
  ])
    expect(workspace.git(...argv)).toMatchObject({ code: 0 })
  return workspace.folder
}

const use = (workspace: string, event: Event, given: Variables = {}) =>
  runAction(workspace, temporary, event, { version: `file:${inject('tarball')}`, ...given })

const annotated = ({ output }: StepsOutcome) => readLog(output).map(({ properties }) => properties['file'])

beforeAll(() => {
  mkdirSync(temporary)
  origin = createRepository(join(folder, 'origin'))
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.write({ 'old.md': faulty, 'docs/gone.md': faulty })
  origin.commit()
})

describe.skipIf(process.platform === 'win32')('a pull request', () => {
  let event: Event
  beforeAll(() => void (event = pullRequest()))

  test.each([1, 0] as const)('is checked where it changed something, with fetch-depth %d', (depth) => {
    const workspace = checkOut(`depth-${depth}`, event.sha, depth)
    const outcome = use(workspace, event, { 'only-changed': 'true' })
    expect(outcome.code).toBe(1)
    expect(new Set(annotated(outcome))).toEqual(new Set([...hostile, 'docs/a b.md']))
    const inDocs = use(workspace, event, { 'only-changed': 'true', paths: 'docs\n' })
    expect(annotated(inDocs)).toEqual(['docs/a b.md'])
    const none = use(workspace, event, { 'only-changed': 'true', paths: 'docs/ok.md\nold.md' })
    expect([none.code, annotated(none)]).toEqual([0, []])
  })

  test('is checked where it changed something, without the merge', () => {
    const workspace = checkOut('unmerged', must(origin.folder, ['git', 'rev-parse', 'change']).trim(), 1)
    expect(new Set(annotated(use(workspace, event, { 'only-changed': 'true' })))).toEqual(
      new Set([...hostile, 'docs/a b.md']),
    )
  })

  test('is checked as a whole, and no name of a file does anything', () => {
    const workspace = checkOut('whole', event.sha, 1)
    mkdirSync(join(workspace, 'out'))
    const outcome = use(workspace, event, { sarif: 'out/footlint.sarif' })
    expect(outcome.code).toBe(1)
    const names = [...hostile, 'docs/a b.md', 'docs/gone.md', 'later.md', 'old.md']
    expect(new Set(annotated(outcome))).toEqual(new Set(names))
    expect(
      readLog(outcome.output).every(({ command, message }) => command === lost.command && message === lost.message),
    ).toBe(true)
    expect(existsSync(join(workspace, 'injected'))).toBe(false)
    expect(readTable(outcome.summary)).toHaveLength(names.length)
    const sarif = JSON.parse(readFileSync(join(workspace, 'out/footlint.sarif'), 'utf8')) as { runs: { results: [] }[] }
    expect(sarifValidator()(sarif)).toBe(true)
    expect(sarif.runs[0]!.results).toHaveLength(names.length)
  })

  test('fails as it was told to', () => {
    const workspace = checkOut('fail', event.sha, 1)
    const codeOf = (given: Variables) => use(workspace, event, { summary: 'false', ...given }).code
    expect(codeOf({ paths: 'docs/ok.md' })).toBe(0)
    expect(codeOf({ 'fail-on': 'never' })).toBe(0)
    expect(codeOf({ args: '--rule\nmarker-undefined:warning\n' })).toBe(0)
    expect(codeOf({ args: '--rule\nmarker-undefined:warning', 'fail-on': 'warning' })).toBe(1)
    expect(codeOf({ paths: 'none.md', 'fail-on': 'never' })).toBe(2)
    expect(codeOf({ config: '"; touch injected; "' })).toBe(2)
    expect(codeOf({ 'fail-on': '$(touch injected)' })).toBe(2)
    expect(use(workspace, event, { summary: 'false' }).summary).toBe('')
    expect(existsSync(join(workspace, 'injected'))).toBe(false)
  })

  test('takes no command from what is said besides', () => {
    const workspace = checkOut('notes', event.sha, 1)
    const paths = 'a##[error]b.md\n::error::c.md\n$(touch injected)'
    const { code, output } = use(workspace, event, { paths })
    expect(code).toBe(2)
    expect(output).toContain('footlint: a##[error]b.md: matches no document')
    expect(readLog(output).map(({ command, properties }) => [command, properties['file']])).toEqual(
      paths.split('\n').map((path) => ['error', path]),
    )
  })
})

describe.skipIf(process.platform === 'win32')('a push', () => {
  const pushOf = (before: string): Event => ({ name: 'push', sha: head(), payload: { before } })

  test.each([1, 0] as const)('is checked where it changed something, with fetch-depth %d', (depth) => {
    const before = head()
    origin.write({ [`pushed ${depth}.md`]: faulty })
    origin.commit()
    origin.write({ [`too ${depth}.md`]: faulty, 'old.md': `${faulty}\nAgain ${depth}.\n` })
    origin.commit()
    const workspace = checkOut(`push-${depth}`, head(), depth)
    const outcome = use(workspace, pushOf(before), { 'only-changed': 'true' })
    expect(outcome.code).toBe(1)
    expect(annotated(outcome)).toEqual(['old.md', `pushed ${depth}.md`, `too ${depth}.md`])
  })

  test.each([
    ['a new branch', '0'.repeat(40)],
    ['a history that is gone', 'a'.repeat(40)],
  ])('of %s is checked as a whole, and says so', (name, before) => {
    const workspace = checkOut(name, head(), 1)
    const outcome = use(workspace, pushOf(before), { 'only-changed': 'true', paths: 'docs' })
    expect(outcome.code).toBe(1)
    expect(readLog(outcome.output)).toEqual([
      expect.objectContaining({
        command: 'notice',
        message: expect.stringContaining('all documents are checked') as unknown,
      }),
      expect.objectContaining({ properties: expect.objectContaining({ file: 'docs/gone.md' }) as unknown }),
    ])
  })
})
