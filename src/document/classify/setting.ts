import type { Candidate, Verdict } from '../document.ts'

/** What is known of the document when the candidates of one family are judged. */
export interface Setting {
  readonly hasFootnotes: boolean
  /** Something could be a marker or an entry of another family. */
  readonly hasOthers: boolean
  /** The configuration says that candidates of this notation are markers, so that nothing has to speak for them. */
  readonly isForced: (candidate: Candidate) => boolean
}

export const forced = { accepted: true, reason: 'the configuration says so' } as const satisfies Partial<Verdict>
