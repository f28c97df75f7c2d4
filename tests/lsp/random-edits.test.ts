import { expect, test } from 'vitest'
import {
  CancellationTokenSource,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver-protocol'
import { freshRun } from '../../bench/editor/fresh.ts'
import { nextStep, randomNumbers, startText } from '../../bench/editor/random-edits.ts'
import { shown, startEditor } from './editor.ts'

test('after each of 250 edits an editor is told what a fresh run finds', async () => {
  const random = randomNumbers(1)
  const { open, change, connection, diagnostics, folder } = await startEditor()
  const texts = ['a.md', 'b.md'].map((path) => ({ path, text: startText(random), version: 1, past: [] as string[] }))
  const uris = new Map<string, string>()
  for (const { path, text } of texts) uris.set(path, await open(path, text))
  for (let count = 0; count < 250; count++) {
    const one = texts[random() < 0.7 ? 0 : 1]!
    const uri = uris.get(one.path)!
    const step = nextStep(one, random)
    if (step.kind === 'reopen') {
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
      await open(one.path, one.text)
    } else {
      await change(uri, one.version, step.changes)
      if (step.isCancelled) {
        const source = new CancellationTokenSource()
        const sent = connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token)
        source.cancel()
        await sent.catch(() => {})
      }
    }
    for (const { path, text } of random() < 0.2 ? texts : [one]) {
      const told = (await diagnostics(uris.get(path)!)).map(shown)
      expect(told, `edit ${count} of ${path}: ${JSON.stringify(text)}`).toEqual(await freshRun(path, text, folder))
    }
  }
})
