#!/usr/bin/env node
import { openBundle } from './cli/bundle.ts'
import { tuneForShortRuns } from './cli/engine.ts'

// Before anything is compiled: it belongs to what the compiled code is for. A server runs for hours.
if (process.argv[2] !== 'lsp') tuneForShortRuns(process.versions)

const bundle = openBundle(__dirname, require)
const { runProcess } = bundle.load('command.js') as typeof import('./cli/process.ts')

void runProcess().then(() => {
  // What says its version, or what is wrong with the command line, has run too little to be worth it.
  if (!bundle.has('run.js') || process.exitCode === 2) return
  const { user, system } = process.cpuUsage()
  bundle.keep(user + system)
})
