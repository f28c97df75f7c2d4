import { openBundle } from './bundle.ts'

openBundle(__dirname, require).load('thread.js')
