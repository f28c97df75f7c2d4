import type { FileResult, Finding, Reporter, RuleSummary, Run, Suppressed } from '../finding.ts'
import { fingerprints } from '../fingerprint.ts'
import { homepage } from '../version.ts'
import { describeRules } from './sarif-rules.ts'
import { artifact, locationOf, regionOf } from './sarif-place.ts'
import { replacementOf } from './replacement.ts'
import { printableJson } from './terminal.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'

export const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * SARIF 2.1.0, with what GitHub's code scanning asks for. It takes no notice of `suppressions` and would open an alert for
 * each, so those that a directive or the baseline silenced stand in the property bag of the run.
 */
export const sarif: Reporter = (run, { rules = [] }) => {
  const log = { $schema: schema, version: '2.1.0', runs: [runOf(run, rules)] }
  return `${printableJson(JSON.stringify(log, undefined, 2))}\n`
}

function runOf(run: Run, known: readonly RuleSummary[]): object {
  const rules = describeRules(run, known)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const described = run.files.map((file) => {
    const fingerprintOf = fingerprints(file)
    const describe = (finding: Finding) => ({
      ...resultOf(file, finding),
      ruleIndex: indexOf.get(finding.rule),
      partialFingerprints: { 'footlint/v1': fingerprintOf.get(finding) },
    })
    return {
      results: file.findings.map(describe),
      suppressed: file.suppressed.map((one) => ({ ...describe(one.finding), suppressions: [suppressionOf(one)] })),
    }
  })
  return {
    tool: {
      driver: { name: 'footlint', version: run.version, semanticVersion: run.version, informationUri: homepage, rules },
    },
    automationDetails: { id: 'footlint/' },
    columnKind: 'utf16CodeUnits',
    invocations: [invocationOf(run)],
    results: described.flatMap(({ results }) => results),
    properties: { suppressed: described.flatMap(({ suppressed }) => suppressed) },
  }
}

function resultOf({ source }: FileResult, finding: Finding): object {
  const { rule, severity, message, range, related } = finding
  const replacement = replacementOf(source, finding)
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(source, range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        message: { text: one.message },
        ...locationOf(one.source ?? source, one.range),
      })),
    }),
    ...(replacement && {
      fixes: [
        {
          description: { text: finding.fix!.title },
          artifactChanges: [
            {
              artifactLocation: artifact(source.path),
              replacements: [
                { deletedRegion: regionOf(source, replacement), insertedContent: { text: replacement.text } },
              ],
            },
          ],
        },
      ],
    }),
  }
}

function suppressionOf({ by, reason }: Suppressed): object {
  return { kind: by === 'directive' ? 'inSource' : 'external', ...(reason !== undefined && { justification: reason }) }
}

/** Whether everything could be checked, and what could not. */
function invocationOf({ failures }: Run): object {
  return {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: failures.map(({ path, message }) => ({
      level: 'error',
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    })),
  }
}
