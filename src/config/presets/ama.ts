import type { Config } from '../schema.ts'

/**
 * AMA Manual of Style, 11th edition, 3.6. Raised numbers in order of citation, behind full stops and commas and before colons and
 * semicolons; of more than two in a row the first and the last with a hyphen, otherwise commas without spaces.
 *
 * - https://infoguides.rit.edu/c.php?g=726149 (quotes 3.6)
 * - https://libguides.shadygrove.umd.edu/c.php?g=481212: one number for a source, however often it is cited
 * - Order within a cluster: `citation/sort` of https://github.com/citation-style-language/styles,
 *   `american-medical-association.csl`
 */
export const ama: Config = {
  rules: {
    'marker-notation': { notation: 'superscript' },
    'marker-punctuation': { side: 'ama', markers: 'raised' },
    'marker-spacing': { before: 'attached', markers: 'raised' },
    'marker-duplicate': { reuse: 'allow' },
    'cluster-order': { order: 'ascending' },
    'cluster-format': { adjacent: 'merge', delimiter: ',', collapse: 'always', min: 3 },
  },
}
