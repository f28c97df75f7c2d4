import { readFrontMatter } from '../bibliography/front-matter.ts'
import { entriesOfCsl } from '../bibliography/from-csl.ts'
import type { Named } from './named.ts'

/** What the front matter of a document names. Brings the parser of YAML with it: import it when there is front matter. */
export function namedInFrontMatter(text: string, length: number): Named | undefined {
  const front = readFrontMatter(text, length)
  if (!front) return undefined
  const { entries } = entriesOfCsl(front.references)
  if (front.bibliography.length === 0 && !front.isComputed && entries.length === 0) return undefined
  const head = text.slice(0, length)
  return {
    paths: front.bibliography,
    isOpen: front.isComputed || front.problems.length > 0 || /^(?:metadata-files|defaults)[ \t]*:/m.test(head),
    // Pages of a site generator name files of a folder that only the site knows; `write_bib(…, 'packages.bib')` makes one.
    isMistake: (path) => !/^(?:layout|permalink)[ \t]*:/m.test(head) && !text.includes(path, length),
    isShared: /\{\{<\s*include\b|```\{r[^}\n]*child/.test(text),
    own: entries,
    nocite: front.nocite.map(({ value }) => value),
  }
}
