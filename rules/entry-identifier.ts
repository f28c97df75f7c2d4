import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'entry-identifier',
  summary: 'An identifier must have the form and the check digit of its kind',
  severity: 'warning',
  options: v.strictObject({}),
  messages: {
    check: '{{kind}} `{{identifier}}` has the check digit {{found}}, expected {{expected}}',
    digits: '{{kind}} `{{identifier}}` has {{found}} digits, expected {{expected}}',
    prefix: '{{kind}} `{{identifier}}` begins with {{found}}, expected {{expected}}',
    month: '{{kind}} `{{identifier}}` has the month {{found}}, expected {{expected}}',
    suffix: '{{kind}} `{{identifier}}` ends with its prefix, expected `/` and a name behind it',
  },
  silentOn: () => true,
  *check({ document, report }) {
    for (const { identifiers } of document.entries) {
      for (const one of identifiers) {
        if (!one.mistake) continue
        const { kind, found, expected } = one.mistake
        yield report(kind, one, { identifier: one.text, kind: one.kind, found, expected })
      }
    }
  },
})
