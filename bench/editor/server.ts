import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import * as lsp from 'vscode-languageserver-protocol/node'

const command = fileURLToPath(new URL('../../../dist/bin/footlint.js', import.meta.url))

/** The command as an editor starts it, and a client that asks for diagnostics. */
export interface Server {
  readonly open: (path: string, text: string) => Promise<string>
  readonly close: (uri: string) => Promise<void>
  readonly change: (uri: string, version: number, changes: lsp.TextDocumentContentChangeEvent[]) => Promise<void>
  readonly diagnostics: (uri: string, token?: lsp.CancellationToken) => Promise<readonly lsp.Diagnostic[]>
  readonly request: (method: string, params: object) => Promise<unknown>
  /** The memory that the process has now, in MiB; 0 where nobody can know. */
  readonly memory: () => number
  /** The processor time that the process has taken, in ms; 0 where nobody can know. */
  readonly processor: () => number
  readonly end: () => Promise<void>
}

export async function startServer(folder: string): Promise<Server> {
  const child = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = lsp.createProtocolConnection(child.stdout, child.stdin)
  connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, () => ({ applied: true }))
  connection.listen()
  await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { diagnostic: {} } },
    workspaceFolders: null,
  })
  return {
    async open(path, text) {
      const uri = pathToFileURL(join(folder, path)).href
      const textDocument = { uri, languageId: 'markdown', version: 1, text }
      await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
      return uri
    },
    close: (uri) => connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
    async diagnostics(uri, token) {
      const params = { textDocument: { uri } }
      const report = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, params, token)
      return report.kind === 'full' ? report.items : []
    },
    request: (method, params) => connection.sendRequest(method, params),
    memory: () => memoryOf(child.pid),
    processor: () => processorOf(child.pid),
    async end() {
      await connection.sendRequest(lsp.ShutdownRequest.type)
      await connection.sendNotification(lsp.ExitNotification.type)
    },
  }
}

function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** User and system time are fields 14 and 15, in hundredths of a second (proc(5)); the second field may hold spaces. */
function processorOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
