import { fingerprints } from '../fingerprint.ts'
import { summarize } from '../finding.ts'
import type { FileResult, Finding, Fix, Reporter } from '../finding.ts'
import { positionAt } from '../source.ts'
import type { Position, Range, Source } from '../source.ts'
import { printableJson } from './terminal.ts'

/** For programs: version 1 of the report that `schema/report.json` describes. */
export const json: Reporter = (run) => {
  const report = {
    version: 1,
    tool: { name: 'footlint', version: run.version },
    summary: summarize(run),
    files: run.files.map(describeFile),
    failures: run.failures,
  }
  return `${printableJson(JSON.stringify(report, undefined, 2))}\n`
}

/** A file as the report has it. */
export function describeFile(file: FileResult) {
  const { source, stats, findings, suppressed } = file
  const fingerprintOf = fingerprints(file)
  const describe = (finding: Finding) => ({ ...findingOf(source, finding), fingerprint: fingerprintOf.get(finding) })
  return {
    path: source.path,
    stats,
    findings: findings.map(describe),
    suppressed: suppressed.map(({ finding, by, reason }) => ({ ...describe(finding), by, reason })),
  }
}

function findingOf(source: Source, finding: Finding): object {
  const { rule, messageId, severity, message, data, range, related, fix, url } = finding
  return {
    rule,
    messageId,
    severity,
    message,
    data,
    ...placeOf(source, range),
    related: related.map((one) => ({
      message: one.message,
      ...(one.source && { path: one.source.path }),
      ...placeOf(one.source ?? source, one.range),
    })),
    fix: fix && describeFix(source, fix),
    url,
  }
}

/** One that was refused has no edits, and is none. */
function describeFix(source: Source, { title, safe, edits }: Fix): object | undefined {
  if (edits.length === 0) return undefined
  return { title, safe, edits: edits.map((edit) => ({ ...placeOf(source, edit), text: edit.text })) }
}

function placeOf(source: Source, range: Range): { start: Position; end: Position } {
  return { start: positionAt(source, range.start), end: positionAt(source, range.end) }
}
