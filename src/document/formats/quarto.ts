import type { Reading } from '../document.ts'
import type { Source } from '../../source.ts'
import { readMarkdown } from './markdown.ts'
import { projectReading } from './project.ts'
import { createProse, objectCharacter } from './prose.ts'

/**
 * Quarto and R Markdown → Markdown with what they add to it taken out: the fences of divs (`::: {.callout-note}`), whose
 * content is prose like any other, and shortcodes (`{{< video … >}}`). Chunks of code are code to Markdown, too.
 */
export function readQuarto(source: Source): Reading {
  const { text } = source
  if (!text.includes(':::') && !text.includes('{{<')) return readMarkdown(source)
  const prose = createProse(text)
  let from = 0
  for (const { index, 0: written, 1: prefix } of text.matchAll(fenceOrShortcode)) {
    const start = index + (prefix?.length ?? 0)
    if (prefix !== undefined && !isFence(text.slice(start, index + written.length))) continue
    prose.take(from, start)
    from = index + written.length
    if (prefix === undefined) prose.put(objectCharacter)
  }
  prose.take(from, text.length)
  const joined = prose.finish()
  return projectReading(readMarkdown({ ...source, text: joined.text }), joined)
}

/** A fence stands on a line of its own, in quotes and lists as well; a shortcode anywhere. */
const fenceOrShortcode = /^([ \t>]*):::[^\r\n]*|\{\{<[^{}]*>\}\}/gm

/** `:::`, `::: callout-note`, `:::: {#refs .x} ::::`; a line that goes on with words is none (Pandoc, fenced divs). */
function isFence(line: string): boolean {
  const words = line.replace(/^:+/, '').trim()
  let end = words.length
  while (words[end - 1] === ':') end--
  return /^(?:\{[^{}]*\}|[\w.-]*)$/.test(words.slice(0, end).trimEnd())
}
