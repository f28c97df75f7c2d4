import type { Finding, RuleSummary, Run } from '../finding.ts'

/** A rule as a SARIF log describes it. */
export interface ReportingDescriptor {
  readonly id: string
  readonly [property: string]: unknown
}

/**
 * The rules of a run: those that are known, then those of plugins that found something. The pages of the rules are files of
 * the package, which a pure function does not read, so the help says how to get at them.
 */
export function describeRules(run: Run, known: readonly RuleSummary[]): ReportingDescriptor[] {
  const findings = run.files.flatMap((file) => [...file.findings, ...file.suppressed.map(({ finding }) => finding)])
  const first = new Map<string, Finding>()
  for (const finding of findings) if (!first.has(finding.rule)) first.set(finding.rule, finding)
  const ids = new Set(known.map(({ id }) => id))
  const others = [...first.keys()].filter((id) => !ids.has(id)).toSorted()
  return [...known, ...others.map((id) => ({ id, summary: id }))].map((rule) => describe(rule, first.get(rule.id)))
}

/** GitHub takes an empty description for a missing one, and so much of it. */
const longest = 1024

function describe({ id, summary }: RuleSummary, finding: Finding | undefined): ReportingDescriptor {
  const text = (summary || id).slice(0, longest)
  const url = finding?.url
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: {
      text: `${text}. More: npx footlint explain ${id}`,
      markdown: `${text}. More: \`npx footlint explain ${id}\``,
    },
    ...(url !== undefined && { helpUri: url }),
    properties: { tags: ['citations'], precision: 'high' },
  }
}
