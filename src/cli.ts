#!/usr/bin/env node
import { tuneForShortRuns } from './cli/engine.ts'

// A server runs for hours.
if (process.argv[2] !== 'lsp') tuneForShortRuns(process.versions)

const { runProcess } = await import('./cli/process.ts')
await runProcess()
