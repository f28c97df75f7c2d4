import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol'
import { createFolder, writeFiles } from '../world.ts'
import { isInstalled, pathWithFootlint, recipe } from './installed.ts'

const hasKate = isInstalled('kate', 'Kate is not installed (Debian: apt-get install kate; large, CI goes without)', [
  '-platform',
  'offscreen',
  '--version',
])

const article = 'One.[^a] Two.[^b]\n\nNow five. [^b] And six.[^c]\n\n[^a]: Adam\n[^b]: Eve\n'

test.skipIf(!hasKate)('Kate starts the server for a document, and is told what is found in it', async () => {
  const folder = createFolder({ 'article.md': article, 'config/kate/lspclient/settings.json': recipe('json kate') })
  const path = pathWithFootlint(folder)
  // What Kate shows cannot be read from outside: the other end says what it was asked and told.
  const said = join(folder, 'said')
  writeFiles(folder, { 'heard/footlint': `#!/bin/sh\n'${join(folder, 'bin/footlint')}' "$@" | tee '${said}'\n` })
  const command = join(folder, 'heard/footlint')
  chmodSync(command, 0o755)
  // Kate asks before it starts a command for the first time; this is the answer yes.
  const katerc = `[Kate Plugins]\nlspclientplugin=true\n[lspclient]\nAllowedServerCommandLines=${command} lsp\n`
  writeFiles(folder, { 'config/katerc': katerc })
  const kate = spawn('kate', ['-platform', 'offscreen', '-n', 'article.md'], {
    cwd: folder,
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      PATH: join(folder, 'heard') + delimiter + path,
    },
    stdio: 'ignore',
  })
  const gone = once(kate, 'exit')
  onTestFinished(async () => {
    kate.kill()
    await gone
  })
  const published = () => (existsSync(said) ? readFileSync(said, 'utf8') : '').match(/\{[^{]*publishDiagnostics.*\}\}/)
  await vi.waitFor(() => expect(published()).not.toBe(null), { timeout: 60_000, interval: 100 })
  const { params } = JSON.parse(published()![0]) as { readonly params: PublishDiagnosticsParams }
  expect(params.uri).toMatch(/article\.md$/)
  expect(params.diagnostics.map(({ range: { start }, code }) => [start.line + 1, start.character + 1, code])).toEqual([
    [3, 11, 'marker-spacing'],
    [3, 24, 'marker-undefined'],
  ])
})
