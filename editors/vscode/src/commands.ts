import * as vscode from 'vscode'
import { ExecuteCommandRequest } from 'vscode-languageclient/node'
import type { LanguageClient } from 'vscode-languageclient/node'

const notations = [
  { label: 'Footnotes', description: '[^1]', to: 'footnote' },
  { label: 'Numbers in brackets', description: '[1]', to: 'bracket' },
  { label: 'Raised numbers', description: '¹', to: 'superscript' },
]

/** The commands that the server carries out, on the text that is being edited. */
export function createCommands(clientOf: () => LanguageClient | undefined): vscode.Disposable {
  const run = async (name: string, ...given: unknown[]): Promise<unknown> => {
    const client = clientOf()
    const editor = vscode.window.activeTextEditor
    if (!client?.isRunning() || !editor) {
      void vscode.window.showInformationMessage('footlint does not check this text.')
      return undefined
    }
    const uri = client.code2ProtocolConverter.asUri(editor.document.uri)
    return client.sendRequest(ExecuteCommandRequest.type, {
      command: `footlint.server.${name}`,
      arguments: [uri, ...given],
    })
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('footlint.fixAll', () => run('fixAll')),
    vscode.commands.registerCommand('footlint.renumber', () => run('renumber')),
    vscode.commands.registerCommand('footlint.convert', async () => {
      const chosen = await vscode.window.showQuickPick(notations, { placeHolder: 'How the markers are to be written' })
      return chosen && run('convert', chosen.to)
    }),
    vscode.commands.registerCommand('footlint.explain', async () => {
      const place = vscode.window.activeTextEditor?.selection.active
      const lines = place && (await run('explain', { line: place.line, character: place.character }))
      if (Array.isArray(lines)) void vscode.window.showInformationMessage(lines.join(' '))
    }),
  )
}
