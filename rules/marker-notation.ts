import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'marker-notation',
  summary: 'Markers for one purpose must be written in one notation',
  severity: 'info',
  options: v.strictObject({}),
  messages: { notation: '`{{marker}}` is written in another notation than `{{other}}`, expected one for all' },
  *check({ document, report }) {
    const said = new Set<string>()
    for (const { candidate, neighbour } of document.strays) {
      const { notation, text } = candidate
      if (said.has(notation)) continue
      said.add(notation)
      const more = document.strays.filter((one) => one.candidate.notation === notation && one.candidate !== candidate)
      const related = [
        { message: `\`${neighbour.text}\` is cited here`, range: neighbour },
        ...more.map((one) => ({ message: `\`${one.candidate.text}\` is cited here`, range: one.candidate })),
      ]
      yield report('notation', candidate, { marker: text, other: neighbour.text, count: more.length + 1 }, { related })
    }
  },
})
