import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Document, Entry, Fix, Series } from '../src/rule.ts'

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
  silentOn: () => true,
  *check({ document, options, report }) {
    if (document.series.every((series) => series.unused.length === 0)) return
    // A file that holds only notes belongs to another one.
    if (document.blocks.length > 0 && document.blocks.every((block) => block.note ?? block.kind === 'heading')) return
    for (const series of document.series) {
      const unused = series.unused.filter((entry) => !options.ignore.includes(entry.label))
      const [first] = unused
      if (first?.kind === 'record' && !isReported(options.records, series, document)) continue
      if (first && unused.length > 1 && unused.length === series.entries.length) {
        // One cause: the markers are gone, or there never were any.
        yield report('all', first.labelRange, { entry: first.labelText, count: unused.length })
        continue
      }
      for (const entry of unused) {
        const fix = unused.length < series.entries.length ? removal(entry) : undefined
        yield report('unused', entry.labelRange, { entry: entry.labelText }, fix && { fix })
      }
    }
  },
})

/** A file that holds far more than is cited is a database that many texts draw on; front matter is the text's own. */
function isReported(records: 'auto' | 'all' | 'off', { unused, entries }: Series, { source }: Document): boolean {
  if (records !== 'auto') return records === 'all'
  return source.format !== 'bibliography' || unused.length * 4 <= entries.length
}

/** Somebody may have meant to cite it, so nobody should take it out unasked; nor the only one that there is. */
function removal({ removal: edit }: Entry): Fix | undefined {
  return edit && { title: 'Remove the entry', safe: false, changes: 'entries', edits: [edit] }
}
