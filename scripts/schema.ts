import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderSchema } from './schema-text.ts'

writeFileSync(fileURLToPath(new URL('../../schema.json', import.meta.url)), renderSchema())
