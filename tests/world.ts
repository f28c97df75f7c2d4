import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../src/cli/main.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A folder of its own with files in it, removed when the test is done. */
export function createFolder(files: Files = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'footlint-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFiles(folder, files)
  return folder
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

interface Surroundings {
  readonly files?: Files
  readonly cwd?: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly isTTY?: boolean
}

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly cwd: string
}

/** Runs a command line in this process, in a folder with the given files. */
export async function run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const { stdin = '', env = {}, isTTY = false } = surroundings
  const cwd = surroundings.cwd ?? createFolder(surroundings.files)
  const stdout: string[] = []
  const stderr: string[] = []
  const code = await main({
    argv,
    cwd,
    stdin: (async function* () {
      yield stdin
    })(),
    stdout: { write: (text: string) => stdout.push(text), isTTY },
    stderr: { write: (text: string) => stderr.push(text), isTTY },
    env,
  })
  return { code, stdout: stdout.join(''), stderr: stderr.join(''), cwd }
}
