import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CancellationTokenSource } from 'vscode-languageserver-protocol'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import { renderTable } from '../../scripts/generated.ts'
import { freshRun } from './fresh.ts'
import { nextStep, positionOf, randomNumbers, startText } from './random-edits.ts'
import type { EditedText } from './random-edits.ts'
import { startServer } from './server.ts'
import type { Server } from './server.ts'

/*
 * An editor that is a script, against the command as it is built: whether what it is told is what a fresh run finds, how long
 * that takes from keystroke to diagnostics, and what memory an hour of typing costs.
 */

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      edits: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      keys: { type: 'string', default: '0' },
      sizes: { type: 'string', default: '10,100,1000' },
      hours: { type: 'string', default: '0' },
      large: { type: 'boolean', default: false },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'footlint-editor-'))
  const server = await startServer(folder)
  try {
    let wrong = 0
    if (Number(values.edits) > 0) wrong = await compare(server, folder, Number(values.edits), Number(values.seed))
    const sizes = values.sizes.split(',').map(Number)
    if (Number(values.keys) > 0) await measure(server, sizes, Number(values.keys))
    if (Number(values.hours) > 0) await type(server, Number(values.hours))
    if (values.large) await askLarge(server)
    return wrong === 0 ? 0 : 1
  } finally {
    await server.end()
    rmSync(folder, { recursive: true })
  }
}

async function compare(server: Server, folder: string, edits: number, seed: number): Promise<number> {
  const random = randomNumbers(seed)
  const texts: (EditedText & { readonly path: string })[] = ['a.md', 'b.md'].map((path) => {
    return { path, text: startText(random), version: 1, past: [] }
  })
  const uris = new Map<string, string>()
  for (const { path, text } of texts) uris.set(path, await server.open(path, text))
  let wrong = 0
  for (let count = 1; count <= edits; count++) {
    const one = texts[random() < 0.7 ? 0 : 1]!
    const uri = uris.get(one.path)!
    await tellOf(server, uri, one, random)
    const told = (await server.diagnostics(uri)).map(shown)
    const found = await freshRun(one.path, one.text, folder)
    if (told.join('\n') !== found.join('\n')) {
      wrong++
      console.log(
        `edit ${count}: ${JSON.stringify(one.text)}\n  told ${told.join('\n  ')}\n  found ${found.join('\n  ')}`,
      )
    }
  }
  console.log(
    `${edits} random edits, seed ${seed}: ${wrong} where an editor was told something else than a fresh run finds\n`,
  )
  for (const uri of uris.values()) await server.close(uri)
  return wrong
}

async function tellOf(
  server: Server,
  uri: string,
  one: EditedText & { readonly path: string },
  random: () => number,
): Promise<void> {
  const step = nextStep(one, random)
  if (step.kind === 'reopen') {
    await server.close(uri)
    await server.open(one.path, one.text)
    return
  }
  await server.change(uri, one.version, step.changes)
  if (!step.isCancelled) return
  const source = new CancellationTokenSource()
  const sent = server.diagnostics(uri, source.token)
  source.cancel()
  await sent.catch(() => {})
}

function shown({ range: { start, end }, code = '', message }: Diagnostic): string {
  const text = typeof message === 'string' ? message : message.value
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${code} ${text}`
}

/** Prose with a footnote in each paragraph and the notes at the end, of about so many KB. */
export function proseOf(kilobytes: number): string {
  const count = Math.ceil((kilobytes * 1000) / 500)
  const words = 'The editor of a translated article reads each of its sentences twice, and every note once more. '
  const paragraphs = Array.from({ length: count }, (_, index) => `${words.repeat(4)}So it was.[^${index + 1}]\n\n`)
  const notes = Array.from(
    { length: count },
    (_, index) => `[^${index + 1}]: Adam, *Beginnings* (${index + 1}), p. 3.\n`,
  )
  return `${paragraphs.join('')}${notes.join('')}`
}

/** Numbered references in the text and faults among them, at the same density. */
export function faultyProseOf(kilobytes: number): string {
  const count = Math.ceil((kilobytes * 1000) / 500)
  const words = 'The editor of a translated article reads each of its sentences twice, and every note once more. '
  const paragraphs = Array.from({ length: count }, (_, index) => {
    const marker = index % 50 === 7 ? ` [${index + 1}]` : index % 50 === 23 ? `[${index + 3}]` : `[${index + 1}]`
    return `${words.repeat(4)}So it was${marker}.\n\n`
  })
  const entries = Array.from(
    { length: count },
    (_, index) => `${index + 1}. Adam, *Beginnings* (${index + 1}), p. 3.\n`,
  )
  return `${paragraphs.join('')}## References\n\n${entries.join('')}`
}

const shapes = [
  { name: 'footnotes', textOf: proseOf, place: (text: string) => text.indexOf('.', text.length >> 1) },
  { name: 'footnotes, in a note', textOf: proseOf, place: (text: string) => text.lastIndexOf('*') },
  { name: 'a list, with faults', textOf: faultyProseOf, place: (text: string) => text.indexOf('.', text.length >> 2) },
]

/** From the change being sent to the diagnostics being there, a letter at a time. */
async function measure(server: Server, sizes: readonly number[], keys: number): Promise<void> {
  const rows: string[][] = []
  for (const size of sizes) {
    for (const { name, textOf, place } of shapes) {
      const text = textOf(size)
      const uri = await server.open(`${size}.md`, text)
      const { length } = await server.diagnostics(uri)
      const times = await typeLetters(server, uri, positionOf(text, place(text)), keys)
      await server.close(uri)
      rows.push([`${size} KB`, name, String(length), ...times])
    }
  }
  console.log(`Keystroke to diagnostics, ${keys} keystrokes each, ${process.version}.\n`)
  console.log(renderTable(['text', 'with', 'diagnostics', 'p50', 'p95', 'processor'], rows), '\n')
}

/** The first letters are left out: nobody waits for the engine to warm up in the middle of a text. */
async function typeLetters(
  server: Server,
  uri: string,
  place: { readonly line: number; readonly character: number },
  keys: number,
): Promise<string[]> {
  const times: number[] = []
  let spent = 0
  for (let key = -warmUp; key < keys; key++) {
    if (key === 0) spent = server.processor()
    const position = { line: place.line, character: place.character + key + warmUp }
    const began = performance.now()
    await server.change(uri, key + warmUp + 2, [{ range: { start: position, end: position }, text: 'x' }])
    await server.diagnostics(uri)
    if (key >= 0) times.push(performance.now() - began)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) =>
    `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)} ms`
  return [at(0.5), at(0.95), `${((server.processor() - spent) / keys).toFixed(1)} ms`]
}

const warmUp = 20

/** Three edits a second for some hours, with a look at the memory every fifteen minutes of them. */
async function type(server: Server, hours: number): Promise<void> {
  const random = randomNumbers(7)
  const text: EditedText & { readonly path: string } = { path: 'hour.md', text: proseOf(10), version: 1, past: [] }
  const uri = await server.open(text.path, text.text)
  const memory: string[] = []
  for (let edit = 1; edit <= hours * 3 * 3600; edit++) {
    await tellOf(server, uri, text, random)
    await server.diagnostics(uri)
    if (edit % 2700 === 0) memory.push(server.memory().toFixed(0))
  }
  await server.close(uri)
  console.log(`Memory over the edits of ${hours} hours, every 15 minutes, in MiB: ${memory.join(' ')}\n`)
}

/** Every request on a text of 50 MB. */
async function askLarge(server: Server): Promise<void> {
  const uri = await server.open('large.md', proseOf(50_000))
  const position = { line: 0, character: 3 }
  for (const name of [
    'diagnostic',
    'hover',
    'definition',
    'documentSymbol',
    'foldingRange',
    'completion',
    'codeAction',
  ]) {
    const began = performance.now()
    const more =
      name === 'codeAction' ? { range: { start: position, end: position }, context: { diagnostics: [] } } : {}
    await server.request(`textDocument/${name}`, { textDocument: { uri }, position, ...more })
    console.log(`50 MB, ${name}: ${(performance.now() - began).toFixed(0)} ms, ${server.memory().toFixed(0)} MiB`)
  }
}

process.exitCode = await main()
