import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { run } from '../world.ts'
import { plain, shown, startEditor } from './editor.ts'

const faulty = 'One.[^a] Two.[^b]\n\n[^a]: Adam\n'
const finding = '1:14-1:18 marker-undefined `[^b]` has no entry, expected one'

describe('diagnostics', () => {
  test('are given to who asks, and the same again is not said again', async () => {
    const { connection, open, capabilities } = await startEditor()
    expect(capabilities.diagnosticProvider).toEqual({
      identifier: 'footlint',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    })
    const textDocument = { uri: await open('a.md', faulty) }
    const report = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument })
    expect(report).toMatchObject({
      kind: 'full',
      items: [{ code: 'marker-undefined', severity: 1, source: 'footlint' }],
    })
    const again = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      textDocument,
      previousResultId: report.resultId!,
    })
    expect(again).toEqual({ kind: 'unchanged', resultId: report.resultId })
  })

  test('are sent to who does not ask, with the version, and taken away with the text', async () => {
    const { connection, open, published, change } = await startEditor({ capabilities: plain })
    const uri = await open('a.md', faulty)
    await vi.waitFor(() => expect(published.get(uri)).toMatchObject({ version: 1, diagnostics: [{ range: {} }] }))
    await change(uri, 2, [{ range: rangeOf(0, 13, 17), text: '' }])
    await vi.waitFor(() => expect(published.get(uri)).toMatchObject({ version: 2, diagnostics: [] }))
    await change(uri, 3, [{ text: faulty }])
    await vi.waitFor(() => expect(published.get(uri)).toMatchObject({ version: 3, diagnostics: [{ range: {} }] }))
    await connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } })
    await vi.waitFor(() => expect(published.get(uri)!.diagnostics).toEqual([]))
  })

  test('name the other place that they speak of, and grey out what nobody cites', async () => {
    const { open, diagnostics } = await startEditor()
    const uri = await open('a.md', 'One.[^a]\n\n[^a]: Adam\n[^a]: Eve\n[^b]: Seth\n')
    const found = await diagnostics(uri)
    expect(found.find(({ code }) => code === 'entry-duplicate')!.relatedInformation).toMatchObject([
      { location: { uri, range: { start: { line: 2, character: 0 } } } },
    ])
    expect(found.find(({ code }) => code === 'entry-unused')!.tags).toEqual([lsp.DiagnosticTag.Unnecessary])
  })

  test('count a byte order mark as editors do that send it', async () => {
    const { open, diagnostics } = await startEditor()
    expect((await diagnostics(await open('a.md', `\uFEFF${faulty}`))).map(shown)).toEqual([
      '1:15-1:19 marker-undefined `[^b]` has no entry, expected one',
    ])
  })

  test('leave out what is ignored, but its notes can be visited', async () => {
    const { open, diagnostics, connection } = await startEditor({ files: { '.footlintignore': 'a.md\n' } })
    const uri = await open('a.md', faulty)
    expect(await diagnostics(uri)).toEqual([])
    const position = { line: 0, character: 5 }
    const found = await connection.sendRequest(lsp.DefinitionRequest.type, { textDocument: { uri }, position })
    expect(found).toHaveLength(1)
  })

  test('go by the language of a text without a name', async () => {
    const { open, diagnostics } = await startEditor()
    expect((await diagnostics(await open('untitled:Untitled-1', faulty))).map(shown)).toEqual([finding])
    const latex = 'One\\footnotemark[1] two.\n'
    expect(await diagnostics(await open('untitled:Untitled-2', latex, 'latex'))).toEqual([])
    expect(await diagnostics(await open('a.py', faulty, 'python'))).toEqual([])
    expect(await diagnostics(await open('README', faulty, 'markdown'))).toHaveLength(1)
  })
})

describe('a configuration', () => {
  test('with a mistake is said in its file, until it is mended', async () => {
    const files = { '.footlintrc.yaml': 'rules:\n  marker-undefined: eror\n' }
    const { open, diagnostics, published, folder, watched, uri, connection } = await startEditor({ files })
    const text = await open('a.md', faulty)
    expect(await diagnostics(text)).toEqual([])
    expect(published.get(uri('.footlintrc.yaml'))!.diagnostics.map(shown)).toEqual([
      '2:21-2:25  rules.marker-undefined: expected a severity ("error", "warning", "info", "off"), options or [severity, options], found "eror", did you mean "error"?',
    ])
    const position = { line: 0, character: 5 }
    expect(await connection.sendRequest(lsp.HoverRequest.type, { textDocument: { uri: text }, position })).not.toBe(
      null,
    )
    writeFileSync(join(folder, '.footlintrc.yaml'), 'rules:\n  marker-undefined: warning\n')
    await watched('.footlintrc.yaml')
    expect(await diagnostics(text)).toMatchObject([{ severity: 2 }])
    expect(published.get(uri('.footlintrc.yaml'))!.diagnostics).toEqual([])
    rmSync(join(folder, '.footlintrc.yaml'))
    await watched('.footlintrc.yaml')
    expect(await diagnostics(text)).toMatchObject([{ severity: 1 }])
  })

  test.each([
    ['.footlintrc.json', '{\n  "rules": {"marker-gapp": "error"}\n}\n', '2:13-2:26'],
    ['.footlintrc.json', '{\n  "rules": {]\n}\n', '2:13-2:14'],
    ['package.json', '{\n  "footlint": {"extends": ["nope"]}\n}\n', '2:28-2:34'],
    ['footlint.config.mjs', 'export default {\n  rulez: {},\n}\n', '2:3-2:8'],
    ['.footlintrc.yaml', 'overrides:\n  - files: "*.md"\n    rules: {marker-gap: [warn]}\n', '3:26-3:30'],
  ])('%s shows the place of its mistake', async (name, text, place) => {
    const { open, diagnostics, published, uri } = await startEditor({ files: { [name]: text } })
    await diagnostics(await open('a.md', faulty))
    expect(published.get(uri(name))!.diagnostics.map((one) => shown(one).split(' ')[0])).toEqual([place])
  })

  test('that names a file which is not there is said of the text', async () => {
    const files = { '.footlintrc.yaml': 'extends: ./none.json\n' }
    const { open, diagnostics } = await startEditor({ files })
    expect((await diagnostics(await open('a.md', faulty))).map(shown)).toEqual(['1:1-1:1  none.json: no such file'])
  })

  test('is read again on saving where an editor watches no files', async () => {
    const { open, published, folder, connection } = await startEditor({ capabilities: plain })
    const uri = await open('a.md', faulty)
    await vi.waitFor(() => expect(published.get(uri)?.diagnostics).toHaveLength(1))
    writeFileSync(join(folder, '.footlintrc.yaml'), 'rules:\n  marker-undefined: off\n')
    await connection.sendNotification(lsp.DidSaveTextDocumentNotification.type, { textDocument: { uri } })
    await vi.waitFor(() => expect(published.get(uri)!.diagnostics).toEqual([]))
  })
})

describe('a bibliography', () => {
  const cites = '---\nbibliography: refs.bib\n---\n\nOne [@adam].\n'
  const missing = '5:5-5:12 marker-undefined `[@adam]` is in no bibliography, expected a record with this key'

  test('counts as it is in the editor', async () => {
    const { open, diagnostics, change } = await startEditor({ files: { 'refs.bib': '@book{adam, title={A}}\n' } })
    const text = await open('a.md', cites)
    expect(await diagnostics(text)).toEqual([])
    const bib = await open('refs.bib', '@book{adam, title={A}}\n', 'bibtex')
    await diagnostics(bib)
    await change(bib, 2, [{ range: rangeOf(0, 6, 10), text: 'eve' }])
    expect((await diagnostics(text)).map(({ code }) => code)).toEqual(['marker-undefined'])
    await change(bib, 3, [{ text: '@book{adam, title={A}\n' }])
    expect((await diagnostics(bib)).length).toBeGreaterThan(0)
    expect(missing).toContain('adam')
  })

  test('is read again when it has changed on the disk', async () => {
    const { open, diagnostics, folder, watched } = await startEditor({
      files: { 'refs.bib': '@book{eve, title={A}}\n' },
    })
    const text = await open('a.md', cites)
    expect((await diagnostics(text)).map(({ code }) => code)).toEqual(['marker-undefined'])
    writeFileSync(join(folder, 'refs.bib'), '@book{adam, title={A}}\n')
    await watched('refs.bib')
    expect(await diagnostics(text)).toEqual([])
  })
})

describe('a baseline', () => {
  test('hides what it has recorded, until it is written anew', async () => {
    const { cwd } = await run(['--suppress-all', 'a.md'], { files: { 'a.md': faulty } })
    const baseline = readFileSync(join(cwd, '.footlint-baseline.json'), 'utf8')
    const { open, diagnostics, folder, watched, change } = await startEditor({
      files: { '.footlint-baseline.json': baseline },
    })
    const uri = await open('a.md', faulty)
    expect(await diagnostics(uri)).toEqual([])
    await change(uri, 2, [{ range: rangeOf(0, 0, 0), text: 'Zero.[^c] ' }])
    expect((await diagnostics(uri)).map(({ code }) => code)).toEqual(['marker-undefined', 'marker-undefined'])
    await change(uri, 3, [{ text: faulty }])
    rmSync(join(folder, '.footlint-baseline.json'))
    await watched('.footlint-baseline.json')
    expect((await diagnostics(uri)).map(shown)).toEqual([finding])
  })

  test('with a mistake is said in it', async () => {
    const files = { '.footlint-baseline.json': '{\n  "version": 7\n}\n' }
    const { open, diagnostics, published, uri } = await startEditor({ files })
    expect(await diagnostics(await open('a.md', faulty))).toEqual([])
    const said = published.get(uri('.footlint-baseline.json'))!.diagnostics
    expect(said.map((one) => shown(one).split(' ')[0])).toEqual(['2:14-2:15'])
  })
})

test('a bibliography that a configuration names and that is not there is said of the text', async () => {
  const { open, diagnostics } = await startEditor({ files: { '.footlintrc.yaml': 'bibliography: none.bib\n' } })
  expect((await diagnostics(await open('a.md', 'One [@a].\n'))).map(shown)).toEqual([
    '1:1-1:1  none.bib: cannot be read: there is no such file, expected the bibliography that the configuration names',
  ])
})

test('each folder has a configuration of its own', async () => {
  const files = { 'one/.footlintrc.yaml': 'rules:\n  marker-undefined: off\n', 'two/x.md': '', 'three/x.md': '' }
  const { open, diagnostics, connection, uri } = await startEditor({ files, folders: ['one', 'two'] })
  expect(await diagnostics(await open('one/a.md', faulty))).toEqual([])
  expect(await diagnostics(await open('two/a.md', faulty))).toHaveLength(1)
  await connection.sendNotification(lsp.DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [{ uri: uri('three'), name: 'three' }], removed: [{ uri: uri('two'), name: 'two' }] },
  })
  expect(await diagnostics(await open('three/a.md', faulty))).toHaveLength(1)
})

test('the server ends with 0 after a goodbye', async () => {
  const { end } = await startEditor()
  expect(await end()).toBe(0)
})

function rangeOf(line: number, from: number, to: number): lsp.Range {
  return { start: { line, character: from }, end: { line, character: to } }
}
