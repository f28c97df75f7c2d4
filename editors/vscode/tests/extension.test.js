import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import yauzl from 'yauzl'
import { installedIn } from '../dist-tests/installed.js'
import { launchOf } from '../dist-tests/launch.js'
import { iconOf, tooltipOf } from '../dist-tests/node.js'
import { statusOf } from '../dist-tests/status.js'

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const manifest = JSON.parse(readFileSync(here('package.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'footlint-vsix-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const plain = {
  path: '',
  config: '',
  arguments: [],
  isTrusted: true,
  installed: undefined,
  bundled: '/ext/server/footlint.js',
}

test('the server that comes along is started, unless the folder has one or another one is set', () => {
  assert.deepEqual(launchOf(plain), { kind: 'module', target: '/ext/server/footlint.js', args: ['lsp'] })
  assert.equal(launchOf({ ...plain, installed: '/work/x.js' }).target, '/work/x.js')
  assert.deepEqual(
    launchOf({ ...plain, installed: '/work/x.js', path: 'footlint', config: 'a.yaml', arguments: ['--no-ignore'] }),
    {
      kind: 'command',
      target: 'footlint',
      args: ['lsp', '--config', 'a.yaml', '--no-ignore'],
    },
  )
})

test('nothing of a folder is run that nobody trusts', () => {
  const set = { ...plain, isTrusted: false, path: '/evil', installed: '/evil.js', arguments: ['--evil'] }
  assert.deepEqual(launchOf(set), { kind: 'module', target: '/ext/server/footlint.js', args: ['lsp', '--no-plugins'] })
})

test('the footlint of a folder is found', () => {
  const file = join(folder, 'two/node_modules/footlint/dist/bin/footlint.js')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  assert.equal(installedIn([join(folder, 'one'), join(folder, 'two')]), file)
  assert.equal(installedIn([join(folder, 'one')]), undefined)
})

test('the status says what was found', () => {
  assert.equal(statusOf({ errors: 0, warnings: 0, infos: 0 }).text, '$(check) footlint')
  assert.deepEqual(statusOf({ errors: 1, warnings: 2, infos: 0 }), {
    text: '$(error) footlint 3',
    tooltip: 'footlint: 1 error, 2 warnings',
  })
})

test('a node of the tree says what it is', () => {
  assert.equal(tooltipOf({ kind: 'undefined', label: '[^x]', detail: '', children: [] }), '[^x] points nowhere')
  assert.equal(tooltipOf({ kind: 'entry', label: '[^x]', detail: 'Adam', children: [] }), 'Adam\n\nNothing cites it.')
  assert.equal(iconOf({ kind: 'series', label: '', detail: '', children: [] }), 'list-ordered')
})

test('the manifest names what the sources use', () => {
  const sources = ['extension', 'commands', 'tree', 'bar']
    .map((name) => readFileSync(here(`src/${name}.ts`), 'utf8'))
    .join('\n')
  const registered = [...sources.matchAll(/registerCommand\('([^']+)'/g)].map(([, name]) => name)
  const declared = manifest.contributes.commands.map(({ command }) => command)
  assert.deepEqual(registered.toSorted(), declared.toSorted())
  const read = [...sources.matchAll(/settings\(\)\.get(?:<[^>]+>)?\('(\w+)'/g)].map(([, name]) => `footlint.${name}`)
  const known = Object.keys(manifest.contributes.configuration.properties).filter((name) => !name.includes('.trace.'))
  assert.deepEqual([...new Set(read)].toSorted(), known.toSorted())
  assert.ok(sources.includes(manifest.contributes.views.explorer[0].id))
  const main = JSON.parse(readFileSync(here('../../package.json'), 'utf8'))
  assert.equal(manifest.version, main.version)
  const languages = manifest.contributes.configuration.properties['footlint.languages'].default
  for (const language of languages) assert.ok(manifest.activationEvents.includes(`onLanguage:${language}`), language)
})

test('the package holds the extension and its server, and nothing else; the server serves', async () => {
  const files = await unpack(here('footlint.vsix'), folder)
  const own = files.filter((name) => name.startsWith('extension/') && !name.startsWith('extension/server/'))
  assert.deepEqual(own.toSorted(), [
    'extension/LICENSE.txt',
    'extension/dist/extension.cjs',
    'extension/package.json',
    'extension/readme.md',
  ])
  assert.ok(files.includes('extension/server/footlint.js'))
  assert.equal(files.filter((name) => /node_modules|\.map$|\.ts$/.test(name)).length, 0)
  const { target, args } = launchOf({ ...plain, bundled: join(folder, 'extension/server/footlint.js') })
  // As `vscode-languageclient` starts a module.
  const answer = await initialize(process.execPath, [target, ...args, '--stdio', `--clientProcessId=${process.pid}`])
  assert.equal(answer.result.serverInfo.name, 'footlint')
  assert.equal(answer.result.serverInfo.version, manifest.version)
})

test('the extension loads where there is a window', () => {
  const script = `
    const Module = require('node:module')
    const load = Module._load
    const window = new Proxy(function () {}, { get: (_, name) => (name === 'prototype' ? {} : window), apply: () => window, construct: () => window })
    Module._load = (name, ...rest) => (name === 'vscode' ? window : load(name, ...rest))
    const { activate, deactivate } = require(${JSON.stringify(here('dist/extension.cjs'))})
    if (typeof activate !== 'function' || typeof deactivate !== 'function') process.exit(1)`
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
})

/** Writes what is in a zip into a folder, and gives the names. */
function unpack(file, into) {
  return new Promise((resolve, reject) => {
    const names = []
    yauzl.open(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry) => {
        names.push(entry.fileName)
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure)
          const parts = []
          stream.on('data', (part) => parts.push(part))
          stream.on('end', () => {
            const target = join(into, entry.fileName)
            mkdirSync(dirname(target), { recursive: true })
            writeFileSync(target, Buffer.concat(parts))
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(names))
      zip.on('error', reject)
      zip.readEntry()
    })
  })
}

function initialize(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    let read = ''
    child.on('error', reject)
    child.stdout.on('data', (part) => {
      read += part
      const body = read.split('\r\n\r\n')[1]
      if (!body?.endsWith('}')) return
      child.stdin.end()
      resolve(JSON.parse(body))
    })
    const params = { processId: null, rootUri: null, capabilities: {} }
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })
    child.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`)
  })
}
