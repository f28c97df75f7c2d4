import type { FileResult, Finding, Fix } from '../finding.ts'

/** A fix and the finding that it is for. */
export interface Offer {
  readonly finding: Finding
  readonly fix: Fix
}

/** Whether a fix is one of those that are wanted. */
export function isMade(fix: Fix | undefined, unsafe: boolean): fix is Fix {
  return fix !== undefined && (fix.safe || unsafe)
}

/** The fixes of what was found, in the order of the findings; unsafe ones where they are wanted. */
export function offersOf({ findings }: FileResult, unsafe: boolean): Offer[] {
  return findings.flatMap((finding) => (isMade(finding.fix, unsafe) ? [{ finding, fix: finding.fix }] : []))
}
