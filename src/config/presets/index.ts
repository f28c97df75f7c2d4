import type { Config } from '../schema.ts'
import { acs } from './acs.ts'
import { ama } from './ama.ts'
import { chicagoNotes } from './chicago-notes.ts'
import { cjk } from './cjk.ts'
import { french } from './french.ts'
import { ieee } from './ieee.ts'
import { mhra } from './mhra.ts'
import { nature } from './nature.ts'
import { recommended } from './recommended.ts'
import { strict } from './strict.ts'
import { vancouver } from './vancouver.ts'
import { wikipedia } from './wikipedia.ts'

/** What style guides prescribe: options and notations, no severities, so that they lie on `recommended` and on `strict` alike. */
export const stylePresets: ReadonlyMap<string, Config> = new Map([
  ['wikipedia', wikipedia],
  ['vancouver', vancouver],
  ['ieee', ieee],
  ['ama', ama],
  ['acs', acs],
  ['nature', nature],
  ['chicago-notes', chicagoNotes],
  ['mhra', mhra],
  ['french', french],
  ['cjk', cjk],
])

/** What `extends` can name without a path or package. */
export const presets: ReadonlyMap<string, Config> = new Map([
  ['recommended', recommended],
  ['strict', strict],
  ...stylePresets,
])
