import { describe, expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { cursorIn, startEditor } from './editor.ts'
import type { Editor } from './editor.ts'

const bib = '@book{adam2001,\n  author = {Adam, A.},\n  title = {Beginnings},\n  year = {2001}\n}\n'

async function at(marked: string, path = 'a.md', files: Record<string, string> = {}) {
  const { text, position } = cursorIn(marked)
  const editor = await startEditor({ files: { [path]: text, ...files } })
  const uri = await editor.open(path, text)
  return { editor, params: { textDocument: { uri }, position } }
}

const hover = async ({ editor, params }: Awaited<ReturnType<typeof at>>) => {
  const found = await editor.connection.sendRequest(lsp.HoverRequest.type, params)
  return found && (found.contents as lsp.MarkupContent).value
}

const places = ({ folder, uri }: Editor, found: unknown) =>
  (found as lsp.Location[]).map(
    (one) =>
      `${one.uri.replace(`${uri('.')}/`, '').replace(folder, '')} ${one.range.start.line + 1}:${one.range.start.character + 1}`,
  )

describe('hover', () => {
  test('on a marker shows the note, with its markup', async () => {
    expect(await hover(await at('One.[|^a] Two.\n\n[^a]: See *Adam*,\n    p. 3.\n'))).toBe('See *Adam*,\np. 3.')
  })

  test('on a marker of a list shows its entry', async () => {
    const text = 'One.[1] Two.[|2] Three.[3]\n\n## References\n\n1. Adam\n2. Eve\n3. Cain\n'
    expect(await hover(await at(text))).toBe('Eve')
  })

  test('on a key shows the record and its file', async () => {
    const found = await hover(
      await at('---\nbibliography: refs.bib\n---\n\nOne [@ada|m2001].\n', 'a.md', { 'refs.bib': bib }),
    )
    expect(found).toBe('Adam, A. 2001. Beginnings\n\nrefs.bib')
  })

  test('on a label shows the places that cite it', async () => {
    const text = 'One.[^a] Two.[^b]\n\nThree.[^a]\n\n[^|a]: Adam\n[^b]: Eve\n'
    expect(await hover(await at(text))).toBe(
      '`[^a]` is cited 2 times:\n\n- line 1: One.\\[^a\\] Two.\\[^b\\]\n- line 3: Three.\\[^a\\]',
    )
  })

  test('on a note that nobody cites says so', async () => {
    expect(await hover(await at('One.[^a]\n\n[^a]: Adam\n[^|b]: Eve\n'))).toBe('Nothing cites `[^b]`.')
  })

  test('on a marker without a note says so', async () => {
    expect(await hover(await at('One.[^a] Two.[^|b]\n\n[^a]: Adam\n'))).toBe('`[^b]` points nowhere.')
  })

  test('elsewhere shows nothing', async () => {
    expect(await hover(await at('O|ne.[^a]\n\n[^a]: Adam\n'))).toBe(null)
  })
})

describe('definition', () => {
  const go = async (start: Awaited<ReturnType<typeof at>>) =>
    places(start.editor, await start.editor.connection.sendRequest(lsp.DefinitionRequest.type, start.params))

  test('leads from a marker to its note, and from there to all that cite it', async () => {
    expect(await go(await at('One.[^|a] Two.[^a]\n\n[^a]: Adam\n'))).toEqual(['a.md 3:1'])
    expect(await go(await at('One.[^a] Two.[^a]\n\n[^|a]: Adam\n'))).toEqual(['a.md 1:5', 'a.md 1:14'])
  })

  test('leads from a key into the bibliography', async () => {
    const start = await at('---\nbibliography: refs.bib\n---\n\nOne [@ada|m2001].\n', 'a.md', { 'refs.bib': bib })
    expect(await go(start)).toEqual(['refs.bib 1:7'])
  })

  test('leads from a record to the documents that cite it, open or not', async () => {
    const start = await at(bib.replace('adam', 'ad|am'), 'refs.bib', {
      'a.md': '---\nbibliography: refs.bib\n---\n\nOne [@adam2001].\n',
      'b.md': '---\nbibliography: refs.bib\n---\n\nTwo.\n',
    })
    await start.editor.open('b.md', '---\nbibliography: refs.bib\n---\n\nTwo [-@adam2001].\n')
    expect(await go(start)).toEqual(['a.md 5:5', 'b.md 5:5'])
  })
})

test('references are the markers, and the entry where it is asked for', async () => {
  const { editor, params } = await at('One.[1] Two.[2|] Three.[1-3]\n\n## References\n\n1. Adam\n2. Eve\n3. Cain\n')
  const find = async (includeDeclaration: boolean) =>
    places(
      editor,
      await editor.connection.sendRequest(lsp.ReferencesRequest.type, { ...params, context: { includeDeclaration } }),
    )
  expect(await find(false)).toEqual(['a.md 1:13', 'a.md 1:23'])
  expect(await find(true)).toEqual(['a.md 6:1', 'a.md 1:13', 'a.md 1:23'])
})

test('highlights tell the entry from its markers', async () => {
  const { editor, params } = await at('One.[^|a] Two.[^a]\n\n[^a]: Adam\n')
  const found = await editor.connection.sendRequest(lsp.DocumentHighlightRequest.type, params)
  expect(found!.map(({ range: { start }, kind }) => [start.line, start.character, kind])).toEqual([
    [0, 4, lsp.DocumentHighlightKind.Read],
    [0, 13, lsp.DocumentHighlightKind.Read],
    [2, 0, lsp.DocumentHighlightKind.Write],
  ])
})

test('symbols are the notes, and they fold', async () => {
  const { editor, params } = await at('|One.[^a] Two.[^b]\n\n[^a]: Adam,\n    p. 3.\n\n[^b]: Eve\n\nMore.\n')
  const symbols = await editor.connection.sendRequest(lsp.DocumentSymbolRequest.type, params)
  expect((symbols as lsp.DocumentSymbol[]).map(({ name, detail }) => [name, detail])).toEqual([
    ['[^a]', 'Adam, p. 3.'],
    ['[^b]', 'Eve'],
  ])
  const folds = await editor.connection.sendRequest(lsp.FoldingRangeRequest.type, params)
  expect(folds!.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [2, 5],
    [2, 3],
  ])
})

describe('completion', () => {
  const complete = async (start: Awaited<ReturnType<typeof at>>) => {
    const list = await start.editor.connection.sendRequest(lsp.CompletionRequest.type, start.params)
    return (list as lsp.CompletionList).items.map(({ label, textEdit }) => [label, textEdit!.newText])
  }

  test('offers the labels of notes behind `[^`, and closes the bracket', async () => {
    expect(await complete(await at('One.[^a] Two.[^| more.\n\n[^a]: Adam\n[^eve]: Eve\n'))).toEqual([
      ['a', 'a]'],
      ['eve', 'eve]'],
    ])
    expect(await complete(await at('One.[^a] Two.[^e|]\n\n[^a]: Adam\n[^eve]: Eve\n'))).toEqual([['eve', 'eve']])
  })

  test('finds a note by its words', async () => {
    expect(await complete(await at('One.[^1] Two.[^gene|\n\n[^1]: Exodus\n[^2]: Genesis\n'))).toEqual([['2', '2]']])
  })

  test('offers keys behind `[@` and behind `@`', async () => {
    const files = { 'refs.bib': bib }
    const head = '---\nbibliography: refs.bib\n---\n\n'
    expect(await complete(await at(`${head}One [@|\n`, 'a.md', files))).toEqual([['adam2001', 'adam2001']])
    expect(await complete(await at(`${head}One [@adam2001; @beg|].\n`, 'a.md', files))).toEqual([
      ['adam2001', 'adam2001'],
    ])
    expect(await complete(await at(`${head}As @a|\n`, 'a.md', files))).toEqual([['adam2001', 'adam2001']])
    expect(await complete(await at(`${head}me@a|\n`, 'a.md', files))).toEqual([])
  })

  test('offers the numbers of a list behind `[`', async () => {
    const list = '\n\n## References\n\n1. Adam\n2. Eve\n3. Cain\n'
    expect(await complete(await at(`One.[1] Two.[2] Three.[3] Four.[|${list}`))).toEqual([
      ['1', '1]'],
      ['2', '2]'],
      ['3', '3]'],
    ])
    expect(await complete(await at(`One.[1] Two.[2] Three.[3] Four.[1, 3|]${list}`))).toEqual([['3', '3']])
  })
})
