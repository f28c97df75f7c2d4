import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { DiagnosticSeverity, PublishDiagnosticsNotification } from 'vscode-languageserver-protocol'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import { problemOfConfig } from './config-problem.ts'
import { toRange } from './positions.ts'
import type { Session } from './session.ts'
import type { Outcome } from './outcome.ts'

/** Mistakes in configuration files: said in those, whichever document shows them. */
export interface Mistakes {
  /** Gives what there is no file for, and has to be said of the document. */
  readonly note: (outcome: Outcome) => readonly Diagnostic[]
  /** Configurations are read anew. */
  readonly forget: () => void
}

export function createMistakes({ connection, workspace }: Session): Mistakes {
  /** By the address of the file. */
  const said = new Map<string, string>()
  const send = (uri: string, diagnostics: Diagnostic[]) =>
    void connection.sendNotification(PublishDiagnosticsNotification.type, { uri, diagnostics }).catch(() => {})
  return {
    note({ mistake, cwd }) {
      if (!mistake) return []
      const problem = problemOfConfig(mistake, cwd, textOf)
      if (!problem) return [atTop(mistake.message)]
      const uri = workspace.uriOf(problem.path)
      const range = toRange(problem.source, problem.range)
      const diagnostic = { range, severity: DiagnosticSeverity.Error, source: 'footlint', message: problem.message }
      const text = JSON.stringify(diagnostic)
      if (said.get(uri) !== text) send(uri, [diagnostic])
      said.set(uri, text)
      return []
    },
    forget() {
      for (const uri of said.keys()) send(uri, [])
      said.clear()
    },
  }
}

/** What is wrong with a text as a whole. */
export function atTop(message: string): Diagnostic {
  const start = { line: 0, character: 0 }
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: 'footlint', message }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(resolve(path), 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}
