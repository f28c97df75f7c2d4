import type { Config } from '../schema.ts'

/**
 * IEEE. `[1]` with a space before it, in front of punctuation, numbered by first citation; a source keeps its number; several
 * have brackets each, `[2], [3]`, and three or more in a row a range, `[1]–[3]`.
 *
 * - IEEE Reference Guide (2018) as in https://towson.libguides.com/ieeestyle: a bracket for each with a comma between them, the
 *   first and the last of three or more with a dash
 * - https://guides.library.queensu.ca/c.php?g=501793: before any punctuation, with a space before the bracket; the same number
 *   again
 * - Order within a cluster: `citation/sort` of https://github.com/citation-style-language/styles, `ieee.csl`
 */
export const ieee: Config = {
  rules: {
    'marker-notation': { notation: 'bracket' },
    'marker-punctuation': { side: 'before', markers: 'inline' },
    'marker-spacing': { before: 'spaced', markers: 'inline' },
    'marker-duplicate': { reuse: 'allow' },
    'cluster-order': { order: 'ascending' },
    'cluster-format': { adjacent: 'separate', delimiter: ', ', collapse: 'always', min: 3 },
  },
}
