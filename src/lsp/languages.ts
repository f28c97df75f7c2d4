import type { FormatName } from '../source.ts'

/** What editors call the languages that we read, where the name of a text promises nothing. */
const formats: Readonly<Record<string, FormatName>> = {
  markdown: 'markdown',
  gfm: 'markdown',
  'markdown.mdx': 'mdx',
  mdx: 'mdx',
  quarto: 'quarto',
  rmd: 'quarto',
  rmarkdown: 'quarto',
  plaintext: 'text',
  text: 'text',
  html: 'html',
  org: 'org',
  latex: 'latex',
  tex: 'latex',
  plaintex: 'latex',
  bibtex: 'bibliography',
  bib: 'bibliography',
}

export function formatOfLanguage(language: string): FormatName | undefined {
  return Object.hasOwn(formats, language) ? formats[language] : undefined
}
