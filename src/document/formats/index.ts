import type { FormatName } from '../../source.ts'
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

/** The reader of a format, if it is not built in. */
export async function readerFor(format: FormatName): Promise<Reader | undefined> {
  return loaders[format]?.()
}
