import type { Resolver } from '../../config/resolve.ts'
import { readerFor } from '../../document/formats/index.ts'
import { noLibrary } from '../../document/library.ts'
import { RuleError } from '../../errors.ts'
import type { FileResult, Finding, Severity } from '../../finding.ts'
import { describeFile } from '../../reporters/json.ts'
import { printableJson } from '../../reporters/terminal.ts'
import type { RuleSetting, Settings } from '../../settings.ts'
import { createSource } from '../../source.ts'
import { lintFile } from '../lint-file.ts'
import type { LintedFile } from '../lint-file.ts'
import type { Line } from './lines.ts'
import { parseLine } from './record.ts'
import type { Id, LineRecord, Problem } from './record.ts'
import { findingsInText, listSources, settingsForSources, unusedSources } from './sources.ts'
import type { SourcePlace } from './sources.ts'

/** What documents of a stream are called: no file has the name, so no override and no ignore file means them. */
export const documentName = '<jsonl>'

/** Gives the line that answers one. Whatever is wrong with it, there is an answer. */
export async function answerLine(line: Line, configuration: Resolver, limit: number): Promise<string> {
  const parsed = parseLine(line, limit)
  if ('problem' in parsed) return errorLine(line.number, parsed.problem, parsed.id)
  try {
    return render(await reportOf(parsed.record, configuration))
  } catch (error) {
    return errorLine(line.number, internal(error), parsed.record.id)
  }
}

/** An answer that is no report. */
export function errorLine(line: number, problem: Problem, id?: Id): string {
  return render({ ...(id !== undefined && { id }), line, error: problem })
}

export function internal(error: unknown): Problem {
  const cause = error instanceof RuleError ? error.message : `footlint broke: ${String(error)}`
  return { code: 'internal', message: cause }
}

const render = (value: object) => `${printableJson(JSON.stringify(value))}\n`

async function reportOf(record: LineRecord, configuration: Resolver): Promise<object> {
  const { sources = [], text, format } = record
  const { settings } = configuration.resolve(documentName)
  if (sources.length === 0) return reportOn(record, (await lintText(record, text, settings)).result)
  const listed = listSources(record, sources)
  const { result, document } = await lintText(record, listed.text, settingsForSources(settings))
  const own = {
    ...result,
    source: createSource(documentName, text, { format }),
    findings: findingsInText(result, listed),
  }
  const setting = settings.rules.find(({ rule }) => rule.id === 'entry-unused')
  return reportOn(record, own, setting && unusedSources(document, listed, sources).map(unusedFinding(setting)))
}

async function lintText({ format }: LineRecord, text: string, settings: Settings): Promise<LintedFile> {
  const source = createSource(documentName, text, { format })
  return lintFile(source, settings, { read: await readerFor(source), library: noLibrary })
}

/** A finding about a source: it has a number in place of a range. */
interface UnusedFinding extends Pick<Finding, 'rule' | 'messageId' | 'severity' | 'message' | 'data'> {
  readonly source: SourcePlace
}

const unusedFinding =
  ({ rule, severity }: RuleSetting) =>
  (source: SourcePlace): UnusedFinding => {
    const message = `Nothing cites source ${source.number}`
    return { rule: rule.id, messageId: 'unused', severity, message, data: { entry: String(source.number) }, source }
  }

function reportOn({ id }: LineRecord, file: FileResult, unused: readonly UnusedFinding[] = []): object {
  const { stats, findings, suppressed } = describeFile(file)
  const all = [...file.findings, ...unused]
  const count = (one: Severity) => all.filter(({ severity }) => severity === one).length
  const summary = { errors: count('error'), warnings: count('warning'), infos: count('info') }
  return { id, summary, stats, findings: [...findings, ...unused], suppressed }
}
