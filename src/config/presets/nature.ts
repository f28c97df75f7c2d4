import type { Config } from '../schema.ts'

/**
 * Nature. Raised numbers in order of citation, several as `1,3–5` without spaces.
 *
 * - https://www.nature.com/nature/for-authors/formatting-guide: raised, sequential, one publication for each number
 * - The citation layout of https://github.com/citation-style-language/styles, `nature.csl`: raised, sorted, ranges, `,`
 *
 * Neither says on which side of punctuation they stand, so that is house style.
 */
export const nature: Config = {
  rules: {
    'marker-notation': { notation: 'superscript' },
    'marker-duplicate': { reuse: 'allow' },
    'cluster-order': { order: 'ascending' },
    'cluster-format': { adjacent: 'merge', delimiter: ',', collapse: 'always', min: 3 },
  },
}
