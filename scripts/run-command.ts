import { main } from '../src/cli/main.ts'

export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line of ours in a folder, without a process of its own and without colours. */
export async function runCommand(argv: readonly string[], cwd: string, input = ''): Promise<CommandResult> {
  const written = { stdout: '', stderr: '' }
  const collector = (stream: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[stream] += text
    },
  })
  const code = await main({
    argv,
    cwd,
    stdin: (async function* () {
      yield await Promise.resolve(input)
    })(),
    stdout: collector('stdout'),
    stderr: collector('stderr'),
    env: {},
  })
  return { code, ...written }
}
