import { main } from './main.ts'
import { isPlainOutput, writeWhole } from './whole-output.ts'

/** Runs the command line of this process. */
export async function runProcess(): Promise<void> {
  const { argv, env } = process
  const exitCode = await main({
    argv: argv.slice(2),
    cwd: process.cwd(),
    env,
    // Node makes a stream when it is asked for it, which takes longer than to read a file.
    get stdin() {
      return process.stdin
    },
    get stdout() {
      return openStdout()
    },
    get whole() {
      return isPlainOutput(1) ? { write: (text: string) => writeWhole(1, text, openStdout) } : undefined
    },
    get stderr() {
      return untilClosed(process.stderr)
    },
  })
  process.exitCode ??= exitCode
}

const openStdout = () => untilClosed(process.stdout)

/** `footlint | head` closes the pipe early; whoever does so has seen enough. */
function untilClosed(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.listeners('error').includes(onError) ? stream : stream.on('error', onError)
}

function onError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.exitCode = 2
}
