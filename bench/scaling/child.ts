// One measurement in a process of its own: a slow one can be ended, and none warms up the next.
import { shapes } from './shapes.ts'
import { lintText } from '../../src/api.ts'

const [shape = '', bytes = ''] = process.argv.slice(2)
const text = shapes[shape]!(Number(bytes))
const began = performance.now()
lintText(text, { path: 'document.md' })
console.log(performance.now() - began)
