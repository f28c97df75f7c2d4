import * as vscode from 'vscode'
import { statusOf } from './status.ts'

/** Says in the status bar how the text stands that is being edited. */
export function createBar(isChecked: (document: vscode.TextDocument) => boolean): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('footlint', vscode.StatusBarAlignment.Right, 90)
  item.name = 'footlint'
  item.command = 'footlint.showOutput'
  const update = () => {
    const document = vscode.window.activeTextEditor?.document
    if (!document || !isChecked(document)) {
      item.hide()
      return
    }
    const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'footlint')
    const count = (severity: vscode.DiagnosticSeverity) => found.filter((one) => one.severity === severity).length
    const { Error: error, Warning: warning, Information: information } = vscode.DiagnosticSeverity
    Object.assign(item, statusOf({ errors: count(error), warnings: count(warning), infos: count(information) }))
    item.show()
  }
  update()
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(update),
  )
}
