import { createRequire } from 'node:module'
import type { Block, Document, NotationChoices, Reading } from '../../src/document/document.ts'
import { readWholeMarkdown } from '../../src/document/formats/whole.ts'
import { readDocument } from '../../src/document/read.ts'
import { createSource, positionAt } from '../../src/source.ts'

/** The examples of the CommonMark specification, as Markdown. */
export const commonmarkExamples: readonly { readonly number: number; readonly markdown: string }[] = (
  createRequire(import.meta.url)('commonmark-spec') as { tests: { number: number; markdown: string }[] }
).tests.map(({ number, markdown }) => ({ number, markdown: markdown.replaceAll('→', '\t') }))

/** A text read by the parser alone, as one whole behind its front matter. */
export const readWhole = (text: string): Reading => readWholeMarkdown(createSource('any.md', text))

/** A reading without identities: lists are counted, runs that touch are one, empty ones are none. */
export function valuesOf({ blocks, notes, definitions, comments }: Reading) {
  const lists = new Map<object, number>()
  const countOf = (list: object) => lists.get(list) ?? lists.set(list, lists.size).size - 1
  const values = blocks.map((block) => {
    const { kind, start, end, text, links, depth, quoted, note, item } = block
    const own = item && { ...item, list: countOf(item.list) }
    return { kind, start, end, text, runs: mergeRuns(block), links, depth, quoted, note, item: own }
  })
  return { blocks: values, notes, definitions, comments }
}

function mergeRuns({ runs }: Block): Block['runs'] {
  const merged: Block['runs'][number][] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && last.start + last.length === run.start && last.at + last.length === run.at) {
      merged[merged.length - 1] = { ...last, length: last.length + run.length }
    } else if (run.length > 0) merged.push(run)
  }
  return merged
}

/** Reads a text of the given name. */
export const read = (text: string, path = 'any.md', notations: NotationChoices = {}): Document =>
  readDocument(createSource(path, text), undefined, { notations })

/** `[1]: reason` of all candidates, in their order. */
export function reasonsOf(text: string, path?: string, notations?: NotationChoices): string[] {
  return read(text, path, notations).verdicts.map(
    ({ candidate, accepted, reason }) => `${candidate.text} ${accepted ? 'yes' : 'no'}: ${reason}`,
  )
}

/** `line:column` of an offset. */
export function placeIn({ source }: Document, offset: number): string {
  const { line, column } = positionAt(source, offset)
  return `${line}:${column}`
}
