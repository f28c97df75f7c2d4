import type { Reporter } from '../finding.ts'
import { checkstyle } from './checkstyle.ts'
import { eslint } from './eslint.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import type { ReporterName } from './index.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { pretty } from './pretty.ts'
import { rdjson } from './rdjson.ts'
import { rdjsonl } from './rdjsonl.ts'
import { sarif } from './sarif.ts'
import { unix } from './unix.ts'

/** All reporters at once, for programs that use the library. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  pretty,
  json,
  unix,
  github,
  gitlab,
  sarif,
  rdjson,
  rdjsonl,
  eslint,
  junit,
  checkstyle,
  markdown,
}
