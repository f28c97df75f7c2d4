// The extension in one file, and beside it the server that it starts: the command as it is built in the folder above.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const server = here('../../dist/bin')
if (!existsSync(server))
  throw new Error('there is no server yet: run `npm run build` in the root of the repository first')

await build({
  cwd: here('.'),
  input: { extension: 'src/extension.ts' },
  platform: 'node',
  external: ['vscode'],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    cleanDir: true,
    minify: true,
    codeSplitting: false,
  },
})
// What can be tried without a window.
await build({
  cwd: here('.'),
  input: { launch: 'src/launch.ts', installed: 'src/installed.ts', status: 'src/status.ts', node: 'src/node.ts' },
  platform: 'node',
  output: { dir: 'dist-tests', format: 'esm', cleanDir: true },
})
rmSync(here('server'), { recursive: true, force: true })
mkdirSync(here('server'))
cpSync(server, here('server'), { recursive: true })
