import type { BibliographyEntry } from '../bibliography/bibliography.ts'
import type { Placed } from '../bibliography/problem.ts'
import type { Source } from '../source.ts'
import { frontMatterLength } from './formats/front-matter.ts'

/** What a document says of its bibliographies. */
export interface Named {
  /** Paths and addresses as they are written. */
  readonly paths: readonly Placed[]
  /** More may be named where nobody looks: in a file that is included, or by code. */
  readonly isOpen: boolean
  /** Tells of a path that leads nowhere whether that is a mistake, and no matter of where a program searches or what it makes. */
  readonly isMistake: (path: string) => boolean
  /** Files that are included may cite its records. */
  readonly isShared: boolean
  readonly own: readonly BibliographyEntry[]
  readonly nocite: readonly string[]
}

/** What a document names; `undefined` where it names nothing, which most documents do. */
export async function namedBibliographies(source: Source): Promise<Named | undefined> {
  const { format, text } = source
  if (format === 'latex') return namedInLatex(text)
  if (format === 'org') return namedInOrg(text)
  if (format === 'markdown' || format === 'quarto' || format === 'mdx') return namedInFrontMatter(text)
  return undefined
}

/** Keys of front matter. */
export const namingKeys = ['bibliography', 'references', 'nocite']
const key = new RegExp(String.raw`^[ \t]*["']?(?:${namingKeys.join('|')})["']?[ \t]*:`, 'm')

async function namedInFrontMatter(text: string): Promise<Named | undefined> {
  const length = namingLength(text)
  return length === 0 ? undefined : (await import('./named-in-front-matter.ts')).namedInFrontMatter(text, length)
}

/** The length of front matter that names bibliographies, or 0. */
export function namingLength(text: string): number {
  const length = text.startsWith('---') ? frontMatterLength(text) : 0
  return length > 0 && key.test(text.slice(0, length)) ? length : 0
}

const command =
  /\\(bibliography|addbibresource|addglobalbib|nocite)\*?[ \t]*(?:\[[^\]\n]{0,200}\][ \t]*)?\{([^{}]{0,2000})\}/g

function namedInLatex(text: string): Named | undefined {
  if (!/\\(?:bibliography|addbibresource|addglobalbib|nocite|begin\{thebibliography\})/.test(text)) return undefined
  const paths: Placed[] = []
  const nocite: string[] = []
  let isResource = false
  for (const { index, 0: written, 1: name, 2: list } of text.matchAll(command)) {
    if (isCommented(text, index)) continue
    const from = index + written.length - 1 - list!.length
    for (const { index: at, 0: value } of list!.matchAll(/[^\s,](?:[^,\r\n]*[^\s,])?/g)) {
      if (name === 'nocite') nocite.push(value)
      else paths.push({ value: withExtension(value), range: { start: from + at, end: from + at + value.length } })
    }
    isResource ||= name !== 'nocite' && name !== 'bibliography'
  }
  const includes = /\\(?:input|include|subfile|import|subimport|includefrom)\b\*?[ \t]*\{/.test(text)
  // Resources may be named by whatever is included, the only `\bibliography` may not.
  return { paths, isOpen: includes && isResource, isMistake: () => false, isShared: includes, own: [], nocite }
}

/** BibTeX puts the extension behind the names of `\bibliography` itself. */
const withExtension = (path: string) => (/\.(?:bib|json|ya?ml)$/i.test(path) ? path : `${path}.bib`)

/** Behind a `%` of its line that is no sign of the text. */
function isCommented(text: string, at: number): boolean {
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 1000)
  return /(?:^|[^\\])%/.test(text.slice(lineStart, at))
}

function namedInOrg(text: string): Named | undefined {
  const keyword = /^[ \t]*#\+(bibliography|include|setupfile):[ \t]*(\S[^\r\n]*)/gim
  const paths: Placed[] = []
  let isShared = false
  for (const { index, 0: line, 1: name, 2: value } of text.matchAll(keyword)) {
    const path = value!.trim().replace(/^"(.*)"$/, '$1')
    const start = index + line.length - value!.length + value!.indexOf(path)
    if (name!.toLowerCase() === 'bibliography') paths.push({ value: path, range: { start, end: start + path.length } })
    else isShared = true
  }
  for (const { index, 0: link, 1: list } of text.matchAll(/(?<![\w+])(?:no)?bibliography:([^\s<>[\]]+)/g)) {
    const from = index + link.length - list!.length
    for (const { index: at, 0: value } of list!.matchAll(/[^,]+/g)) {
      paths.push({ value: withExtension(value), range: { start: from + at, end: from + at + value.length } })
    }
  }
  return paths.length === 0
    ? undefined
    : { paths, isOpen: isShared, isMistake: () => true, isShared, own: [], nocite: [] }
}
