import type { Reading } from '../document.ts'
import type { Source } from '../../source.ts'
import { frontMatterLength } from './front-matter.ts'
import { parseMarkdown } from './parse.ts'
import { shiftReading } from './shift.ts'

/** Reads Markdown with the parser alone, as one whole behind its front matter: what reading in segments has to agree with. */
export function readWholeMarkdown({ text }: Source): Reading {
  const from = frontMatterLength(text)
  return shiftReading(parseMarkdown(text.slice(from)), from, 0)
}
