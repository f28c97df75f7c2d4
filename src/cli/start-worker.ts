import { openBundle } from './bundle.ts'
import { engineOf } from './engine.ts'

const engine = engineOf(process)
// Threads are for runs that take long, and all share the flags of the process.
engine.restore()
openBundle(__dirname, require, engine).load('thread.js')
