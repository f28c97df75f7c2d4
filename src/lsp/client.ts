import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol'

/** What the editor can do. */
export interface Client {
  /** It asks for diagnostics; otherwise they are sent. */
  readonly pulls: boolean
  /** It asks again when it is told that something else has changed. */
  readonly refreshes: boolean
  readonly related: boolean
  readonly markdown: boolean
  /** It takes edits with the version that they are for. */
  readonly versionedEdits: boolean
  /** It shows an action that cannot be done, with the reason. */
  readonly disabledActions: boolean
  /** It asks for the edit of an action when it is chosen. */
  readonly lateEdits: boolean
  readonly preparesRename: boolean
  readonly watchesFiles: boolean
  readonly folders: boolean
}

export function clientOf({ capabilities }: Pick<InitializeParams, 'capabilities'>): Client {
  const { textDocument = {}, workspace = {} } = capabilities
  const { codeAction } = textDocument
  return {
    pulls: textDocument.diagnostic !== undefined,
    refreshes: workspace.diagnostics?.refreshSupport === true,
    related: showsRelated(textDocument),
    markdown: textDocument.hover?.contentFormat?.includes('markdown') === true,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    disabledActions: codeAction?.disabledSupport === true,
    lateEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    preparesRename: textDocument.rename?.prepareSupport === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace.workspaceFolders === true,
  }
}

function showsRelated({ publishDiagnostics, diagnostic }: NonNullable<ClientCapabilities['textDocument']>): boolean {
  return publishDiagnostics?.relatedInformation === true || diagnostic?.relatedInformation === true
}
