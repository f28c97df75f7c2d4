import { expect, test, vi } from 'vitest'
import { main } from '../src/cli/main.ts'
import { createFolder, run } from './world.ts'

const message = (content: object) => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content })
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}
const initialize = message({
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
})

// What editors add to the command by themselves: the second is `vscode-languageclient`.
test.each([
  ['lsp --stdio', ['lsp', '--stdio']],
  ['lsp --stdio --clientProcessId', ['lsp', '--stdio', '--clientProcessId=4711']],
])('footlint %s speaks the protocol until it is told to go', async (_, argv) => {
  const written: string[] = []
  const has = (text: string) => vi.waitFor(() => expect(written.join('')).toContain(text))
  const stdin = async function* () {
    yield initialize
    await has('"id":1')
    yield message({ id: 2, method: 'shutdown' })
    await has('"id":2')
    yield message({ method: 'exit' })
  }
  const stdout = { write: (text: string) => written.push(text) }
  const world = { argv, cwd: createFolder(), stdin: stdin(), stdout, stderr: stdout, env: {} }
  expect(await main(world)).toBe(0)
  expect(written.join('')).toMatch(/^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2\.0","id":1,"result":\{"capabilities":\{/)
  expect(written.join('')).toContain('"serverInfo":{"name":"footlint"')
})

test('an editor that goes without a word is an exit code of 1', async () => {
  expect(await run(['lsp'], { stdin: initialize })).toMatchObject({ code: 1, stderr: '' })
})

test('it takes no paths', async () => {
  expect(await run(['lsp', 'a.md'])).toMatchObject({
    code: 2,
    stderr: 'footlint: `footlint lsp` takes no paths, found a.md; the editor says which texts are open\n',
  })
})
