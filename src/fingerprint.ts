import type { Data, FileResult, Finding } from './finding.ts'
import { sha256 } from './sha256.ts'
import { lineAt } from './source.ts'
import type { Source } from './source.ts'

/**
 * What a finding is recognised by after edits elsewhere in the document: a hash of path, rule, message id, data, the
 * text of its line and how many of the same kind come before it. No line number, so that a new paragraph above leaves
 * it as it is. The findings that a directive silenced are counted with the others.
 */
export function fingerprints(file: FileResult): ReadonlyMap<Finding, string> {
  const findings = [...file.findings, ...file.suppressed.map((one) => one.finding)]
  findings.sort((one, other) => one.range.start - other.range.start)
  const lineHash = hashLines(file.source)
  const seen = new Map<string, number>()
  return new Map(
    findings.map((finding) => {
      const { rule, messageId, data, range } = finding
      const key = JSON.stringify([file.source.path, rule, messageId, sortedData(data), lineHash(range.start)])
      const occurrence = (seen.get(key) ?? 0) + 1
      seen.set(key, occurrence)
      return [finding, sha256(`${key}#${occurrence}`).slice(0, 32)]
    }),
  )
}

function sortedData(data: Data): [string, Data[string]][] {
  return Object.entries(data).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** Each line is hashed once, however many findings it has: a document may be one line of ten megabytes. */
function hashLines(source: Source): (offset: number) => string {
  const hashes = new Map<number, string>()
  return (offset) => {
    const line = lineAt(source, offset)
    let hash = hashes.get(line)
    if (hash === undefined) {
      const text = source.text.slice(source.lineStarts[line - 1], source.lineStarts[line])
      hash = sha256(text.replace(/\s+/g, ' ').trim())
      hashes.set(line, hash)
    }
    return hash
  }
}
