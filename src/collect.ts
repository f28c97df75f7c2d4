import type { Document } from './document/document.ts'
import { RuleError } from './errors.ts'
import type { Finding, Fix } from './finding.ts'
import type { RuleSetting } from './settings.ts'

/** Adds what a rule finds in a document, of which there has to be what it reads. A rule that breaks is a `RuleError`. */
export function collect(document: Document, setting: RuleSetting, found: Finding[]): void {
  const { rule, severity, options } = setting
  const trusted = setting.fixes === undefined ? undefined : new Map<Fix, Fix>()
  try {
    for (const finding of rule.check(document, options, severity))
      found.push(trusted ? withConfiguredFix(finding, setting, trusted) : finding)
  } catch (error) {
    throw new RuleError(rule.id, error)
  }
}

/** A configuration may trust a rule's fixes more than the rule does, or less, or not at all. Several findings may have one fix. */
function withConfiguredFix(finding: Finding, { fixes }: RuleSetting, trusted: Map<Fix, Fix>): Finding {
  if (!finding.fix || fixes === undefined) return finding
  const { fix, ...rest } = finding
  if (fixes === 'off') return rest
  if (!trusted.has(fix)) trusted.set(fix, { ...fix, safe: fixes === 'safe' })
  return { ...rest, fix: trusted.get(fix)! }
}
