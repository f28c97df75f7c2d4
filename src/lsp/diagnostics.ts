import { resolve } from 'node:path'
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-protocol'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import type { Finding, Severity } from '../finding.ts'
import { fingerprints } from '../fingerprint.ts'
import { toRange } from './positions.ts'
import type { View } from './view.ts'

export interface DiagnosticOptions {
  /** Whether the editor shows other places that a finding speaks of. */
  readonly related: boolean
  readonly uriOf: (path: string) => string
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** Findings as an editor shows them. */
export function diagnosticsOf(view: View, options: DiagnosticOptions): Diagnostic[] {
  const { findings, result } = view
  const names = findings.length > 0 ? fingerprints(result) : undefined
  return findings.map((finding) => ({
    ...diagnosticOf(view, finding, options),
    data: { fingerprint: names?.get(finding) },
  }))
}

function diagnosticOf(view: View, finding: Finding, options: DiagnosticOptions): Diagnostic {
  const { source } = view
  const { rule, severity, message, range, url } = finding
  return {
    range: toRange(source, range),
    severity: severities[severity],
    code: rule,
    source: 'footlint',
    message,
    ...(url !== undefined && { codeDescription: { href: url } }),
    ...(rule === 'entry-unused' && { tags: [DiagnosticTag.Unnecessary] }),
    ...(options.related && finding.related.length > 0 && { relatedInformation: relatedOf(view, finding, options) }),
  }
}

function relatedOf({ cwd, source }: View, { related }: Finding, { uriOf }: DiagnosticOptions) {
  return related.map(({ message, range, source: other = source }) => ({
    message,
    location: { uri: uriOf(resolve(cwd, other.path)), range: toRange(other, range) },
  }))
}
