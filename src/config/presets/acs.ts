import type { Config } from '../schema.ts'

/**
 * ACS Style Guide, 3rd edition, pp. 287-290. Numbers in order of citation, raised or in parentheses; a source keeps its
 * number; several ascend, and three or more in a row make a range.
 *
 * - https://sheridancollege.libguides.com/c.php?g=704221
 * - http://iws.ohiolink.edu/chemistry/info/acs.html
 *
 * Left open: the side of punctuation, which depends on what is cited, and the space behind a comma, which stands in parentheses
 * and not between raised numbers.
 */
export const acs: Config = {
  notations: { parenthesis: 'auto' },
  rules: {
    'marker-duplicate': { reuse: 'allow' },
    'cluster-order': { order: 'ascending' },
    'cluster-format': { adjacent: 'merge', collapse: 'always', min: 3 },
  },
}
