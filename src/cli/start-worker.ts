import { openBundle } from './bundle.ts'
import { engineTag } from './engine.ts'

openBundle(__dirname, require, engineTag()).load('thread.js')
