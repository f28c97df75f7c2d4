import { readBibliography } from '../../bibliography/bibliography.ts'
import type { FormatName, Source } from '../../source.ts'
import type { Reader } from '../document.ts'

/** The formats whose parsers are loaded when a file needs them. Markdown and plain text are always there. */
const loaders: Partial<Record<FormatName, () => Promise<Reader>>> = {
  html: async () => (await import('./html.ts')).readHtmlPage,
  mdx: async () => (await import('./mdx.ts')).readMdx,
  quarto: async () => (await import('./quarto.ts')).readQuarto,
  org: async () => (await import('./org.ts')).readOrg,
  latex: async () => (await import('./latex.ts')).readLatex,
  notebook: async () => (await import('./notebook.ts')).readNotebook,
}

/** How Markdown is read: segment by segment, mostly by hand, or as one whole by the parser. Both find the same. */
export type Way = 'segments' | 'whole'

/** The reader of a source, if that of its format is not built in. */
export async function readerFor(source: Source, way: Way = 'segments'): Promise<Reader | undefined> {
  if (way === 'whole' && source.format === 'markdown') return (await import('./whole.ts')).readWholeMarkdown
  if (source.format !== 'bibliography') return loaders[source.format]?.()
  // Which parser a bibliography needs shows when it is read.
  const [{ readingOf }, bibliography] = await Promise.all([import('./bibliography.ts'), readBibliography(source)])
  return () => readingOf(bibliography)
}
