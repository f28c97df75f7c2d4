import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Fix, Mark } from '../src/rule.ts'

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
  *check({ document, options: { before, after }, report }) {
    const reportPadding = isRare(document.marks.map((mark) => mark.padded))
    const joints = document.marks.filter((mark) => mark.joint === 'none' || mark.joint === 'white')
    const reportJoints = isRare(joints.map((mark) => mark.joint === 'white'))
    for (const mark of document.marks) {
      if (mark.inEntry || mark.malformed) continue
      const data = { marker: mark.text }
      const style = before === 'auto' ? mark.markers[0]!.series.spacing : before
      if (mark.before === 'detached' && style === 'attached') {
        // In mid-sentence a space may be the word's, left over from a cut; behind a full stop it is nobody's.
        const extras = mark.behindSentence ? {} : { severity: 'warning' as const }
        yield report('before', mark, data, { ...extras, fix: removeSpace(mark) })
      }
      if (before === 'spaced' && mark.before === 'attached' && mark.joint === undefined) {
        yield report('unspaced', mark, data, { severity: 'warning', fix: insertSpace(mark.start) })
      }
      if (reportJoints && mark.joint === 'white')
        yield report('between', mark, data, { severity: 'warning', fix: removeSpace(mark) })
      if (reportPadding && mark.padded) yield report('inside', mark, data, { severity: 'warning', fix: unpad(mark) })
      if (after && mark.after === 'letter' && mark.before === 'attached') {
        yield report('after', mark, data, { severity: 'warning', fix: insertSpace(mark.suffix?.end ?? mark.end) })
      }
    }
  },
})

/** House style: what at most a quarter of three or more do is a slip. */
function isRare(cases: readonly boolean[]): boolean {
  const share = cases.filter(Boolean).length / cases.length
  return cases.length >= 3 && share <= 0.25
}

function removeSpace({ spaceBefore }: Mark): Fix {
  return { title: 'Remove the white space', safe: true, edits: [{ ...spaceBefore, text: '' }] }
}

function insertSpace(at: number): Fix {
  return { title: 'Insert a space', safe: true, edits: [{ start: at, end: at, text: ' ' }] }
}

function unpad({ start, end, text }: Mark): Fix {
  const inner = text.slice(1, -1)
  const from = start + 1 + inner.length - inner.trimStart().length
  const to = end - 1 - (inner.length - inner.trimEnd().length)
  const edits = [
    { start: start + 1, end: from, text: '' },
    { start: to, end: end - 1, text: '' },
  ]
  return { title: 'Remove the white space', safe: true, edits: edits.filter((edit) => edit.end > edit.start) }
}
