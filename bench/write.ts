import { readFileSync, writeFileSync } from 'node:fs'
import { replaceGenerated } from '../scripts/generated.ts'

/** Puts what was measured into a page of the docs, between `<!-- name -->` and `<!-- /name -->`. Run from the root. */
export function writeGenerated(path: string, name: string, content: string): void {
  const page = readFileSync(path, 'utf8')
  writeFileSync(path, replaceGenerated(page, name, content))
  console.log(`\n${path} written`)
}
