import type { Range } from '../source.ts'
import { readCslItems } from './csl-items.ts'
import type { CslFile } from './csl-items.ts'
import { child, scalar } from './node.ts'
import type { Node } from './node.ts'
import type { Placed, Problem } from './problem.ts'
import { readYaml } from './yaml.ts'

/** What the front matter of a document says of its citations (manual of Pandoc, "Citations"; Quarto and R Markdown do the same). */
export interface FrontMatter {
  /** Paths or URLs of bibliographies, as they are written: relative to the document or to where Pandoc runs. */
  readonly bibliography: readonly Placed[]
  /** R has to be run to know what they are called (`` `r …` ``, `!expr …`). */
  readonly isComputed: boolean
  /** Keys that are in the list without being cited; `*` means all of them. */
  readonly nocite: readonly Placed[]
  /** The CSL style: a path, a URL or a name. */
  readonly csl: Placed | undefined
  readonly referenceSectionTitle: Placed | undefined
  /** BCP 47. */
  readonly language: Placed | undefined
  /** Items in the front matter itself. */
  readonly references: CslFile
  readonly problems: readonly Problem[]
}

/**
 * Reads the front matter in YAML of a document. Takes the document's text and the length of its front matter, fences
 * included; ranges are UTF-16 offsets in the document. `undefined` where there is none, or one in TOML. Throws nothing.
 * Brings the parser of YAML with it: import it when a document has front matter.
 */
export function readFrontMatter(text: string, length: number): FrontMatter | undefined {
  const body = bodyOf(text.slice(0, length))
  if (!body) return undefined
  const { roots, problems } = readYaml(text.slice(body.start, body.end), body.start)
  const root = roots[0]
  const references = child(root, 'references')
  const named = stringsOf(child(root, 'bibliography'))
  const isCode = ({ value, range }: Placed) =>
    value.startsWith('`') || /!expr\s+["']?$/.test(text.slice(Math.max(0, range.start - 12), range.start))
  return {
    bibliography: named.filter((one) => !isCode(one)),
    isComputed: named.some(isCode),
    nocite: stringsOf(child(root, 'nocite')).flatMap(({ range }) => keysIn(text, range)),
    csl: placed(child(root, 'csl') ?? child(root, 'citation-style')),
    referenceSectionTitle: placed(child(root, 'reference-section-title')),
    language: placed(child(root, 'lang')),
    references: references?.kind === 'list' ? readCslItems(references) : { items: [], problems: [] },
    problems,
  }
}

/** What stands between the fences. */
function bodyOf(front: string): Range | undefined {
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(front)
  const closing = /(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?$/.exec(front)
  if (!opening || !closing || closing.index < opening[0].length) return undefined
  return { start: opening[0].length, end: closing.index }
}

function placed(node: Node | undefined): Placed | undefined {
  const found = scalar(node)
  return found && { value: found.text.trim(), range: found.range }
}

/** One string, a list of them, or, where a document has several bibliographies, a map. R code (`` `r …` ``) is among them. */
function stringsOf(node: Node | undefined): readonly Placed[] {
  if (node?.kind === 'list') return node.items.flatMap(stringsOf)
  if (node?.kind === 'map') return node.pairs.flatMap(({ value }) => stringsOf(value))
  const found = placed(node)
  return found ? [found] : []
}

/** Keys as Pandoc reads them: a letter, digit or `_`, then also single signs between those; or anything in braces. */
const key = /@(?:\{([^{}\s]+)\}|(\*|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/gu

function keysIn(text: string, { start, end }: Range): readonly Placed[] {
  return [...text.slice(start, end).matchAll(key)].map((match): Placed => {
    const value = match[1] ?? match[2]!
    const at = start + match.index + (match[1] === undefined ? 1 : 2)
    return { value, range: { start: at, end: at + value.length } }
  })
}
