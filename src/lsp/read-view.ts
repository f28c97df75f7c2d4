import type { Resolution } from '../config/resolve.ts'
import type { Reader } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { lintDocument } from '../lint.ts'
import { decodeSource, readOptions, readSource } from '../project/read.ts'
import { visitBook } from '../project/visit-book.ts'
import type { VisitedBook, VisitedText } from '../project/visit-book.ts'
import { createSource, promisedFormat } from '../source.ts'
import type { FormatName, Source } from '../source.ts'
import type { Project } from './project.ts'
import type { View } from './view.ts'

/** A text that is open in an editor. */
export interface OpenText {
  /** Relative to the folder of the project, with `/`. */
  readonly path: string
  readonly text: string
  /** What the editor says that it is, for a name that promises nothing. */
  readonly language: FormatName | undefined
  /** Reads Markdown, and knows what it read last; where nobody edits, the text is read once. */
  readonly reader?: Reader
}

/** Reads a text and runs the rules, with the book that it belongs to. An error says why that cannot be. */
export async function readView(open: OpenText, project: Project): Promise<View> {
  const { path } = open
  const configuration = await project.configurationOf(path)
  const book = await project.findBook(path, configuration)
  if (book) {
    const visited: VisitedBook[] = []
    await visitBook(
      book,
      new Set([path]),
      (own) => takeFile(own, project, own === path ? open : undefined),
      (one) => void visited.push(one),
    )
    const view = visited[0] && (await viewOfBook(visited[0], open, project))
    if (view) return view
  }
  return viewOfText(await takeFile(path, project, open), open, project)
}

async function takeFile(path: string, project: Project, open: OpenText | undefined): Promise<VisitedText> {
  const resolution = (await project.configurationOf(path)).resolve(path)
  const source = sourceOf(path, project, resolution, open)
  const library = await project.shelf.libraryOf(source, resolution.bibliography)
  return { source, resolution, read: await project.shelf.readerOf(source), library }
}

function sourceOf(path: string, { cwd, bytesOf }: Project, resolution: Resolution, open?: OpenText): Source {
  if (!open) return readSource(path, cwd, readOptions(resolution), bytesOf)
  const format = resolution.format ?? (promisedFormat(path) === undefined ? open.language : undefined)
  const options = readOptions({ ...resolution, format })
  // What says of bytes that they are no text shows at their beginning.
  decodeSource(path, Buffer.from(open.text.slice(0, 8192)), options)
  return createSource(path, open.text, options)
}

/** Where the format has no reader of its own, the one of the open text does. */
const readerOf = ({ source, read }: Pick<VisitedText, 'source' | 'read'>, { reader }: OpenText) =>
  read ?? (source.format === 'markdown' ? reader : undefined)

function viewOfText(text: VisitedText, open: OpenText, { cwd, shown }: Project): View {
  const { source, resolution, read, library } = text
  const { settings } = resolution
  const document = readDocument(source, readerOf(text, open), { ...settings, library })
  const result = lintDocument(document, settings)
  return {
    cwd,
    source,
    settings,
    read,
    library,
    result,
    findings: shown(result),
    documents: [document],
    parts: [{ source, start: 0, end: source.text.length }],
    start: 0,
    reaching: new Map(),
    book: undefined,
  }
}

async function viewOfBook(book: VisitedBook, open: OpenText, { cwd, shown }: Project): Promise<View | undefined> {
  const { lintWholeBook } = await import('../lint-book.ts')
  const texts = book.texts.map(({ resolution, ...text }) => ({ ...text, settings: resolution.settings }))
  const index = texts.findIndex(({ source }) => source.path === open.path)
  const text = texts[index]
  if (!text) return undefined
  const read = texts.with(index, { ...text, read: readerOf(text, open) })
  const { book: joined, files, reaching } = lintWholeBook(read, { scope: book.scope, isWhole: book.isWhole })
  return {
    cwd,
    source: text.source,
    settings: text.settings,
    read: text.read,
    library: text.library,
    result: files[index]!,
    findings: shown(files[index]!),
    documents: joined.documents,
    parts: joined.parts,
    start: joined.parts[index]!.start,
    reaching,
    book,
  }
}
