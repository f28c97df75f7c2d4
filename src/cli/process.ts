import { main } from './main.ts'

/** Runs the command line of this process. */
export async function runProcess(): Promise<void> {
  const { argv, stdin, stdout, stderr, env } = process

  // `footlint | head` closes the pipe early; whoever does so has seen enough.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exitCode = 2
    })
  }

  const exitCode = await main({ argv: argv.slice(2), cwd: process.cwd(), stdin, stdout, stderr, env })
  process.exitCode ??= exitCode
}
