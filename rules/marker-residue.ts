import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Extras, Residue } from '../src/rule.ts'

const options = v.strictObject({
  allow: v.optional(
    v.pipe(v.array(v.string()), v.description('Leftovers that may stand in the text, as they are written there')),
    [],
  ),
})

export default defineRule({
  id: 'marker-residue',
  summary: 'No leftovers of a paste from Wikipedia or of a language model',
  severity: 'warning',
  fixable: 'safe',
  options,
  messages: {
    section: 'The section link `{{marker}}` of a wiki was pasted along, expected none',
    tag: 'The maintenance tag `{{marker}}` of a wiki was pasted along, expected none',
    'back link': 'The back link `{{marker}}` of a wiki was pasted along, expected none',
    model: 'The placeholder `{{marker}}` of a language model was pasted along, expected a citation or none',
    tracking: 'The parameter `{{marker}}` of a chat program was pasted along, expected none',
  },
  silentOn: () => true,
  *check({ document, options: { allow }, report }) {
    for (const residue of document.residues) {
      if (allow.includes(residue.text)) continue
      yield report(residue.kind, residue, { marker: residue.text }, fixOf(residue))
    }
  },
})

function fixOf({ removal }: Residue): Extras {
  if (!removal) return {}
  const { start, end, replacement } = removal
  return { fix: { title: 'Remove the leftover', safe: true, edits: [{ start, end, text: replacement }] } }
}
