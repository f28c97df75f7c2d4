import type { Config } from '../schema.ts'

/**
 * French typography. A marker stands right behind its word and so before all punctuation.
 *
 * - Office québécois de la langue française, Vitrine linguistique,
 *   https://vitrinelinguistique.oqlf.gouv.qc.ca/25110: always before the punctuation mark
 * - Lexique des règles typographiques en usage à l’Imprimerie nationale: the same
 *
 * The second wants a no-break space before the number and the first one none, so that is house style; so is the form.
 */
export const french: Config = {
  rules: { 'marker-punctuation': { side: 'before' } },
}
