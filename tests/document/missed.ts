import { expect } from 'vitest'
import { hasHint, hasMarkdownHint } from '../../src/document/hints.ts'
import { readBlocks, readWhole } from '../../src/document/read.ts'
import { createSource } from '../../src/source.ts'

const found = ['marks', 'entries', 'series', 'strays', 'residues', 'redefinitions', 'missing'] as const

/** A text that needs no reading has nothing to be found in. */
export function checkNothingMissed(text: string, path = 'any.md'): void {
  if (path.endsWith('.md') ? hasMarkdownHint(text) : hasHint(text)) return
  const document = readWhole(createSource(path, text), readBlocks, {})
  for (const name of found) expect(document[name], `${name} of ${JSON.stringify(text)}`).toEqual([])
}
