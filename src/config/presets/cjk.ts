import type { Config } from '../schema.ts'

/**
 * Chinese, Japanese and Korean. `[1]` before the full stop, without a space; a source keeps its number; all numbers of one place
 * in one pair of brackets, those in a row as a range, `[7,9,11-13]`.
 *
 * - GB/T 7714-2015, 10.1, as in http://zgkjsz.com/page/2023/0307/23016331.shtml: one pair of brackets, first and last of a row, the
 *   first number again
 * - Chinese Wikipedia: before `。` (what bots mend there)
 *
 * The comma between two numbers is printed in full and in half width, so that is house style.
 */
export const cjk: Config = {
  rules: {
    'marker-punctuation': { side: 'before', markers: 'inline' },
    'marker-spacing': { before: 'attached', markers: 'inline' },
    'marker-duplicate': { reuse: 'allow' },
    'cluster-format': { adjacent: 'merge', collapse: 'always', min: 3 },
  },
}
