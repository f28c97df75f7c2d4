#!/usr/bin/env node
import { loaderIn } from './cli/start/first-part.ts'
import { namedBy } from './cli/start/named.ts'
import { openParts } from './cli/start/parts.ts'

// Node compiles this file in each run, and keeps nothing of it: what can be left to a part is.
const began = process.cpuUsage()
const named = namedBy(process.argv.slice(2))
const parts = openParts(__dirname, named === 'few' ? 'short' : 'long')
// One brings the other along, which saves a file.
const first = named === 'none' ? 'command.js' : 'run.js'
const node = { require, importModule: (url: string) => import(url) }
void loaderIn(parts, first).runCommand({ parts, first, node, began })
