import { openBundle } from './bundle.ts'
import type { NodeLoaders } from './bundle.ts'
import { engineOf } from './engine.ts'
import type { Parts } from './parts.ts'

/* What loads parts and runs one. It comes with the part that is loaded first, so that it is kept compiled with it. */

/** What a script gives that can be loaded first. */
export type Loader = typeof import('./loader.ts')

interface Start {
  readonly parts: Parts
  /** The part that this came with. */
  readonly first: string
  readonly node: NodeLoaders
  /** What the processor had done for the process when it began. */
  readonly began: NodeJS.CpuUsage
}

/** Runs the command line of this process. */
export async function runCommand({ parts, first, node, began }: Start): Promise<void> {
  const bundle = openBundle(parts, node, engineOf(process))
  bundle.load(first)
  const { runProcess } = bundle.load('command.js') as typeof import('../process.ts')
  const isOut = await runProcess()
  // What says its version, or what is wrong with the command line, has run too little to be worth it.
  if (bundle.has('run.js') && process.exitCode !== 2) {
    const { user, system } = process.cpuUsage(began)
    bundle.keep(user + system)
  }
  // Left to itself, Node waits for code that is being compiled, and tidies up first. Who brought code may wait for more.
  if (isOut && !bundle.hasImported()) process.exit()
}

/** Runs a part that is all that a thread does. */
export function runThread(parts: Parts, node: NodeLoaders): void {
  openBundle(parts, node, engineOf(process)).load('thread.js')
}
