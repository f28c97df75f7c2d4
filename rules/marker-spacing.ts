import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Document, Fix, Mark, Series } from '../src/rule.ts'

const options = v.strictObject({
  before: v.optional(
    v.pipe(
      v.picklist(['auto', 'attached', 'spaced', 'off']),
      v.description(
        'Whether white space stands before a marker: as in most of the document, never, always, or not checked',
      ),
    ),
    'auto',
  ),
  markers: v.optional(
    v.pipe(
      v.picklist(['all', 'inline', 'raised']),
      v.description('Which markers that is for: all, those in the line (`[1]`), or those printed raised (`¹`, `[^1]`)'),
    ),
    'all',
  ),
  after: v.optional(v.pipe(v.boolean(), v.description('Whether a letter right behind a marker is reported')), true),
})

export default defineRule({
  id: 'marker-spacing',
  summary: 'No stray white space before, inside or between markers, and some behind them',
  severity: 'error',
  fixable: 'safe',
  options,
  messages: {
    before: 'White space stands before `{{marker}}`, expected none',
    unspaced: 'No white space stands before `{{marker}}`, expected a space',
    inside: 'White space stands inside `{{marker}}`, expected none',
    between: 'White space stands between `{{marker}}` and the marker before it, expected none',
    after: 'A letter stands right behind `{{marker}}`, expected a space',
  },
  silentOn: ({ spacing }, { before }) => before === 'auto' || before === 'off' || before === spacing,
  *check({ document, options: { before: chosen, markers, after }, report }) {
    const marks = document.marks.filter(({ notation }) => notation !== 'citekey')
    const apart = rareAmong(marks.filter(isBeside), (mark) => mark.joint === 'white')
    const padded = rareAmong(marks, (mark) => mark.padded)
    const warning = { severity: 'warning' } as const
    for (const mark of marks.filter(isSound)) {
      const data = { marker: mark.text }
      const before = markers === 'all' || markers === mark.printed ? chosen : 'auto'
      if (isDetached(mark, before)) {
        // In mid-sentence a space may be the word's, left over from a cut; behind a full stop it is nobody's.
        const severity = opensSentence(mark) ? 'error' : 'warning'
        yield report('before', mark, data, { severity, ...removal(document, mark) })
      }
      if (before === 'spaced' && lacksSpace(mark)) {
        yield report('unspaced', mark, data, { ...warning, fix: insertion(mark.start) })
      }
      if (apart.has(mark)) yield report('between', mark, data, { ...warning, ...removal(document, mark) })
      if (padded.has(mark)) yield report('inside', mark, data, { ...warning, fix: unpadding(mark) })
      if (after && mark.before === 'attached' && mark.after === 'letter') {
        yield report('after', mark, data, { ...warning, ...separation(mark) })
      }
    }
  },
})

const isSound = ({ inEntry, malformed }: Mark) => !inEntry && !malformed

/** House style: what at most a quarter do is a slip. */
function rareAmong(marks: readonly Mark[], is: (mark: Mark) => boolean): ReadonlySet<Mark> {
  const few = marks.filter(is)
  return new Set(few.length * 4 <= marks.length ? few : [])
}

const isDetached = ({ before, markers }: Mark, style: 'auto' | 'off' | Series['spacing']): boolean =>
  before === 'detached' && (style === 'auto' ? markers[0]!.series.spacing : style) === 'attached'

/** Behind the end of a sentence that is one: `Smith et al. [3] show` goes on. */
function opensSentence({ behindSentence, block, cluster }: Mark): boolean {
  const { to } = cluster.marks.at(-1)!
  return behindSentence && !/^\s*[\p{Ll},;:.]/u.test(block.text.slice(to, to + 20))
}

/** One of `[1][2]` or `[1] [2]`. Where these are links, Markdown would make one link of the two if they touched. */
const isBeside = ({ joint, notation }: Mark, index: number, marks: readonly Mark[]): boolean =>
  (joint === 'none' || joint === 'white') && notation !== 'link' && marks[index - 1]?.notation !== 'link'

/** `([3])` and `“[3]` want no space, and the label of a link (`[text][3]`) gets none. */
function lacksSpace({ before, joint, spaceBefore, block, at }: Mark): boolean {
  if (before !== 'attached' || joint !== undefined || spaceBefore.end > spaceBefore.start) return false
  return !/[\p{Ps}\p{Pi}"'/\]]$/u.test(block.text.slice(Math.max(0, at - 2), at))
}

/** No fix where markup or the `>` of a quotation is in the way, or where the marker would become part of something else. */
function removal({ source: { text } }: Document, { start: at, spaceBefore, notation, joint }: Mark): { fix?: Fix } {
  const neighbour = text[spaceBefore.start - 1] ?? ''
  const isLink = (neighbour === '!' && notation === 'link') || (neighbour === ']' && joint !== 'white')
  if (isLink || neighbour === '^' || neighbour === '\\') return {}
  // The indentation of a line is not part of a block's text, but between two words it would be white space.
  const end = onlyWhite.test(text.slice(spaceBefore.start, at)) ? at : spaceBefore.end
  // `A **[3]**` is bold, `A**[3]**` is not; a tag is a tag everywhere.
  const isFree = onlyWhite.test(text.slice(spaceBefore.start, end)) && /^(?:<[^<>]+>)*$/.test(text.slice(end, at))
  return isFree ? { fix: { title: 'Remove the white space', safe: true, edits: [edit(spaceBefore.start, end)] } } : {}
}

const edit = (start: number, end: number, text = '') => ({ start, end, text })

const onlyWhite = /^[\s\u00AD\u180E\u200B-\u200D\u2060\uFEFF]+$/u

/** No fix at the start of a line: with a space behind it, what stands there would read as the label of an entry. */
function separation({ block, at, suffix, end }: Mark): { fix?: Fix } {
  const opensLine = /(?:^|[\r\n])[ \t]*(?:\[[^[\]\r\n]{1,100}\])*$/.test(block.text.slice(Math.max(0, at - 200), at))
  return opensLine ? {} : { fix: insertion(suffix?.end ?? end) }
}

const insertion = (at: number): Fix => ({ title: 'Insert a space', safe: true, edits: [edit(at, at, ' ')] })

function unpadding({ start, end, text }: Mark): Fix {
  const from = text.search(/[^[\s\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/u)
  const to = text.search(/[\s\u00AD\u180E\u200B-\u200D\u2060\uFEFF]*\]$/u)
  const edits = [edit(start + 1, start + from), edit(start + to, end - 1)].filter((one) => one.end > one.start)
  return { title: 'Remove the white space', safe: true, edits }
}
