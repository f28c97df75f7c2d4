import type { Reporter } from '../finding.ts'
import { rdfDiagnostics, rdfSource } from './rdf.ts'
import { printableJson } from './terminal.ts'

/** For reviewdog: one document, `reviewdog.rdf.DiagnosticResult`. */
export const rdjson: Reporter = (run) =>
  `${printableJson(JSON.stringify({ source: rdfSource, diagnostics: rdfDiagnostics(run) }, undefined, 2))}\n`
