import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { able, cursorIn, plain, shown, startEditor, withEdits } from './editor.ts'

/** What can be done at the mark, with the text that each makes. */
async function actions(marked: string, { only, capabilities = able, path = 'a.md' }: Given = {}) {
  const { text, position } = cursorIn(marked)
  const editor = await startEditor({ files: { [path]: text }, capabilities })
  const uri = await editor.open(path, text)
  const { connection } = editor
  const found = (await connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only: [...only] }) },
  })) as lsp.CodeAction[]
  const outcome = async (title: string) => {
    const action = found.find((one) => one.title === title)!
    if (action.command) {
      const { command, arguments: given = [] } = action.command
      await connection.sendRequest(lsp.ExecuteCommandRequest.type, { command, arguments: given })
      return editor.applied.length > 0 ? withEdits(text, editor.applied.at(-1), uri) : editor.told.at(-1)
    }
    const late = action.edit ? action : await connection.sendRequest(lsp.CodeActionResolveRequest.type, action)
    return late.edit ? withEdits(text, late.edit, uri) : editor.told.at(-1)
  }
  return { found, titles: found.map(({ title }) => title), outcome }
}

interface Given {
  readonly only?: readonly string[]
  readonly capabilities?: lsp.ClientCapabilities
  readonly path?: string
}

const spaced = 'One.[^a] Two.[^b] Three.[^d] Four.[^a] Five. [^|c]\n\n[^a]: Adam\n[^b]: Eve\n[^c]: Cain\n[^d]: Seth\n'

describe('a finding', () => {
  test('is fixed, or silenced in its line', async () => {
    const { found, titles, outcome } = await actions(spaced)
    expect(titles.slice(0, 2)).toEqual(['Remove the white space', 'Disable marker-spacing for this line'])
    expect(found[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'marker-spacing' }] })
    expect(await outcome(titles[0]!)).toBe(spaced.replace('Five. [^|c]', 'Five.[^c]'))
    expect(await outcome(titles[1]!)).toBe(
      spaced.replace('[^|c]\n', '[^c] <!-- footlint-disable-line marker-spacing -->\n'),
    )
  })

  test('gets its edits at once where an editor asks only once', async () => {
    const { found } = await actions(spaced, { capabilities: plain })
    expect(found.find(({ title }) => title === 'Remove the white space')?.edit?.changes).toBeDefined()
  })

  test('joins a directive that the line has already', async () => {
    const marked =
      'One.[^a] Two.[^a] Three.[^a] Four.[^x] Five. [^|a] <!-- footlint-disable-line marker-undefined -->\n\n[^a]: Adam\n'
    const { outcome } = await actions(marked)
    expect(await outcome('Disable marker-spacing for this line')).toContain(
      '<!-- footlint-disable-line marker-undefined, marker-spacing -->',
    )
  })

  test('elsewhere in the text is none of this place', async () => {
    expect((await actions(spaced.replace('|', '').replace('One', 'O|ne'))).titles).toEqual(['Make all safe fixes'])
  })

  test('which cannot be fixed safely says so in its title', async () => {
    const { titles, outcome } = await actions('One.[^a]\n\n[^a]: Adam\n[^|b]: Eve\n')
    expect(titles[0]).toBe('Remove the entry (unsafe)')
    expect(await outcome(titles[0]!)).toBe('One.[^a]\n\n[^a]: Adam\n')
  })
})

describe('a document', () => {
  test('is fixed as a whole on saving', async () => {
    const { found, outcome } = await actions(spaced, { only: ['source.fixAll'] })
    expect(found).toMatchObject([{ title: 'Make all safe fixes', kind: 'source.fixAll.footlint' }])
    expect(found[0]!.edit).toBeDefined()
    expect(await outcome('Make all safe fixes')).toBe(spaced.replace('Five. [^|c]', 'Five.[^c]'))
  })

  test('has nothing to fix where nothing is safe', async () => {
    expect((await actions('One.[^|a]\n', { only: ['source.fixAll.footlint'] })).found).toEqual([])
  })

  test('is numbered anew', async () => {
    const { outcome } = await actions('One.[^|2] Two.[^1]\n\n[^1]: Eve\n[^2]: Adam\n', { only: ['refactor'] })
    expect(await outcome('Number by first citation')).toBe('One.[^1] Two.[^2]\n\n[^1]: Adam\n[^2]: Eve\n')
  })

  test('is not numbered anew where the verifier objects, and says why', async () => {
    const { outcome } = await actions('One.[^|2] Two.[^1]\n\n[^1]: Eve\n[^1]: Seth\n[^2]: Adam\n')
    expect(await outcome('Number by first citation')).toMatch(
      /^Number by first citation: not done, since `\[\^1\]` is defined/,
    )
  })

  test('is converted', async () => {
    const list = '\n\n## References\n\n1. Adam\n2. Eve\n3. Cain\n'
    const { titles, outcome } = await actions(`One.[|1] Two.[2] Three.[3]${list}`)
    expect(titles).toContain('Convert to footnotes')
    expect(titles).not.toContain('Convert to numbers in brackets')
    expect(await outcome('Convert to footnotes')).toContain('One.[^1] Two.[^2] Three.[^3]')
  })

  test('explains its markers', async () => {
    const editor = await startEditor()
    const uri = await editor.open('a.md', 'One.[^a] `[1]`\n\n[^a]: Adam\n')
    const explain = (character: number) =>
      editor.connection.sendRequest(lsp.ExecuteCommandRequest.type, {
        command: 'footlint.server.explain',
        arguments: [uri, { line: 0, character }],
      })
    expect(await explain(5)).toEqual([
      '[^a] is a marker (footnote): a note has this label.',
      '[^a] points to line 3: Adam',
    ])
    expect(await explain(1)).toEqual(['Nothing at this place could be a marker.'])
  })
})

test('a fix of a book changes all files that it has to', async () => {
  const files = {
    '.footlintrc.json': JSON.stringify({ project: { files: ['one.md', 'two.md'], scope: 'book' } }),
    'one.md': 'One.[^2]\n',
    'two.md': 'Two.[^1]\n\n[^1]: Eve\n[^2]: Adam\n',
  }
  const editor = await startEditor({ files })
  const uri = await editor.open('one.md', files['one.md'])
  await editor.connection.sendRequest(lsp.ExecuteCommandRequest.type, {
    command: 'footlint.server.renumber',
    arguments: [uri],
  })
  const [edit] = editor.applied
  expect(withEdits(files['one.md'], edit, uri)).toBe('One.[^1]\n')
  expect(withEdits(files['two.md'], edit, editor.uri('two.md'))).toBe('Two.[^2]\n\n[^1]: Adam\n[^2]: Eve\n')
})

test('a book is converted with all its files, or not at all', async () => {
  const files = {
    '.footlintrc.json': JSON.stringify({ project: { files: ['one.md', 'two.md'], scope: 'book' } }),
    'one.md': 'One.[1]\n',
    'two.md': 'Two.[2]\n\n## References\n\n[1] Adam.\n\n[2] Eve.\n',
  }
  const editor = await startEditor({ files })
  const uri = await editor.open('one.md', files['one.md'])
  const offered = await editor.connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } },
    context: { diagnostics: [] },
  })
  expect(offered!.map(({ title }) => title)).toEqual([
    'Number by first citation',
    'Convert to footnotes',
    'Convert to raised numbers',
  ])
  const convert = (to: string) =>
    editor.connection.sendRequest(lsp.ExecuteCommandRequest.type, {
      command: 'footlint.server.convert',
      arguments: [uri, to],
    })
  await convert('footnote')
  expect(editor.applied).toEqual([])
  expect(editor.told).toEqual([
    'Convert: not done, since `[1]` stands in another file than a marker that cites it, and a footnote has to be in that file',
  ])
  await convert('superscript')
  const [edit] = editor.applied
  expect(withEdits(files['one.md'], edit, uri)).toBe('One.¹\n')
  expect(withEdits(files['two.md'], edit, editor.uri('two.md'))).toBe('Two.²\n\n## References\n\n1. Adam.\n\n2. Eve.\n')
})

test('a chapter is judged with the others as they are in the editor', async () => {
  const files = {
    '.footlintrc.json': JSON.stringify({ project: { files: ['one.md', 'two.md'], scope: 'book' } }),
    'one.md': 'One.[^1] Two.[^2]\n',
    'two.md': 'Three.\n\n[^1]: Adam\n[^2]: Eve\n',
  }
  const editor = await startEditor({ files })
  const one = await editor.open('one.md', files['one.md'])
  expect(await editor.diagnostics(one)).toEqual([])
  const two = await editor.open('two.md', files['two.md'])
  await editor.diagnostics(two)
  await editor.change(two, 2, [{ text: 'Three.\n\n[^1]: Adam\n' }])
  expect((await editor.diagnostics(one)).map(shown)).toEqual([
    '1:14-1:18 marker-undefined `[^2]` has no entry, expected one',
  ])
  writeFileSync(join(editor.folder, 'two.md'), 'Three.\n\n[^1]: Adam\n')
})
