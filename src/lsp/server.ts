import * as lsp from 'vscode-languageserver-protocol'
import type { ProjectOptions } from '../project/visit.ts'
import { version } from '../version.ts'
import { fixAllKind, rewriteKind } from './actions.ts'
import { clientOf } from './client.ts'
import type { Client } from './client.ts'
import { commandNames } from './commands.ts'
import { logError } from './log.ts'
import { createPublisher } from './publish.ts'
import type { Publisher } from './publish.ts'
import { answerRequests } from './requests.ts'
import type { Session } from './session.ts'
import { watchedFiles, whatChanged } from './watch.ts'
import { createWorkspace } from './workspace.ts'

/** Serves one editor. Gives the exit code once it is gone: 0 if it said goodbye. */
export function serve(connection: lsp.ProtocolConnection, options: ProjectOptions, home: string): Promise<number> {
  return new Promise((finish) => {
    let isOver = false
    let publisher: Publisher | undefined
    const end = () => {
      publisher?.stop()
      finish(isOver ? 0 : 1)
    }
    connection.onRequest(lsp.InitializeRequest.type, (params) => {
      const client = clientOf(params)
      const workspace = createWorkspace(options, home)
      workspace.setFolders(foldersOf(params))
      const session: Session = { connection, workspace, client }
      publisher = createPublisher(session)
      syncTexts(session, publisher)
      syncFiles(session, publisher, foldersOf(params))
      answerRequests(session, options)
      return { capabilities: capabilitiesFor(client), serverInfo: { name: 'footlint', version } }
    })
    connection.onRequest(lsp.ShutdownRequest.type, () => {
      isOver = true
    })
    connection.onNotification(lsp.ExitNotification.type, end)
    connection.onClose(end)
    connection.listen()
  })
}

function foldersOf({ workspaceFolders, rootUri }: lsp.InitializeParams): string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri)
  // oxlint-disable-next-line typescript/no-deprecated -- editors that know of one folder only send this
  return rootUri === null ? [] : [rootUri]
}

function capabilitiesFor(client: Client): lsp.ServerCapabilities {
  return {
    positionEncoding: lsp.PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: lsp.TextDocumentSyncKind.Incremental, save: { includeText: false } },
    diagnosticProvider: { identifier: 'footlint', interFileDependencies: true, workspaceDiagnostics: false },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    completionProvider: { triggerCharacters: ['^', '@', '['] },
    codeActionProvider: {
      codeActionKinds: [lsp.CodeActionKind.QuickFix, fixAllKind, rewriteKind],
      resolveProvider: client.lateEdits,
    },
    executeCommandProvider: { commands: Object.values(commandNames) },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  }
}

/** Has what is on the disk read anew. */
function forgetter({ connection, workspace }: Session, publisher: Publisher) {
  return (what: Parameters<typeof workspace.forget>[0]) => {
    workspace.forget(what).then(publisher.refresh, (error: unknown) => logError(connection, error))
  }
}

/** Keeps up with what is typed. */
function syncTexts(session: Session, publisher: Publisher): void {
  const { connection, workspace, client } = session
  const forget = forgetter(session, publisher)
  connection.onNotification(lsp.DidOpenTextDocumentNotification.type, ({ textDocument }) => {
    workspace.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text)
    publisher.changed(textDocument.uri, false)
  })
  connection.onNotification(lsp.DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) => {
    const others = workspace.change(textDocument.uri, contentChanges, textDocument.version)
    others.then(
      (more) => publisher.changed(textDocument.uri, more),
      (error: unknown) => logError(connection, error),
    )
  })
  connection.onNotification(lsp.DidCloseTextDocumentNotification.type, ({ textDocument }) => {
    workspace.close(textDocument.uri).then(
      (more) => publisher.closed(textDocument.uri, more),
      (error: unknown) => logError(connection, error),
    )
  })
  connection.onRequest(lsp.DocumentDiagnosticRequest.type, async ({ textDocument, previousResultId }) => {
    const { id, items } = await publisher.reportOn(textDocument.uri)
    return id === previousResultId
      ? { kind: lsp.DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: lsp.DocumentDiagnosticReportKind.Full, resultId: id, items }
  })
  connection.onNotification(lsp.DidSaveTextDocumentNotification.type, () => {
    // An editor that watches no files has nothing else to say that a configuration may have changed.
    if (!client.watchesFiles) forget('all')
  })
}

/** Keeps up with what changes on the disk. */
function syncFiles(session: Session, publisher: Publisher, first: readonly string[]): void {
  const { connection, workspace, client } = session
  const forget = forgetter(session, publisher)
  let folders = first
  connection.onNotification(lsp.InitializedNotification.type, () => {
    if (!client.watchesFiles) return
    const registration = {
      id: 'footlint-files',
      method: lsp.DidChangeWatchedFilesNotification.method,
      registerOptions: { watchers: watchedFiles.map((globPattern) => ({ globPattern })) },
    }
    connection
      .sendRequest(lsp.RegistrationRequest.type, { registrations: [registration] })
      .catch((error: unknown) => logError(connection, error))
  })
  connection.onNotification(lsp.DidChangeWatchedFilesNotification.type, ({ changes }) => {
    const what = whatChanged(changes.map(({ uri }) => uri))
    if (what) forget(what)
  })
  connection.onNotification(lsp.DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
    const gone = new Set(removed.map(({ uri }) => uri))
    folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]
    workspace.setFolders(folders)
    publisher.refresh()
  })
  // A server that lives in an editor is told of its settings; ours are arguments of the command.
  connection.onNotification(lsp.DidChangeConfigurationNotification.type, () => {})
}
