import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Candidate, Document, Mark, Notation } from '../src/rule.ts'

/** The notations that numbers of a reference list can have. Footnotes are printed raised, letters are notes of another kind. */
const written: Readonly<Partial<Record<Notation, Prescribed>>> = {
  bracket: 'bracket',
  link: 'bracket',
  superscript: 'superscript',
  parenthesis: 'parenthesis',
}
const expected = { bracket: '`[1]`', superscript: '`¹`', parenthesis: '`(1)`' } as const
type Prescribed = keyof typeof expected

export default defineRule({
  id: 'marker-notation',
  summary: 'Markers for one purpose must be written in one notation',
  severity: 'info',
  options: v.strictObject({
    notation: v.optional(
      v.pipe(
        v.picklist(['auto', 'bracket', 'superscript', 'parenthesis']),
        v.description(
          'How numbers are written: as most of the document has them, in brackets, raised, or in parentheses; footnotes and letters are free',
        ),
      ),
      'auto',
    ),
  }),
  messages: {
    notation: '`{{marker}}` is written in another notation than `{{other}}`, expected one for all',
    style: '`{{marker}}` is written in another notation than the style wants, expected {{expected}}',
  },
  silentOn: () => true,
  *check({ document, options: { notation }, report }) {
    const said = new Set<string>()
    for (const [one, ...more] of notation === 'auto' ? [] : groupsOf(unlike(document, notation))) {
      said.add(one!.notation)
      const data = { marker: one!.text, expected: expected[notation as Prescribed], count: more.length + 1 }
      yield report('style', one!, data, { related: more.map(cited) })
    }
    for (const { candidate, neighbour } of document.strays) {
      if (said.has(candidate.notation)) continue
      said.add(candidate.notation)
      const same = document.strays.filter((one) => one.candidate.notation === candidate.notation)
      const more = same.map((one) => one.candidate).filter((one) => one !== candidate)
      const related = [neighbour, ...more].map(cited)
      const data = { marker: candidate.text, other: neighbour.text, count: more.length + 1 }
      yield report('notation', candidate, data, { related })
    }
  },
})

const cited = (one: { readonly start: number; readonly end: number; readonly text: string }) => ({
  message: `\`${one.text}\` is cited here`,
  range: one,
})

/** The label of a link, `[text][3]`, is seen by nobody. */
function unlike({ marks }: Document, prescribed: Prescribed): Candidate[] {
  const isSeen = ({ joint, block, at }: Mark) => joint !== undefined || block.text[at - 1] !== ']'
  return marks.filter((mark) => !mark.inEntry && (written[mark.notation] ?? prescribed) !== prescribed && isSeen(mark))
}

/** One finding for each notation is enough. */
function groupsOf(candidates: readonly Candidate[]): Candidate[][] {
  const notations = new Set(candidates.map((one) => one.notation))
  return [...notations].map((notation) => candidates.filter((one) => one.notation === notation))
}
