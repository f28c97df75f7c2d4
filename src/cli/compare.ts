import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Run } from '../finding.ts'
import { changeBetween } from '../project/change.ts'
import { compareCommits, compareTexts } from '../project/compare-texts.ts'
import type { NamedText } from '../project/compare-texts.ts'
import { commitOf, openRepository, readRevision } from '../project/git.ts'
import type { Repository } from '../project/git.ts'
import { relativePath } from '../project/paths.ts'
import type { ProjectOptions } from '../project/visit.ts'
import type { Arguments } from './args.ts'
import { projectOptions } from './project-options.ts'
import { reporterOf } from './report-run.ts'
import type { World } from './streams.ts'

/** `footlint compare`: what has become of the citations of a text, of a commit, or of the source of a translation. */
export async function compareCommand({ operands, values }: Arguments, world: World): Promise<number> {
  const [before, after, ...paths] = operands
  if (before === undefined || after === undefined || (values.translation && paths.length > 0))
    throw wrongNumber(operands)
  const report = reporterOf(values, world)
  const options = await projectOptions(values, world)
  const texts = [await textAt(before, world), await textAt(after, world)] as const
  const [base, head] = texts
  if (base && head && paths.length === 0)
    return report(await compareTexts([base, head], values.translation ? 'translation' : 'version', options))
  if (base || head || values.translation) throw noText(base ? after : before)
  return report(await compareRevisions([before, after], paths, options, world))
}

async function compareRevisions(
  names: readonly [string, string],
  paths: readonly string[],
  options: ProjectOptions,
  { cwd, env }: World,
): Promise<Run> {
  const repository = await repositoryAt(cwd, env)
  const commits: string[] = []
  for (const name of names) {
    const commit = repository && (await commitOf(repository, name))
    if (commit === undefined) throw noText(name)
    commits.push(commit)
  }
  const change = await changeBetween(repository!, [commits[0]!, commits[1]!], cwd)
  return compareCommits(paths.length === 0 ? ['.'] : paths, change, options)
}

/** A file, or what it said in a commit. What is on the disk goes before what it could mean to git. */
async function textAt(operand: string, { cwd, env }: World): Promise<NamedText | undefined> {
  const path = resolve(cwd, operand)
  if (statSync(path, { throwIfNoEntry: false })?.isFile())
    return { path: relativePath(cwd, path), bytes: readFileSync(path) }
  const [, commit, name] = /^([^:]+):(.+)$/s.exec(operand) ?? []
  const repository = name === undefined ? undefined : await repositoryAt(cwd, env)
  if (!repository || (await commitOf(repository, commit!)) === undefined) return undefined
  // As in git, a name is one from the root, unless it begins with a dot.
  const absolute = /^\.\.?\//.test(name!) ? resolve(cwd, name!) : join(repository.root, name!)
  const bytes = await readRevision(repository, `${commit}:${relativePath(repository.root, absolute)}`)
  if (!bytes) throw new UsageError(`${operand}: there is no such file in ${commit}, expected one`)
  return { path: relativePath(cwd, absolute), bytes }
}

async function repositoryAt(cwd: string, env: World['env']): Promise<Repository | undefined> {
  try {
    return await openRepository(cwd, env)
  } catch {
    return undefined
  }
}

function wrongNumber(operands: readonly string[]): UsageError {
  return new UsageError(`\`footlint compare\` compares two texts, found ${operands.length}`, {
    hint: 'expected two files, a file of a commit (main:article.md) and a file, or two commits and paths',
  })
}

const noText = (name: string) =>
  new UsageError(`${name}: neither a file nor a commit, expected two files, or two commits`, {
    hint: 'A file of a commit is written as in git: main:docs/article.md, or HEAD:./article.md from here',
  })
