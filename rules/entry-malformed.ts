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
    open: '`{{entry}}` is never closed, expected `{{expected}}`',
    stray: '`{{entry}}` closes nothing, expected what it closes before it',
    comma: '`{{entry}}` has no comma behind it, expected `,`',
    equals: '`{{entry}}` has no sign behind it, expected `=` before the value',
    braces: '`{{entry}}` stands without braces, expected `{{expected}}`',
    key: '`{{entry}}` makes no key, expected one without white space',
    field: '`{{entry}}` is given twice, expected it once in a record',
    junk: '`{{entry}}` belongs to no field, expected a name, `=` and a value',
  },
  silentOn: () => true,
  *check({ document, report }) {
    for (const entry of document.entries) {
      if (!entry.malformed) continue
      const { kind, expected } = entry.malformed
      const fix = repair(entry)
      yield report(kind, entry.labelRange, { entry: entry.labelText, expected }, fix && { fix })
    }
    for (const { kind, expected, ...range } of document.slips) {
      // What programs read all the same, each in its own way.
      const isRead = kind === 'field' || kind === 'junk' || kind === 'braces'
      const data = { entry: document.source.text.slice(range.start, range.end), expected }
      yield report(kind, range, data, isRead ? { severity: 'warning' } : {})
    }
  },
})

/**
 * A number that does not run may be a slip or a lost entry: that is for a person to say. A note takes the lines below it
 * along, which may be entries of their own.
 */
function repair({ malformed, labelText, text }: Entry): Fix | undefined {
  if (!malformed || malformed.kind === 'number') return undefined
  if (malformed.kind === 'colon' && /[\r\n][ \t>]*(?:\[\^?[^[\]\s]{1,60}\]|\d{1,4}[.)][ \t])/.test(text))
    return undefined
  const { start, end } = malformed.range
  const title = malformed.kind === 'colon' ? `Write \`${malformed.expected}\`` : `Remove the second \`${labelText}\``
  return { title, safe: true, edits: [{ start, end, text: malformed.expected }] }
}
