import type { Config } from '../schema.ts'

/**
 * English Wikipedia, as its pages are copied and printed. `[1]` behind all punctuation but the dash, without a space; brackets for
 * each; a source that is cited again keeps its number.
 *
 * - Wikipedia:Manual of Style, MOS:REFPUNCT; Help:Footnotes (https://en.wikipedia.org/wiki/Help:Footnotes)
 *
 * In which order adjacent numbers stand is left open.
 */
export const wikipedia: Config = {
  rules: {
    'marker-notation': { notation: 'bracket' },
    'marker-punctuation': { side: 'after-except-dash', markers: 'inline' },
    'marker-spacing': { before: 'attached', markers: 'inline' },
    'marker-duplicate': { reuse: 'allow' },
    'cluster-format': { adjacent: 'separate' },
  },
}
