import type { Plugin, Transformer } from 'unified'
import { lint } from './api.ts'
import type { Config } from './config/schema.ts'
import type { Finding, Severity } from './finding.ts'
import { positionAt } from './source.ts'
import type { Range, Source } from './source.ts'

type VFile = Parameters<Transformer>[1]

/** As unified-engine and remark-lint have it: `true` fails a run, `false` warns, `undefined` informs. */
const fatality: Record<Severity, boolean | undefined> = { error: true, warning: false, info: undefined }

/**
 * footlint as a unified plugin: what it finds in the text of a file becomes messages of that file. The tree is left
 * alone; it need not even be Markdown's.
 */
export const remarkFootlint: Plugin<[config?: Config]> = (config) => (_tree, file) => {
  const { source, findings } = lint(String(file), { path: file.path, format: 'markdown', config })
  for (const finding of findings) addMessage(file, source, finding)
}

export default remarkFootlint

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
  if (!fix?.edits.every((edit) => edit.start >= range.start && edit.end <= range.end)) return undefined
  let text = ''
  let at = range.start
  for (const edit of fix.edits.toSorted((one, other) => one.start - other.start)) {
    text += source.text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return text + source.text.slice(at, range.end)
}
