import { beforeAll, describe, expect, test } from 'vitest'
import type { Reporter, Run } from '../src/finding.ts'
import { changeBetween } from '../src/project/change.ts'
import { lintFiles } from '../src/project/lint-files.ts'
import { github } from '../src/reporters/github.ts'
import { gitlab } from '../src/reporters/gitlab.ts'
import { json } from '../src/reporters/json.ts'
import type { Edit } from './editorial/edits.ts'
import { createHistory } from './editorial/history.ts'
import type { History } from './editorial/history.ts'
import { listEdits } from './editorial/list-edits.ts'
import { keyEdits, noteEdits, orderedEdits } from './editorial/other-edits.ts'
import { pasteEdits } from './editorial/paste-edits.ts'
import { temporaryFolder } from './clients/repository.ts'
import { readWorkflowCommands } from './report-readers.ts'

/**
 * A repository with an article in each of five ways of citing, and edits as editors make them, each a commit. What has to be
 * said of each is all that may be said.
 */
const groups: Readonly<Record<string, readonly Edit[]>> = {
  'an article whose list is gone': pasteEdits,
  'an article with a list': listEdits,
  'an article with a numbered list': orderedEdits,
  'an article with footnotes': noteEdits,
  'an article with keys': keyEdits,
}

/** A finding as every format tells it. */
interface Told {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly severity: string
  readonly message: string
}

interface JsonFinding {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly start: { readonly line: number; readonly column: number }
}

function readJson(run: Run): (Told & { readonly column: number })[] {
  const { files } = JSON.parse(print(json, run)) as { files: { path: string; findings: JsonFinding[] }[] }
  return files.flatMap(({ path, findings }) => findings.map(({ start, ...one }) => ({ ...one, ...start, path })))
}

const levels: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', notice: 'info' }

function readGithub(run: Run): Told[] {
  return readWorkflowCommands(print(github, run)).map(({ command, properties, message }) => {
    const { title: rule, file: path, line } = properties
    return { rule: rule!, path: path!, line: Number(line), severity: levels[command]!, message }
  })
}

const weights: Readonly<Record<string, string>> = { major: 'error', minor: 'warning', info: 'info' }

interface Issue {
  readonly check_name: string
  readonly description: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

function readGitlab(run: Run): Told[] {
  return (JSON.parse(print(gitlab, run)) as Issue[]).map(({ check_name: rule, description, severity, location }) => {
    const { path, lines } = location
    return { rule, path, line: lines.begin, severity: weights[severity]!, message: description }
  })
}

const print = (reporter: Reporter, run: Run) => reporter(run, { color: false })

const folder = temporaryFolder('history')
let history: History
/** What is found in the articles before, without places. */
let known: ReadonlySet<string>

beforeAll(async () => {
  history = await createHistory(folder, Object.values(groups).flat())
  const before = await lintFiles(['.'], { cwd: folder, config: {} })
  known = new Set(readJson(before).map(({ rule, message }) => `${rule} ${message}`))
})

async function runOver(edit: Edit): Promise<Run> {
  const { repository, commits } = history
  const change = await changeBetween(repository, [commits.get('main')!, commits.get(history.branchOf(edit))!], folder)
  return lintFiles(['.'], { cwd: folder, config: {}, change })
}

describe.each(Object.entries(groups))('%s', (_, edits) => {
  test.each(edits)('$name', async (edit) => {
    const run = await runOver(edit)
    const found = readJson(run)
    const lineOf = ({ path, line, column, severity, message }: (typeof found)[number]) =>
      `${path}:${line}:${column} ${severity} ${message}`
    const own = found.filter(({ rule }) => rule === 'marker-lost')
    const others = found.filter(({ rule, message }) => rule !== 'marker-lost' && !known.has(`${rule} ${message}`))
    expect(own.map(lineOf)).toEqual(edit.said)
    expect(others.map((one) => `${lineOf(one)} ${one.rule}`)).toEqual(edit.also ?? [])
    expect(run.failures).toEqual([])

    // The other formats say the same; where there is more to a finding, they say it behind the message.
    for (const told of [readGithub(run), readGitlab(run)]) {
      expect(told.map(placeOf).toSorted()).toEqual(found.map(placeOf).toSorted())
      for (const { rule, line, message } of found) {
        expect(told.some((one) => one.rule === rule && one.line === line && one.message.startsWith(message))).toBe(true)
      }
    }
  })
})

const placeOf = ({ rule, path, line, severity }: Told) => `${path}:${line} ${severity} ${rule}`

test('there are more than fifty of them', () => {
  expect(Object.values(groups).flat().length).toBeGreaterThan(75)
})
