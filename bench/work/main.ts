import { renderTable } from '../../scripts/generated.ts'
import { parseMarkdown } from '../../src/document/formats/parse.ts'
import { readMarkdown } from '../../src/document/formats/markdown.ts'
import { splitSegments } from '../../src/document/formats/split.ts'
import { hasMarkdownHint } from '../../src/document/hints.ts'
import { orderlyNotes } from '../../src/document/orderly/orderly.ts'
import { createSource } from '../../src/source.ts'
import { createRandom, documentOf } from '../speed/generate.ts'

/**
 * Counts what is done over made-up documents, the same in every run and on every machine: which part of them is read with
 * care, and which part of their characters the parser gets. Fails where one is more than it has to be.
 */
const kinds = [
  { name: 'documentation', marked: 20, limits: { read: 0.061, parsed: 0.001 } },
  { name: 'essays', marked: 100, limits: { read: 0.27, parsed: 0.001 } },
] as const

interface Work {
  readonly files: number
  readonly read: number
  readonly segments: number
  readonly characters: number
  readonly parsed: number
}

function workOver(marked: number): Work {
  const random = createRandom(marked)
  const texts = Array.from({ length: 200 }, () => documentOf(60, random() * 100 < marked, random))
  const unclear = texts.filter((text) => hasMarkdownHint(text) && !orderlyNotes(createSource('any.md', text), {}))
  let parsed = 0
  let segments = 0
  for (const text of unclear) {
    segments += splitSegments(text, 0).length
    readMarkdown(createSource('any.md', text), (words) => {
      parsed += words.length
      return parseMarkdown(words)
    })
  }
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  return { files: texts.length, read: unclear.length, segments, characters, parsed }
}

function main(): number {
  const rows = kinds.map(({ name, marked, limits }) => ({ name, limits, work: workOver(marked) }))
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  console.log(
    renderTable(
      ['documents', 'files', 'read with care', 'segments', 'characters', 'parsed'],
      rows.map(({ name, work: { files, read, segments, characters, parsed } }) => [
        name,
        String(files),
        share(read, files),
        String(segments),
        String(characters),
        share(parsed, characters),
      ]),
    ),
  )
  const exceeded = rows.filter(({ limits, work: { files, read, characters, parsed } }) => {
    return read > limits.read * files || parsed > limits.parsed * characters
  })
  for (const { name, limits } of exceeded)
    console.error(`${name}: more work than the limits ${JSON.stringify(limits)} allow`)
  return exceeded.length > 0 ? 1 : 0
}

process.exitCode = main()
