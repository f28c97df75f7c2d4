import type { Reporter } from '../finding.ts'
import type { ReporterName } from './index.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'
import { unix } from './unix.ts'

/** All reporters at once, for programs that use the library. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = { pretty, json, unix }
