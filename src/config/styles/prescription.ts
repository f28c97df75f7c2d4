import type { Config } from '../schema.ts'
import type { CslStyle } from './csl.ts'

/**
 * What a CSL style prescribes, as a configuration. Options only: how much weight a rule has is not the style's business. A
 * style that does not number its citations prescribes nothing.
 */
export function prescriptionOf(style: CslStyle): Config {
  const { form, brackets, alphabeticalList, clusterOrder } = style
  if (!style.numbered) return {}
  return {
    ...(form === 'parenthesis' && { notations: { parenthesis: 'auto' } }),
    rules: {
      // In an alphabetical list, the numbers of the text come in no order.
      ...(alphabeticalList && { 'marker-order': 'off' }),
      // A raised number in brackets is written as either of the two.
      ...(form !== 'none' && !(form === 'superscript' && brackets) && { 'marker-notation': { notation: form } }),
      // The processor gives one number to a source, however often it is cited.
      'marker-duplicate': { reuse: 'allow' },
      'cluster-order': { order: clusterOrder === 'ascending' ? 'ascending' : 'off' },
      'cluster-format': {
        // That a processor does not collapse does not forbid ranges: the guide of the IEEE wants them, its style has none.
        collapse: style.collapse ? 'always' : 'auto',
        delimiter: delimiterOf(style),
        adjacent: style.each ? 'separate' : brackets ? 'merge' : 'allow',
      },
    },
  }
}

/** With plain white space, as documents are compared; `auto` for what is no comma or semicolon. */
function delimiterOf({ delimiter }: CslStyle): string {
  return /^\s*[,;،、，；]\s*$/u.test(delimiter) ? delimiter.replace(/\s+/g, ' ') : 'auto'
}
