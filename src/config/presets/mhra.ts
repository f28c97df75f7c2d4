import type { Config } from '../schema.ts'

/**
 * MHRA Style Guide, 10.3 (http://www.mhra.org.uk/style/10.3). Raised numbers in sequence, behind all punctuation but the dash; a
 * number is never repeated, and none stands at a heading.
 */
export const mhra: Config = {
  rules: {
    'marker-notation': { notation: 'superscript' },
    'marker-punctuation': { side: 'after-except-dash', markers: 'raised' },
    'marker-placement': { headings: 'warn' },
    'marker-duplicate': { reuse: 'forbid' },
  },
}
