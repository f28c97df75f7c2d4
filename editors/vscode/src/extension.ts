import * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node'
import { createBar } from './bar.ts'
import { createCommands } from './commands.ts'
import { installedIn } from './installed.ts'
import { launchOf } from './launch.ts'
import { createTree } from './tree.ts'

/*
 * Nothing is linted here. The server is `footlint lsp`, which other editors use too; this starts it, and gives its commands
 * and its tree a place in the window.
 */

let client: LanguageClient | undefined

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('footlint', { log: true })
  const clientOf = () => client
  const isChecked = ({ languageId, uri }: vscode.TextDocument) =>
    client !== undefined && languages().includes(languageId) && schemes.includes(uri.scheme)
  const showWhere = (editor: vscode.TextEditor | undefined) =>
    vscode.commands.executeCommand(
      'setContext',
      'footlint.isActive',
      editor !== undefined && isChecked(editor.document),
    )
  const restart = async () => {
    await client?.dispose()
    client = undefined
    if (settings().get('enable', true)) {
      client = new LanguageClient('footlint', 'footlint', serverOptions(context), clientOptions(output))
      await client.start()
    }
    await showWhere(vscode.window.activeTextEditor)
  }
  context.subscriptions.push(
    output,
    createCommands(clientOf),
    createTree(clientOf),
    vscode.commands.registerCommand('footlint.restart', restart),
    vscode.commands.registerCommand('footlint.showOutput', () => output.show()),
    vscode.window.onDidChangeActiveTextEditor(showWhere),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('footlint') && restart()),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  )
  await restart()
  context.subscriptions.push(createBar(isChecked))
}

export async function deactivate(): Promise<void> {
  await client?.dispose()
  client = undefined
}

const schemes: readonly string[] = ['file', 'untitled']
const settings = () => vscode.workspace.getConfiguration('footlint')
const languages = () => settings().get<string[]>('languages', [])

function serverOptions({ extensionUri }: vscode.ExtensionContext): ServerOptions {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath)
  const { kind, target, args } = launchOf({
    path: settings().get('path', ''),
    config: settings().get('config', ''),
    arguments: settings().get<string[]>('arguments', []),
    isTrusted: vscode.workspace.isTrusted,
    installed: settings().get('useWorkspace', true) ? installedIn(folders) : undefined,
    bundled: vscode.Uri.joinPath(extensionUri, 'server', 'footlint.js').fsPath,
  })
  const options = folders[0] === undefined ? {} : { cwd: folders[0] }
  return kind === 'module'
    ? { module: target, args: [...args], transport: TransportKind.stdio, options }
    : { command: target, args: [...args], transport: TransportKind.stdio, options }
}

function clientOptions(outputChannel: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: languages().flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
    outputChannel,
    diagnosticPullOptions: { onChange: true, onTabs: true },
  }
}
