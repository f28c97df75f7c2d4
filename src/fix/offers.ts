import type { FileResult, Finding, Fix } from '../finding.ts'

/** A fix and the finding that it is for. */
export interface Offer {
  readonly finding: Finding
  readonly fix: Fix
}

/** The fixes of what was found, in the order of the findings; unsafe ones where they are wanted. */
export function offersOf({ findings }: FileResult, unsafe: boolean): Offer[] {
  return findings.flatMap((finding) => {
    const { fix } = finding
    return fix && (fix.safe || unsafe) ? [{ finding, fix }] : []
  })
}
