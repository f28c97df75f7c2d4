import type { Config } from '../schema.ts'
import { recommended } from './recommended.ts'
import { strict } from './strict.ts'

/** What `extends` can name without a path or package. */
export const presets: ReadonlyMap<string, Config> = new Map([
  ['recommended', recommended],
  ['strict', strict],
])
