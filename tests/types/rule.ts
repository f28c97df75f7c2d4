// What `defineRule` must refuse. `// TS…` at the end of a line: exactly that error, and no other, stands on that line.
import * as v from 'valibot'
import { defineRule } from '../../src/rule.ts'

const about = { summary: 'Markers follow each other', severity: 'error' } as const
const options = v.strictObject({ ignore: v.optional(v.array(v.string()), []) })
const messages = { skipped: 'Number {{number}} is skipped before `{{marker}}`', plain: 'Something is wrong' }

export const good = defineRule({
  id: 'type-good',
  ...about,
  options,
  messages: { skipped: 'Number {{number}} is skipped before `{{marker}}`', plain: 'Something is wrong' },
  *check({ document, options: { ignore }, report }) {
    for (const mark of document.marks) {
      if (ignore.includes(mark.text)) continue
      yield report('skipped', mark, { number: 3, marker: mark.text })
      yield report('plain', mark, {})
      yield report('plain', mark, { extra: ['data', 'may', 'be', 'added'] })
    }
  },
})

export const wrongMessageId = defineRule({
  id: 'type-message-id',
  ...about,
  options,
  messages,
  *check({ document, report }) {
    yield report('skiped', document.marks[0]!, { number: 3, marker: '' }) // TS2345
  },
})

export const missingDatum = defineRule({
  id: 'type-datum',
  ...about,
  options,
  messages: { skipped: 'Number {{number}} is skipped before `{{marker}}`' },
  *check({ document, report }) {
    yield report('skipped', document.marks[0]!, { marker: '' }) // TS2345
  },
})

export const misspeltDatum = defineRule({
  id: 'type-datum-name',
  ...about,
  options,
  messages: { skipped: 'Number {{number}} is skipped before `{{marker}}`' },
  *check({ document, report }) {
    yield report('skipped', document.marks[0]!, { number: 3, marke: '' }) // TS2345
  },
})

export const wrongDatum = defineRule({
  id: 'type-datum-type',
  ...about,
  options,
  messages: { skipped: 'Number {{number}} is skipped' },
  *check({ document, report }) {
    yield report('skipped', document.marks[0]!, { number: document }) // TS2322
  },
})

export const misspeltOption = defineRule({
  id: 'type-option',
  ...about,
  options,
  messages,
  *check({ document, options, report }) {
    if (options.ignored.length > 0) return // TS2551
    yield report('plain', document.marks[0]!, {})
  },
})

export const wrongSeverity = defineRule({
  id: 'type-severity',
  summary: 'Markers follow each other',
  severity: 'fatal', // TS2322
  options,
  messages,
  *check() {},
})

export const notAFinding = defineRule({
  id: 'type-finding',
  ...about,
  options,
  messages,
  check: () => ['a sentence'], // TS2322
})
