import type { Reporter } from '../finding.ts'
import { rdfDiagnostics, rdfSource } from './rdf.ts'
import { printableJson } from './terminal.ts'

/** For reviewdog: a `reviewdog.rdf.Diagnostic` a line. */
export const rdjsonl: Reporter = (run) =>
  rdfDiagnostics(run)
    .map((diagnostic) => `${printableJson(JSON.stringify({ source: rdfSource, ...diagnostic }))}\n`)
    .join('')
