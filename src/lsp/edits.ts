import { resolve } from 'node:path'
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol'
import { toRange } from './positions.ts'
import type { FileEdits } from './rewrite.ts'
import type { Session } from './session.ts'

/** What an editor is to change, with the versions of the texts that it is for where it takes them. */
export function workspaceEditOf(
  files: readonly FileEdits[],
  cwd: string,
  { client, workspace }: Pick<Session, 'client' | 'workspace'>,
): WorkspaceEdit {
  const changed = files
    .filter(({ edits }) => edits.length > 0)
    .map(({ source, edits }) => ({
      uri: workspace.uriOf(resolve(cwd, source.path)),
      edits: edits.map((edit) => ({ range: toRange(source, edit), newText: edit.text })),
    }))
  if (!client.versionedEdits) return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) }
  return {
    documentChanges: changed.map(({ uri, edits }): TextDocumentEdit => ({
      textDocument: { uri, version: workspace.versionOf(uri) ?? null },
      edits,
    })),
  }
}
