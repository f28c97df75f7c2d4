import type { Article } from './article.ts'
import type { Family } from './families.ts'
import { families } from './families.ts'
import { each, wrapped, writeParagraph } from './notation.ts'
import type { Notation } from './notation.ts'
import type { Chance } from './random.ts'

/** One way to write an article: a family in a format. */
export interface Form {
  readonly name: string
  readonly extension: string
  readonly family: Pick<Family, 'sources' | 'reuse' | 'clusters'>
  readonly write: (article: Article, chance: Chance) => string
}

const family = (name: string) => families.find((one) => one.name === name)!

function markdown(article: Article, one: Family, chance: Chance): string {
  const notation = { ...one.notation(chance, article), side: chance.pick(['before', 'after'] as const) }
  const width = chance.pick([72, 100, 10_000])
  const parts = article.sections.map(({ title, paragraphs }) =>
    [`## ${title}`, ...paragraphs.map((pieces) => wrapped(writeParagraph(pieces, notation), width))].join('\n\n'),
  )
  return `# ${article.title}\n\n${parts.join('\n\n')}\n${one.list ? `\n${one.list(article)}` : ''}`
}

const inMarkdown = families.map((one): Form => ({
  name: one.name,
  extension: 'md',
  family: one,
  write: (article, chance) => markdown(article, one, chance),
}))

/** The same text, put into another format that holds Markdown. */
function wrap(name: string, extension: string, around: (text: string) => string): Form {
  const one = family(name)
  return { name, extension, family: one, write: (article, chance) => around(markdown(article, one, chance)) }
}

function plainText(article: Article, one: Family, chance: Chance): string {
  return markdown(article, one, chance)
    .replaceAll(/^#+ (.*)$/gm, (_all, title: string) => title.toUpperCase())
    .replaceAll(/^(\[\d+\] )(.*)$/gm, (_all, label: string, words: string) =>
      wrapped(label + words, 72).replaceAll('\n', `\n${' '.repeat(label.length)}`),
    )
}

const plain = { side: 'after' } as const

/** A page with raised links to the items of its list. */
function htmlPage({ title, sections, sources }: Article): string {
  const notation: Notation = { ...plain, cite: each((number) => `<sup><a href="#fn${number}">${number}</a></sup>`) }
  const body = sections.flatMap((section) => [
    `<h2>${section.title}</h2>`,
    ...section.paragraphs.map((pieces) => `<p>${writeParagraph(pieces, notation)}</p>`),
  ])
  const items = sources.map(({ text }, index) => `<li id="fn${index + 1}">${text}</li>`)
  return [`<h1>${title}</h1>`, ...body, '<h2>Notes</h2>', '<ol>', ...items, '</ol>', ''].join('\n')
}

/** A page with numbers typed into the text and before the sources. */
function htmlNumbers({ title, sections, sources }: Article): string {
  const notation: Notation = { ...plain, cite: each((number) => `[${number}]`) }
  const body = sections.flatMap((section) => [
    `<h2>${section.title}</h2>`,
    ...section.paragraphs.map((pieces) => `<p>${writeParagraph(pieces, notation)}</p>`),
  ])
  const items = sources.map(({ text }, index) => `<p>\n[${index + 1}] ${text}</p>`)
  return [`<h1>${title}</h1>`, ...body, '<h2>References</h2>', ...items, ''].join('\n')
}

function latex({ title, sections, sources }: Article): string {
  const notation: Notation = { ...plain, cite: each((number) => `[${number}]`) }
  const body = sections.flatMap((section) => [
    `\\section{${section.title}}`,
    ...section.paragraphs.map((pieces) => wrapped(writeParagraph(pieces, notation), 90)),
  ])
  const items = sources.map(({ text }, index) => `[${index + 1}] ${text}`)
  const all = [...body, '\\section*{References}', ...items].join('\n\n')
  return `\\documentclass{article}\n\\title{${title}}\n\\begin{document}\n${all}\n\\end{document}\n`
}

function org({ title, sections, sources }: Article): string {
  const notation: Notation = { ...plain, cite: each((number) => `[${number}]`) }
  const body = sections.flatMap((section) => [
    `* ${section.title}`,
    ...section.paragraphs.map((pieces) => wrapped(writeParagraph(pieces, notation), 90)),
  ])
  const items = sources.map(({ text }, index) => `[${index + 1}] ${text}`)
  return `#+TITLE: ${title}\n\n${[...body, '* References', ...items].join('\n\n')}\n`
}

/** Keys of a list in the document itself. */
function latexKeys({ title, sections, sources }: Article): string {
  const keyOf = (number: number) => `${sources[number - 1]!.author.toLowerCase().replace('ø', 'o')}${number}`
  const notation: Notation = { side: 'before', cite: (numbers) => `~\\cite{${numbers.map(keyOf).join(',')}}` }
  const body = sections.flatMap((section) => [
    `\\section{${section.title}}`,
    ...section.paragraphs.map((pieces) => wrapped(writeParagraph(pieces, notation), 90)),
  ])
  const items = sources.map(({ text }, index) => `\\bibitem{${keyOf(index + 1)}} ${text}\n`)
  const list = ['\\begin{thebibliography}{99}', ...items, '\\end{thebibliography}'].join('\n')
  const all = [...body, list].join('\n\n')
  return `\\documentclass{article}\n\\title{${title}}\n\\begin{document}\n${all}\n\\end{document}\n`
}

function orgNotes({ title, sections, sources }: Article): string {
  const notation: Notation = { ...plain, cite: each((number) => `[fn:${number}]`) }
  const body = sections.flatMap((section) => [
    `* ${section.title}`,
    ...section.paragraphs.map((pieces) => wrapped(writeParagraph(pieces, notation), 90)),
  ])
  const items = sources.map(({ text }, index) => `[fn:${index + 1}] ${text}`)
  return `#+TITLE: ${title}\n\n${[...body, '* Footnotes', ...items].join('\n\n')}\n`
}

function notebook(text: string): string {
  const cells = text
    .split(/\n(?=## )/)
    .map((source) => ({ cell_type: 'markdown', metadata: {}, source: lines(source) }))
  return `${JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`
}

const lines = (text: string) => text.split(/(?<=\n)/)
const numbers = family('numbers')

export const forms: readonly Form[] = [
  ...inMarkdown,
  {
    name: 'numbers',
    extension: 'txt',
    family: numbers,
    write: (article, chance) => plainText(article, numbers, chance),
  },
  { name: 'superscripts', extension: 'html', family: { ...numbers, clusters: false }, write: htmlPage },
  { name: 'numbers', extension: 'html', family: numbers, write: htmlNumbers },
  { name: 'numbers', extension: 'tex', family: numbers, write: latex },
  { name: 'numbers', extension: 'org', family: numbers, write: org },
  { name: 'keys', extension: 'tex', family: numbers, write: latexKeys },
  { name: 'footnotes', extension: 'org', family: { ...numbers, clusters: false }, write: orgNotes },
  wrap('footnotes', 'ipynb', notebook),
  wrap(
    'footnotes',
    'mdx',
    (text) => `import Chart from './chart.js'\n\n${text.replace('\n## ', '\n<Chart id="coast" />\n\n## ')}`,
  ),
  wrap('footnotes with names', 'qmd', (text) => `---\ntitle: A coast\n---\n\n${text}`),
]
