#!/usr/bin/env node
import { openBundle } from './cli/bundle.ts'
import { engineOf } from './cli/engine.ts'
import { namesDocument } from './cli/names-document.ts'

start(process.argv.slice(2))

function start(argv: readonly string[]): void {
  const began = process.cpuUsage()
  const bundle = openBundle(__dirname, require, engineOf(process))
  // It brings the other one along, which saves a file.
  if (namesDocument(argv)) bundle.load('run.js')
  const { runProcess } = bundle.load('command.js') as typeof import('./cli/process.ts')

  void runProcess().then((isOut) => {
    // What says its version, or what is wrong with the command line, has run too little to be worth it.
    if (bundle.has('run.js') && process.exitCode !== 2) {
      const { user, system } = process.cpuUsage(began)
      bundle.keep(user + system)
    }
    // Left to itself, Node waits for code that is being compiled, and tidies up first. Who brought code may wait for more.
    if (isOut && !bundle.hasImported()) process.exit()
  })
}
