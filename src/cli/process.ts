import { main } from './main.ts'
import { isPlainOutput, writeWhole } from './whole-output.ts'

/**
 * Runs the command line of this process. Gives whether all of its output is out: what was written to a stream may have to
 * wait for a reader.
 */
export async function runProcess(): Promise<boolean> {
  const { argv, env } = process
  let isOut = true
  const streaming = <T>(stream: T): T => {
    isOut = false
    return stream
  }
  const openStdout = () => streaming(untilClosed(process.stdout))
  const exitCode = await main({
    argv: argv.slice(2),
    cwd: process.cwd(),
    env,
    // Node makes a stream when it is asked for it, which takes longer than to read a file.
    get stdin() {
      return streaming(process.stdin)
    },
    get stdout() {
      return openStdout()
    },
    get whole() {
      return isPlainOutput(1) ? { write: (text: string) => writeWhole(1, text, openStdout) } : undefined
    },
    get stderr() {
      return streaming(untilClosed(process.stderr))
    },
  })
  process.exitCode ??= exitCode
  return isOut
}

/** `footlint | head` closes the pipe early; whoever does so has seen enough. */
function untilClosed(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.listeners('error').includes(onError) ? stream : stream.on('error', onError)
}

function onError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.exitCode = 2
}
