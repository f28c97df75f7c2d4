import { engineOf } from './engine.ts'
import { loaderIn } from './first-part.ts'
import { openParts } from './parts.ts'

// Threads are for runs that take long, and all share the flags of the process.
engineOf(process).restore()
const parts = openParts(__dirname, 'long')
loaderIn(parts, 'thread.js').runThread(parts, { require, importModule: (url) => import(url) })
