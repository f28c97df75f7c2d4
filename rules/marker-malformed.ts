import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'marker-malformed',
  summary: 'A marker must be written as one',
  severity: 'error',
  fixable: 'safe',
  options: v.strictObject({}),
  messages: {
    bracket: '`{{marker}}` has a wrong or a lost bracket, expected `{{expected}}`',
    caret: '`{{marker}}` has its caret at the wrong place, expected `{{expected}}`',
    space: '`{{marker}}` is no footnote with a space in it, expected `{{expected}}`',
    width: '`{{marker}}` is written in full width, expected `{{expected}}`',
    letter: '`{{marker}}` has a letter for a digit, expected `{{expected}}`',
    invisible: '`{{marker}}` has an invisible character in it, expected `{{expected}}`',
  },
  silentOn: () => true,
  *check({ document, report }) {
    for (const mark of document.marks) {
      if (!mark.malformed) continue
      const { kind, expected } = mark.malformed
      const edits = [{ start: mark.start, end: mark.end, text: expected }]
      const fix = { title: `Write \`${expected}\``, safe: true, edits }
      yield report(kind, mark, { marker: mark.text, expected }, { fix })
    }
  },
})
