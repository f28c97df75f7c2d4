import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Entry, Fix } from '../src/rule.ts'

export default defineRule({
  id: 'entry-malformed',
  summary: 'An entry must be written as one',
  severity: 'error',
  fixable: 'safe',
  options: v.strictObject({}),
  messages: {
    colon: '`{{entry}}` begins a note without a colon, expected `{{expected}}`',
    twice: '`{{entry}}` has its number typed twice, expected it once',
    number: '`{{entry}}` breaks the run of the numbers, expected {{expected}}',
  },
  *check({ document, report }) {
    for (const entry of document.entries) {
      if (!entry.malformed) continue
      const { kind, expected } = entry.malformed
      const fix = repair(entry)
      yield report(kind, entry.labelRange, { entry: entry.labelText, expected }, fix && { fix })
    }
  },
})

/** A number that does not run may be a slip or a lost entry: that is for a person to say. */
function repair({ malformed, labelText }: Entry): Fix | undefined {
  if (!malformed || malformed.kind === 'number') return undefined
  const { start, end } = malformed.range
  const title = malformed.kind === 'colon' ? `Write \`${malformed.expected}\`` : `Remove the second \`${labelText}\``
  return { title, safe: true, edits: [{ start, end, text: malformed.expected }] }
}
