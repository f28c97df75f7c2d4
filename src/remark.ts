import type { Plugin, Transformer } from 'unified'
import { lint, lintText } from './api.ts'
import type { Config } from './config/schema.ts'
import type { FileResult, Finding, Severity } from './finding.ts'
import { positionAt, promisedFormat } from './source.ts'
import type { Range, Source } from './source.ts'

type VFile = Parameters<Transformer>[1]

/** As unified-engine and remark-lint have it: `true` fails a run, `false` warns, `undefined` informs. */
const fatality: Record<Severity, boolean | undefined> = { error: true, warning: false, info: undefined }

/**
 * footlint as a unified plugin: what it finds in the text of a file becomes messages of that file. The tree is left
 * alone; it need not even be Markdown's.
 */
export const remarkFootlint: Plugin<[config?: Config]> = (config) => (_tree, file) => {
  const text = String(file)
  // A text that is no file has no path, whatever its type says.
  const path = file.history.at(-1)
  const format = (path === undefined ? undefined : promisedFormat(path)) ?? 'markdown'
  // Only what has to be loaded makes a run asynchronous.
  if (format !== 'mdx' && format !== 'quarto')
    return addMessages(file, lintText(text, { path, format: 'markdown', config }))
  return lint(text, { path, format, config }).then((result) => addMessages(file, result))
}

export default remarkFootlint

function addMessages(file: VFile, { source, findings }: FileResult): void {
  for (const finding of findings) addMessage(file, source, finding)
}

function addMessage(file: VFile, source: Source, finding: Finding): void {
  const message = file.message(finding.message, {
    place: placeOf(source, finding.range),
    ruleId: finding.rule,
    source: 'footlint',
  })
  message.fatal = fatality[finding.severity]
  message.url = finding.url
  message.actual = source.text.slice(finding.range.start, finding.range.end)
  const expected = replacement(source, finding)
  if (expected !== undefined) message.expected = [expected]
  if (finding.related.length > 0) message.note = finding.related.map((one) => relatedLine(source, one)).join('\n')
}

function placeOf(source: Source, range: Range) {
  return { start: positionAt(source, range.start), end: positionAt(source, range.end) }
}

function relatedLine(source: Source, related: Finding['related'][number]): string {
  const { line, column } = positionAt(source, related.range.start)
  return `${line}:${column} ${related.message}`
}

/** What the place of a finding would be after its fix; `undefined` where the fix changes text elsewhere. */
function replacement(source: Source, { fix, range }: Finding): string | undefined {
  if (!fix || fix.edits.length === 0) return undefined
  if (!fix.edits.every((edit) => edit.start >= range.start && edit.end <= range.end)) return undefined
  let text = ''
  let at = range.start
  for (const edit of fix.edits.toSorted((one, other) => one.start - other.start)) {
    text += source.text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return text + source.text.slice(at, range.end)
}
