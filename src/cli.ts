#!/usr/bin/env node
import module from 'node:module'
import { tuneForShortRuns } from './cli/engine.ts'

// A server runs for hours.
if (process.argv[2] !== 'lsp') tuneForShortRuns(process.versions)

// Keeps the compiled code of this command for the next time. Node 20 cannot.
const { enableCompileCache } = module as { enableCompileCache?: () => void }
enableCompileCache?.()

const { main } = await import('./cli/main.ts')
const { stdin, stdout, stderr, env } = process

// `footlint | head` closes the pipe early; whoever does so has seen enough.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 2
  })
}

const exitCode = await main({ argv: process.argv.slice(2), cwd: process.cwd(), stdin, stdout, stderr, env })
process.exitCode ??= exitCode
