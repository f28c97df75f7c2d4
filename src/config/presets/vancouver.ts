import type { Config } from '../schema.ts'

/**
 * Vancouver (ICMJE, NLM). Numbers by first citation in parentheses, in brackets or raised; a source keeps its number; several
 * stand together as `1,3,6-9`, without spaces, a range from three on.
 *
 * - https://www.cite.auckland.ac.nz/2_6_3.html: numbers in brackets, the same one again
 * - https://libguides.jcu.edu.au, g=284658: `1,3,6-9` without spaces, ranges
 * - Order within a cluster: `citation/sort` of the `nlm-citation-sequence` styles in
 *   https://github.com/citation-style-language/styles
 *
 * The ICMJE recommendations leave form and punctuation to the journal, and guides differ, so those are house style.
 */
export const vancouver: Config = {
  notations: { parenthesis: 'auto' },
  rules: {
    'marker-duplicate': { reuse: 'allow' },
    'cluster-order': { order: 'ascending' },
    'cluster-format': { adjacent: 'merge', delimiter: ',', collapse: 'always', min: 3 },
  },
}
