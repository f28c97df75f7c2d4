import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Fix, UncitedEntry } from '../src/rule.ts'

export default defineRule({
  id: 'entry-unused',
  summary: 'An entry must be cited',
  severity: 'warning',
  fixable: 'unsafe',
  options: v.strictObject({
    ignore: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Labels of entries that are kept on purpose though nothing cites them'),
      ),
      [],
    ),
    records: v.optional(
      v.pipe(
        v.picklist(['auto', 'all', 'off']),
        v.description(
          'Whether records of a bibliography file are reported: where most of its records are cited (`auto`), always, or never',
        ),
      ),
      'auto',
    ),
  }),
  messages: {
    unused: '`{{entry}}` is cited nowhere, expected a marker for it',
    all: 'None of the {{count}} entries from `{{entry}}` on is cited, expected markers for them',
  },
  silentOn: ({ uncited }) => uncited.length === 0,
  reads: ['source', 'uncited'],
  *check({ document: { source, uncited }, options: { ignore, records }, report }) {
    for (const { entries, among } of uncited) {
      const unused = entries.filter((entry) => !ignore.includes(entry.label))
      const [first] = unused
      // A file that holds far more than is cited is one that many texts draw on; front matter is the text's own.
      const isDatabase = source.format === 'bibliography' && entries.length * 4 > among
      if (first?.kind === 'record' && (records === 'off' || (records === 'auto' && isDatabase))) continue
      if (first && unused.length > 1 && unused.length === among) {
        // One cause: the markers are gone, or there never were any.
        yield report('all', first.labelRange, { entry: first.labelText, count: unused.length })
        continue
      }
      for (const entry of unused) {
        const fix = unused.length < among ? removal(entry) : undefined
        yield report('unused', entry.labelRange, { entry: entry.labelText }, fix && { fix })
      }
    }
  },
})

/** Somebody may have meant to cite it, so nobody should take it out unasked; nor the only one that there is. */
function removal({ removal: edit }: UncitedEntry): Fix | undefined {
  return edit && { title: 'Remove the entry', safe: false, changes: 'entries', edits: [edit] }
}
