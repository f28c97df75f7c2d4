import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { iconOf, tooltipOf } from './node.ts'
import type { OutlineNode } from './node.ts'

/** The tree of the text that is being edited: its series, their entries, and the markers that cite them. */
export function createTree(clientOf: () => LanguageClient | undefined): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>()
  let shown: vscode.TextDocument | undefined = vscode.window.activeTextEditor?.document
  let timer: NodeJS.Timeout | undefined
  const provider: vscode.TreeDataProvider<OutlineNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => itemOf(node, shown?.uri),
    async getChildren(node) {
      if (node) return [...node.children]
      const client = clientOf()
      if (!shown || !client?.isRunning()) return []
      const textDocument = { uri: client.code2ProtocolConverter.asUri(shown.uri) }
      return (await client.sendRequest<OutlineNode[] | null>('footlint/outline', { textDocument })) ?? []
    },
  }
  const refresh = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => changed.fire(undefined), wait)
  }
  return vscode.Disposable.from(
    changed,
    vscode.window.registerTreeDataProvider('footlint.outline', provider),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      shown = editor?.document
      refresh(0)
    }),
    // A tree that moves at every letter cannot be read.
    vscode.workspace.onDidChangeTextDocument(({ document }) => document === shown && refresh(500)),
    vscode.languages.onDidChangeDiagnostics(() => refresh(500)),
    { dispose: () => clearTimeout(timer) },
  )
}

function itemOf(node: OutlineNode, uri: vscode.Uri | undefined): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState
  const state = node.children.length === 0 ? None : node.kind === 'series' ? Expanded : Collapsed
  const item = new vscode.TreeItem(node.label, state)
  item.description = node.detail
  item.tooltip = tooltipOf(node)
  item.iconPath = new vscode.ThemeIcon(iconOf(node))
  if (node.range && uri) {
    const { start, end } = node.range
    const selection = new vscode.Range(start.line, start.character, end.line, end.character)
    item.command = { title: 'Go to', command: 'vscode.open', arguments: [uri, { selection }] }
  }
  return item
}
