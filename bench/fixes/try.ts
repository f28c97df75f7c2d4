import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { rules } from '../../rules/index.ts'
import { resolverOfValue } from '../../src/value-config.ts'
import { readerFor } from '../../src/document/formats/index.ts'
import { fixSource } from '../../src/fix/rounds.ts'
import { createSource, positionAt, promisedFormat } from '../../src/source.ts'

const folder = process.argv[2]!
const unsafe = process.argv.includes('--unsafe')
void rules
const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
  .filter((entry) => entry.isFile() && promisedFormat(entry.name) !== undefined)
  .map((entry) => join(entry.parentPath, entry.name)).toSorted()
let fixed = 0, made = 0, refused = 0, changed = 0
for (const file of files) {
  const path = relative(folder, file)
  const text = readFileSync(file, 'utf8')
  const resolution = resolverOfValue({}).resolve(path)
  const source = createSource(path, text)
  const t = performance.now()
  const out = fixSource(source, resolution.settings, { unsafe, read: await readerFor(source.format) })
  const took = performance.now() - t
  if (took > 3000) console.log('SLOW', path, took.toFixed(0), text.length)
  if (out.result.source.text !== source.text) changed++
  if (out.made.length) { fixed++; made += out.made.length }
  if (out.unsettled) console.log('UNSETTLED', path)
  for (const { offer, refusal } of out.refused) {
    refused++
    const { line, column } = positionAt(out.result.source, offer.finding.range.start)
    console.log(`${path}:${line}:${column} ${offer.finding.rule}/${offer.finding.messageId} ${offer.finding.message} :: ${refusal.reason}: ${refusal.message}`)
  }
}
console.log({ files: files.length, fixed, changed, made, refused })
