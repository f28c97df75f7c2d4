import { spawnSync } from 'node:child_process'
import type { Repository } from '../../src/project/git.ts'
import { openRepository } from '../../src/project/git.ts'
import { articles } from './articles.ts'
import type { Edit } from './edits.ts'

export interface History {
  readonly folder: string
  readonly repository: Repository
  /** By branch. */
  readonly commits: ReadonlyMap<string, string>
  /** The branch of an edit; its parent is `main`. */
  readonly branchOf: (edit: Edit) => string
}

/** Makes a repository in which each edit is a commit of its own on the same articles, by one stream for git. */
export async function createHistory(folder: string, edits: readonly Edit[]): Promise<History> {
  const branchOf = (edit: Edit) => `edit-${edits.indexOf(edit)}`
  const stream = [
    commit('main', [], articles),
    ...edits.map((edit) => commit(branchOf(edit), ['from refs/heads/main'], edit.files)),
  ]
  git(folder, ['init', '--quiet', '--initial-branch', 'main'])
  git(folder, ['fast-import', '--quiet'], stream.join(''))
  git(folder, ['reset', '--quiet', '--hard'])
  const heads = git(folder, ['for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads'])
  const commits = new Map(
    heads
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  )
  return { folder, repository: await openRepository(folder), commits, branchOf }
}

function git(cwd: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`

/** `undefined` deletes a file. */
function commit(branch: string, from: readonly string[], files: Readonly<Record<string, string | undefined>>): string {
  const changes = Object.entries(files).map(([path, text]) => {
    return text === undefined ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`
  })
  const author = 'committer Editor <editor@example.org> 0 +0000'
  return (
    [`commit refs/heads/${branch}`, author, data('edit').trimEnd(), ...from, ''].join('\n') + changes.join('') + '\n'
  )
}
