import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Document, Mark } from '../src/rule.ts'

export default defineRule({
  id: 'marker-placement',
  summary: 'A marker must stand in the text, not in a heading nor alone at the start of a paragraph',
  severity: 'warning',
  options: v.strictObject({
    headings: v.optional(
      v.pipe(
        v.picklist(['warn', 'allow']),
        v.description('Whether markers in headings are reported; the title of the document may always have one'),
      ),
      'warn',
    ),
  }),
  messages: {
    heading: '`{{marker}}` stands in a heading, expected it in the text',
    alone: '`{{marker}}` stands alone at the start of a paragraph, expected it behind what it belongs to',
  },
  silentOn: () => true,
  *check({ document, options: { headings }, report }) {
    for (const cluster of document.clusters) {
      const isWrong = cluster.alone || (headings === 'warn' && isInHeading(cluster.marks[0]!, document))
      if (!isWrong) continue
      const data = { marker: document.source.text.slice(cluster.start, cluster.end) }
      yield report(cluster.alone ? 'alone' : 'heading', cluster, data)
    }
  },
})

/** The title may always have one, and a key is a word of its sentence. */
function isInHeading({ block, inEntry, notation }: Mark, { titles }: Document): boolean {
  return block.kind === 'heading' && !titles.has(block) && !inEntry && notation !== 'citekey'
}
