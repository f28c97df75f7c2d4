import type { Config } from '../schema.ts'

/**
 * Chicago, notes and bibliography. Raised numbers from 1 on, behind all punctuation but the dash, without a space; a number for
 * each note, and no two of them in one place.
 *
 * - The Chicago Manual of Style, 17th edition, 14.25 (sequence), 14.26 (placement), 14.28 (several notes in one place)
 * - Turabian, A Manual for Writers, chapter 16, as in http://digfir-published.macmillanusa.com/wh_lunsford/wh_lunsford_ch10_47.html:
 *   after any punctuation mark except the dash, no space before it
 */
export const chicagoNotes: Config = {
  rules: {
    'marker-notation': { notation: 'superscript' },
    'marker-punctuation': { side: 'after-except-dash', markers: 'raised' },
    'marker-spacing': { before: 'attached', markers: 'raised' },
    'marker-duplicate': { reuse: 'forbid' },
    'cluster-format': { adjacent: 'forbid' },
  },
}
