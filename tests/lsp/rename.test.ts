import { describe, expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { cursorIn, startEditor, withEdits } from './editor.ts'
import type { Files } from '../world.ts'

interface Given {
  readonly path?: string
  readonly files?: Files
}

async function rename(marked: string, newName: string, { path = 'a.md', files = {} }: Given = {}) {
  const { text, position } = cursorIn(marked)
  const editor = await startEditor({ files: { [path]: text, ...files } })
  const uri = await editor.open(path, text)
  const params = { textDocument: { uri }, position }
  const { connection } = editor
  const prepared = await connection.sendRequest(lsp.PrepareRenameRequest.type, params).catch((error: Error) => error)
  const edit = await connection
    .sendRequest(lsp.RenameRequest.type, { ...params, newName })
    .catch((error: Error) => error)
  const after = (name: string, before: string) =>
    edit instanceof Error ? edit.message : withEdits(before, edit, editor.uri(name))
  return { text: after(path, text), after, prepared, edit }
}

describe('a label', () => {
  test('is renamed in its note and in all markers, from either', async () => {
    const after = 'One.[^adam] Two.[^b], [^adam]\n\n[^adam]: Adam\n[^b]: Eve\n'
    expect((await rename('One.[^|a] Two.[^b], [^a]\n\n[^a]: Adam\n[^b]: Eve\n', 'adam')).text).toBe(after)
    expect((await rename('One.[^a] Two.[^b], [^a]\n\n[^a|]: Adam\n[^b]: Eve\n', 'adam')).text).toBe(after)
  })

  test('is shown without its brackets first', async () => {
    const { prepared } = await rename('One.[^|note]\n\n[^note]: Adam\n', 'x')
    expect(prepared).toEqual({
      range: { start: { line: 0, character: 6 }, end: { line: 0, character: 10 } },
      placeholder: 'note',
    })
  })

  test('keeps line ends and what is not in the basic plane', async () => {
    const { text } = await rename('😀 One.[^|a]\r\n\r\n[^a]: Adam 😀\r\n', 'x😀')
    expect(text).toBe('😀 One.[^x😀]\r\n\r\n[^x😀]: Adam 😀\r\n')
  })

  test('that is in use is refused', async () => {
    const { text } = await rename('One.[^|a] Two.[^b]\n\n[^a]: Adam\n[^b]: Eve\n', 'b')
    expect(text).toBe('Not renamed, since `b` is a label already')
  })

  test('that would make a marker lead somewhere is refused', async () => {
    const { text } = await rename('One.[^|a] Two.[^c]\n\n[^a]: Adam\n', 'c')
    expect(text).toBe('Not renamed, since `c` is a label already')
  })

  test('cannot have brackets', async () => {
    const { text } = await rename('One.[^|a]\n\n[^a]: Adam\n', 'x]y')
    expect(text).toBe('Not renamed, since expected a label without white space, brackets and carets')
  })

  test('which is a number stays one, and ranges go along', async () => {
    const list = '\n\n[1]: Adam\n[2]: Eve\n[3]: Cain\n'
    const { text } = await rename(`One.[1] Two.[2] Three.[1-3] Four.[|3]${list}`, '4', { path: 'a.txt' })
    expect(text).toBe('One.[1] Two.[2] Three.[1, 2, 4] Four.[4]\n\n[1]: Adam\n[2]: Eve\n[4]: Cain\n')
    const named = await rename(`One.[1] Two.[|2] Three.[3]${list}`, 'x', { path: 'a.txt' })
    expect(named.text).toBe('Not renamed, since expected a number, as the other labels of the series are')
  })

  test('of a book is renamed in all its files', async () => {
    const files = {
      '.footlintrc.json': JSON.stringify({ project: { files: ['one.md', 'two.md'], scope: 'book' } }),
      'two.md': 'Two.[^a]\n\n[^a]: Adam\n',
    }
    const { after, edit } = await rename('One.[^|a]\n', 'x', { path: 'one.md', files })
    expect(edit).not.toBeInstanceOf(Error)
    expect(after('one.md', 'One.[^a]\n')).toBe('One.[^x]\n')
    expect(after('two.md', files['two.md'])).toBe('Two.[^x]\n\n[^x]: Adam\n')
  })
})

describe('a key', () => {
  const bib = '@book{adam2001,\n  title = {Beginnings},\n}\n@book{eve2002,\n  title = {Apples},\n}\n'
  const document = '---\nbibliography: refs.bib\n---\n\nOne [@adam2001, p. 3; @eve2002].\n'
  const files = { 'refs.bib': bib, 'b.md': document.replace('One', 'Two') }
  const marked = document.replace('@adam', '@|adam')

  test('is renamed in the bibliography and in all documents that cite it', async () => {
    const { after } = await rename(marked, 'adam1999', { files })
    expect(after('a.md', document)).toBe(document.replace('adam2001', 'adam1999'))
    expect(after('b.md', files['b.md'])).toBe(files['b.md'].replace('adam2001', 'adam1999'))
    expect(after('refs.bib', bib)).toBe(bib.replace('adam2001', 'adam1999'))
  })

  test('is renamed from its record', async () => {
    const { after } = await rename(bib.replace('adam', '|adam'), 'x', { path: 'refs.bib', files: { 'a.md': document } })
    expect(after('a.md', document)).toBe(document.replace('adam2001', 'x'))
    expect(after('refs.bib', bib)).toBe(bib.replace('adam2001', 'x'))
  })

  test.each([
    ['eve2002', {}, '`eve2002` is a key already'],
    ['a b', {}, 'expected a key of letters, digits and `_:./+-` that begins and ends with a letter or a digit'],
    [
      'x',
      { 'c.md': '---\nbibliography: refs.bib\n---\n\n`adam2001` and [@adam2001].\n' },
      'c.md holds `adam2001` where it is read as no citation',
    ],
    ['x', { 'd.md': new Uint8Array([0x61, 0xff, 0x61]) }, undefined],
  ])('%s is refused where that is not sound', async (name, more, reason) => {
    const { text } = await rename(marked, name, { files: { ...files, ...more } })
    expect(text).toBe(reason === undefined ? document.replace('adam2001', 'x') : `Not renamed, since ${reason}`)
  })

  test('is refused where no folder is open', async () => {
    const editor = await startEditor({ files: { ...files, 'a.md': document }, folders: [] })
    const { text, position } = cursorIn(marked)
    const textDocument = { uri: await editor.open('a.md', text) }
    const sent = editor.connection.sendRequest(lsp.RenameRequest.type, { textDocument, position, newName: 'x' })
    await expect(sent).rejects.toThrow('Not renamed, since no folder is open, and documents elsewhere may cite it')
    const context = { includeDeclaration: false }
    const found = await editor.connection.sendRequest(lsp.ReferencesRequest.type, { textDocument, position, context })
    expect(found!.map(({ uri }) => uri)).toEqual([editor.uri('a.md'), editor.uri('b.md')])
  })

  test('that another record uses is refused', async () => {
    const crossed = `${bib}@inbook{part,\n  crossref = {adam2001},\n}\n`
    const { text } = await rename(marked, 'x', { files: { ...files, 'refs.bib': crossed } })
    expect(text).toBe('Not renamed, since the record `part` uses it')
  })
})
