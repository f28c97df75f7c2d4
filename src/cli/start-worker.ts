import { openBundle } from './bundle.ts'

openBundle(import.meta.dirname).load('thread.js')
