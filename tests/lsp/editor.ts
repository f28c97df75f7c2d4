import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { createProtocolConnection } from 'vscode-languageserver-protocol/node'
import * as lsp from 'vscode-languageserver-protocol'
import { serveStreams } from '../../src/lsp/main.ts'
import type { ProjectOptions } from '../../src/project/visit.ts'
import { createFolder } from '../world.ts'
import type { Files } from '../world.ts'

/** What an editor can do that can do everything. */
export const able: lsp.ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
    applyEdit: true,
  },
  textDocument: {
    diagnostic: { relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    rename: { prepareSupport: true },
    codeAction: { disabledSupport: true, dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
}

/** One that can do next to nothing, as they were years ago. */
export const plain: lsp.ClientCapabilities = {}

export interface Editor {
  readonly folder: string
  readonly connection: lsp.ProtocolConnection
  readonly capabilities: lsp.ServerCapabilities
  /** All that was sent to it without being asked for, the last of each text. */
  readonly published: Map<string, lsp.PublishDiagnosticsParams>
  readonly told: string[]
  readonly applied: lsp.WorkspaceEdit[]
  readonly uri: (path: string) => string
  /** Opens a text, which need not be what is on the disk. */
  readonly open: (path: string, text: string, language?: string) => Promise<string>
  readonly change: (uri: string, version: number, changes: lsp.TextDocumentContentChangeEvent[]) => Promise<void>
  readonly diagnostics: (uri: string) => Promise<readonly lsp.Diagnostic[]>
  readonly watched: (...paths: string[]) => Promise<void>
  readonly end: () => Promise<number>
}

interface Given {
  readonly files?: Files
  readonly capabilities?: lsp.ClientCapabilities
  readonly options?: ProjectOptions
  /** Folders in the editor, relative to that of the test; by default, that one. */
  readonly folders?: readonly string[]
}

/** Starts a server with an editor that is a script. */
export async function startEditor({
  files,
  capabilities = able,
  options = {},
  folders = ['.'],
}: Given = {}): Promise<Editor> {
  const folder = createFolder(files)
  const [up, down] = [new PassThrough(), new PassThrough()]
  const served = serveStreams(up, down, options, folder)
  const connection = createProtocolConnection(down, up)
  const published = new Map<string, lsp.PublishDiagnosticsParams>()
  const [told, applied]: [string[], lsp.WorkspaceEdit[]] = [[], []]
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => void published.set(params.uri, params))
  connection.onNotification(lsp.ShowMessageNotification.type, ({ message }) => void told.push(message))
  connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => void told.push(message))
  connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, ({ edit }) => {
    applied.push(edit)
    return { applied: true }
  })
  connection.onRequest(lsp.RegistrationRequest.type, () => {})
  connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => {})
  connection.listen()
  const uri = (path: string) => pathToFileURL(join(folder, path)).href
  const workspaceFolders = folders.map((name) => ({ uri: uri(name), name }))
  const initialized = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders,
  })
  await connection.sendNotification(lsp.InitializedNotification.type, {})
  const end = async () => {
    await connection.sendRequest(lsp.ShutdownRequest.type)
    await connection.sendNotification(lsp.ExitNotification.type)
    return served
  }
  onTestFinished(() => {
    connection.end()
    connection.dispose()
    up.end()
    down.end()
  })
  return {
    folder,
    connection,
    capabilities: initialized.capabilities,
    published,
    told,
    applied,
    uri,
    end,
    ...textsOf(connection, uri),
  }
}

function textsOf(
  connection: lsp.ProtocolConnection,
  uriOf: Editor['uri'],
): Pick<Editor, 'open' | 'change' | 'diagnostics' | 'watched'> {
  return {
    async open(path, text, languageId = 'markdown') {
      const uri = /^\w+:/.test(path) ? path : uriOf(path)
      const textDocument = { uri, languageId, version: 1, text }
      await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
      return uri
    },
    change: (uri, version, contentChanges) =>
      connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
    async diagnostics(uri) {
      const report = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } })
      return report.kind === 'full' ? report.items : []
    },
    watched: (...paths) =>
      connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
        changes: paths.map((path): lsp.FileEvent => ({ uri: uriOf(path), type: lsp.FileChangeType.Changed })),
      }),
  }
}

/** `| ` marks a place in a text: the text without it, and the place. */
export function cursorIn(marked: string): { readonly text: string; readonly position: lsp.Position } {
  const at = marked.indexOf('|')
  const lines = marked.slice(0, at).split(/\r\n|\r|\n/)
  return {
    text: marked.slice(0, at) + marked.slice(at + 1),
    position: { line: lines.length - 1, character: lines.at(-1)!.length },
  }
}

/** A text with the edits that are meant for it. */
export function withEdits(text: string, edit: lsp.WorkspaceEdit | null | undefined, uri: string): string {
  const edits =
    edit?.changes?.[uri] ??
    edit?.documentChanges?.flatMap((one) =>
      'edits' in one && one.textDocument.uri === uri ? (one.edits as lsp.TextEdit[]) : [],
    ) ??
    []
  return applyEdits(text, edits)
}

export function applyEdits(text: string, edits: readonly lsp.TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)]
  const offset = ({ line, character }: lsp.Position) => starts[line]! + character
  const sorted = edits.toSorted((one, other) => offset(other.range.start) - offset(one.range.start))
  return sorted.reduce(
    (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
    text,
  )
}

/** `line:column-line:column rule`, from 1, as the command prints places. */
export function shown({ range: { start, end }, code = '', message }: lsp.Diagnostic): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${code} ${typeof message === 'string' ? message : message.value}`
}
