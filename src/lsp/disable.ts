import { readDocument } from '../document/read.ts'
import type { Edit, FileResult, Finding } from '../finding.ts'
import { edited, withText } from '../fix/edits.ts'
import { lintDocument } from '../lint.ts'
import { lineAt } from '../source.ts'
import type { FormatName, Source } from '../source.ts'
import type { View } from './view.ts'

/** Formats with comments that directives can stand in. */
const comments: Readonly<Partial<Record<FormatName, readonly [open: string, close: string]>>> = {
  markdown: ['<!-- ', ' -->'],
  quarto: ['<!-- ', ' -->'],
  html: ['<!-- ', ' -->'],
  mdx: ['{/* ', ' */}'],
}

/**
 * Silences a finding with a comment in its line or, where that cannot be, above it. Tried before it is offered: the finding
 * is silent then, and nothing else is found. `undefined` where nobody can write one.
 */
export async function disableFinding(view: View, finding: Finding): Promise<Edit | undefined> {
  const { source, settings } = view
  const comment = comments[source.format]
  if (!comment || !settings.directives || finding.rule.startsWith('directive-')) return undefined
  for (const make of [inLine, above]) {
    const edit = make(source, finding, comment)
    if (await isSilenced(view, finding, edit)) return edit
  }
  return undefined
}

function inLine(source: Source, finding: Finding, [open, close]: readonly [string, string]): Edit {
  const { text, lineStarts } = source
  const line = lineAt(source, finding.range.start)
  const start = lineStarts[line - 1]!
  const whole = text.slice(start, lineStarts[line] ?? text.length)
  const words = whole.trimEnd()
  const known = /(?:<!--|\{\/\*) footlint-disable-line [\w/, -]+(?= (?:-->|\*\/\})$)/.exec(words)
  if (known && !known[0].includes(' -- ')) {
    const at = start + known.index + known[0].length
    return { start: at, end: at, text: `, ${finding.rule}` }
  }
  const at = start + words.length
  return { start: at, end: at, text: ` ${open}footlint-disable-line ${finding.rule}${close}` }
}

function above(source: Source, finding: Finding, [open, close]: readonly [string, string]): Edit {
  const { text, lineStarts } = source
  const line = lineAt(source, finding.range.start)
  const start = lineStarts[line - 1]!
  const [indentation] = /^[ \t>]*/.exec(text.slice(start))!
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const directive = `${indentation}${open}footlint-disable-next-line ${finding.rule}${close}${lineEnd}`
  return { start, end: start, text: directive }
}

async function isSilenced(view: View, finding: Finding, edit: Edit): Promise<boolean> {
  const { source, result } = view
  const after = await linted(view, withText(source, edited(source.text, [edit])))
  const count = ({ findings }: FileResult, isIt: (one: Finding) => boolean) => findings.filter(isIt).length
  const isSame = (one: Finding) => one.rule === finding.rule && one.messageId === finding.messageId
  const isOther = (one: Finding) => !isSame(one)
  return (
    after !== undefined &&
    count(after, isSame) < count(result, isSame) &&
    count(after, isOther) <= count(result, isOther) &&
    after.stats.markers === result.stats.markers &&
    after.stats.entries === result.stats.entries
  )
}

/** A text is judged by itself, or with its book. */
async function linted({ settings, read, library, book }: View, source: Source): Promise<FileResult | undefined> {
  if (!book) return lintDocument(readDocument(source, read, { ...settings, library }), settings)
  const { lintBook } = await import('../lint-book.ts')
  const texts = book.texts.map(({ resolution, ...text }) => ({
    ...text,
    ...(text.source.path === source.path && { source }),
    settings: resolution.settings,
  }))
  return lintBook(texts, book).find((file) => file.source === source)
}
