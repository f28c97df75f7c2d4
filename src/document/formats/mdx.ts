import remarkMdx from 'remark-mdx'
import type { Problem, Reading } from '../document.ts'
import { offsetAt } from '../../source.ts'
import type { Source } from '../../source.ts'
import { frontMatterLength } from './front-matter.ts'
import { commentsOf } from './jsx.ts'
import { readMarkdown } from './markdown.ts'
import { createParser, readTree } from './parse.ts'
import { isTooCostly } from './segment.ts'
import { splitSegments } from './split.ts'

const parse = createParser(remarkMdx)

/**
 * MDX → the prose in it. A text that is no MDX is read as Markdown, and has a problem. So is one that would take the
 * parser too long, which has none.
 */
export function readMdx(source: Source): Reading {
  const { text } = source
  const masked = maskForeign(text)
  if (splitSegments(masked, 0).some(({ start, end }) => isTooCostly(masked.slice(start, end))))
    return asMarkdown(source)
  try {
    return readTree(text, parse(masked))
  } catch (error) {
    return { ...asMarkdown(source), problems: [problemOf(source, error)] }
  }
}

/**
 * What MDX does not know and sites that are made of it do (Docusaurus): front matter, comments of HTML and ids of
 * headings. Nothing changes its place: comments become comments of JSX, the rest white space.
 */
function maskForeign(text: string): string {
  const front = frontMatterLength(text)
  const words = withJsxComments(text.slice(front)).replace(
    /^( {0,3}#{1,6}[ \t].*?)(\{#[^{}\r\n]*\})(?=[ \t]*$)/gm,
    (_, title: string, id: string) => title + ' '.repeat(id.length),
  )
  return text.slice(0, front).replace(/[^\r\n]/g, ' ') + words
}

function withJsxComments(text: string): string {
  let masked = ''
  let from = 0
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', at + 4)
    if (close < 0) break
    masked += `${text.slice(from, at)}{/* ${text.slice(at + 4, close).replaceAll('*/', '  ')}*/}`
    from = close + 3
  }
  return masked + text.slice(from)
}

/** Markdown knows no comments of JSX; directives stand in them. */
function asMarkdown(source: Source): Reading {
  const reading = readMarkdown(source)
  const own = [...source.text.matchAll(/\{\s*\/\*[^*]*\*\/\s*\}/g)].flatMap(({ index, 0: written }) =>
    commentsOf(source.text, { start: index, end: index + written.length }),
  )
  const comments = [...reading.comments, ...own].sort((one, other) => one.start - other.start)
  return { ...reading, comments }
}

interface Refusal {
  readonly reason?: string
  readonly place?: { readonly offset?: number; readonly start?: { readonly offset?: number } }
}

/** Where the parser stopped, in its own words. Anything but a refusal comes of elements that stand too deep in others. */
function problemOf(source: Source, error: unknown): Problem {
  const { reason, place } = error as Refusal
  const [message = '', line, column] = /^([^]*?)(?: \((\d+):(\d+)-\d+:\d+\)[^]*)?$/.exec(reason ?? '')?.slice(1) ?? []
  const told = place?.offset ?? place?.start?.offset ?? offsetAt(source, Number(line), Number(column))
  const { length } = source.text
  const start = Math.max(0, Math.min(told ?? 0, length - 1))
  if (reason === undefined) return { start, end: start + 1, message: 'its elements are nested too deeply' }
  return { start, end: start + 1, message: message.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) }
}
