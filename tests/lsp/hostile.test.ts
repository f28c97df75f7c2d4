import { describe, expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { able, shown, startEditor } from './editor.ts'

const rangeOf = (line: number, from: number, to: number): lsp.Range => ({
  start: { line, character: from },
  end: { line, character: to },
})

describe('every request answers', () => {
  const requests: readonly [string, object][] = [
    ['textDocument/diagnostic', {}],
    ['textDocument/hover', { position: { line: 0, character: 3 } }],
    ['textDocument/definition', { position: { line: 0, character: 3 } }],
    ['textDocument/references', { position: { line: 0, character: 3 }, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', { position: { line: 9999, character: 9999 } }],
    ['textDocument/prepareRename', { position: { line: 0, character: 3 } }],
    ['textDocument/rename', { position: { line: 0, character: 3 }, newName: 'x' }],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', {}],
    ['textDocument/completion', { position: { line: 0, character: 2 } }],
    ['textDocument/codeAction', { range: rangeOf(0, 0, 9), context: { diagnostics: [] } }],
    [
      'textDocument/codeAction',
      { range: rangeOf(0, 0, 9), context: { diagnostics: [], only: ['source', 'refactor'] } },
    ],
    ['footlint/outline', {}],
  ]
  const commands = ['fixAll', 'renumber', 'convert', 'explain', 'none'].map((name) => `footlint.server.${name}`)

  test.each([
    ['empty', '', 'a.md'],
    ['broken', '[^\n\n[^a\r]: \u0000 [1][ \uD800 ![^]: x\n---\n: [', 'a.md'],
    ['binary', `\u0000\u0001\uFFFD`.repeat(5000), 'a.md'],
    ['no notebook', '{"cells": [', 'a.ipynb'],
    ['no MDX', '<a b={\n', 'a.mdx'],
    ['no bibliography', '@book{', 'a.bib'],
    ['one long line', 'One [^1] two[2] three. '.repeat(500), 'a.md'],
  ])('about a text that is %s', async (_, text, path) => {
    const { connection, open } = await startEditor({ capabilities: able })
    const uri = await open(path, text)
    for (const [method, params] of requests) {
      const sent = connection.sendRequest(method, { ...params, textDocument: { uri } })
      const outcome = await sent.then(
        () => 'answered',
        (error: lsp.ResponseError) => error.code,
      )
      expect(['answered', lsp.LSPErrorCodes.RequestFailed], method).toContain(outcome)
    }
    for (const command of commands) {
      await connection.sendRequest('workspace/executeCommand', { command, arguments: [uri] })
    }
  })

  test('about a text of 50 MB, which is not checked', async () => {
    const { connection, open, diagnostics } = await startEditor()
    const uri = await open('a.md', 'One.[^a]\n'.repeat(6_000_000))
    expect((await diagnostics(uri)).map(shown)).toEqual([
      '1:1-1:1  has 54 million characters, too many to be checked while it is edited; `footlint a.md` checks the file',
    ])
    for (const [method, params] of requests) await connection.sendRequest(method, { ...params, textDocument: { uri } })
  })

  test('about a text that is not open', async () => {
    const { connection, uri } = await startEditor()
    for (const [method, params] of requests) {
      await connection.sendRequest(method, { ...params, textDocument: { uri: uri('none.md') } })
    }
  })
})
