import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Changes, Context, Finding, Former, Removal } from '../src/rule.ts'

const messages = {
  lost: '`{{lost}}` is gone from its place by `{{behind}}`, expected it as before the edit',
  reworded: '`{{lost}}` was lost where the words by `{{behind}}` were written anew, expected it among them',
  words: '{{markers}} went with the words that stood by `{{behind}}`',
  entries: '{{markers}} by `{{behind}}` went together with what they led to',
  gap: '{{markers}} went with the words there and left a gap before `{{marker}}`, expected numbers without a gap',
  orphan: '`{{entry}}` has lost its last marker, expected one, or no entry',
  orphans: '{{count}} entries from `{{entry}}` on have lost their last markers, expected markers, or no entries',
  stranded: '`{{marker}}` has lost its entry, expected one',
  list: '{{count}} entries from that of `{{marker}}` on are gone, expected them for their markers',
  other: '`{{marker}}` leads to “{{now}}” and led to “{{before}}”, expected the same entry as before',
  shift:
    'From `{{marker}}` on, {{count}} markers lead to other entries than before, this one to “{{now}}”, expected “{{before}}”',
  run: 'From `{{marker}}` on, which was `{{was}}`, the numbers have shifted, expected them to run on',
  exchanged: '`{{marker}}` took the place of `{{was}}`',
  moved: '`{{marker}}` has moved to another paragraph, expected it behind its words',
  added: '`{{marker}}` was not here before',
  missing: '`{{lost}}` of the source is missing by `{{behind}}`, expected it in this paragraph',
  elsewhere: '`{{marker}}` stands in another paragraph of the source, expected it there',
  extra: '`{{marker}}` is not in this paragraph of the source, expected no marker that it has not',
}

type Report = Context<typeof messages, object>['report']

const info = { severity: 'info' } as const
const warning = { severity: 'warning' } as const

export default defineRule({
  id: 'marker-lost',
  summary: 'An edit or a translation must not lose, move or mix up citations',
  severity: 'error',
  options: v.strictObject({}),
  messages,
  silentOn: () => true,
  *check({ document: { changes }, report }) {
    if (!changes) return
    yield* lost(changes, report)
    for (const removal of changes.removed) yield removed(removal, report)
    yield* entries(changes, report)
    yield* others(changes, report)
    yield* arrivals(changes, report)
  },
})

function* lost({ lost: all, against }: Changes, report: Report): Generator<Finding> {
  for (const { text, line, place, reworded, orphan, follow } of all) {
    const data = { lost: text, behind: place.text, line }
    const related = [
      ...(orphan ? [{ message: `\`${orphan.labelText}\` is cited nowhere now`, range: orphan.labelRange }] : []),
      ...(follow
        ? [{ message: `From here on the numbers have moved up, from \`${follow.before}\``, range: follow.marker }]
        : []),
    ]
    if (against === 'source') yield report('missing', place, data)
    else if (reworded) yield report('reworded', place, data, { ...warning, related })
    else yield report('lost', place, data, { related })
  }
}

function removed({ markers, place, with: what, gap }: Removal, report: Report): Finding {
  const data = { markers: listOf(markers), behind: place.text, lines: markers.map(({ line }) => line) }
  if (!gap) return report(what, place, data, info)
  // Renderers number footnotes anew, and a link leads to its source whatever its number is.
  const { series } = gap
  return report('gap', gap, { ...data, marker: gap.text }, series.notation === 'footnote' || series.linked ? info : {})
}

function* entries({ orphaned, stranded }: Changes, report: Report): Generator<Finding> {
  for (const {
    entries: [first, ...more],
    former,
  } of orphaned) {
    const related = more.map(({ labelText, labelRange }) => ({ message: `So has \`${labelText}\``, range: labelRange }))
    const data = { entry: first!.labelText, count: more.length + 1, line: former.line }
    yield report(more.length > 0 ? 'orphans' : 'orphan', first!.labelRange, data, { ...warning, related })
  }
  for (const { marker, others: more, count } of stranded) {
    const related = more.map(({ text, ...range }) => ({ message: `\`${text}\` leads there too`, range }))
    const data = { marker: marker.text, count }
    yield report(count > 1 ? 'list' : 'stranded', marker, data, { ...(count > 1 && warning), related })
  }
}

function* others({ shifted, exchanged }: Changes, report: Report): Generator<Finding> {
  for (const { markers, before, words } of shifted) {
    const first = markers[0]!
    const data = { marker: first.text, count: markers.length, was: before.text, line: before.line }
    if (!words) yield report('run', first, data)
    else {
      const both = { before: short(words.before), now: short(words.now) }
      yield report(markers.length > 1 ? 'shift' : 'other', first, { ...data, ...both })
    }
  }
  for (const { marker, before } of exchanged)
    yield report('exchanged', marker, { marker: marker.text, was: before.text, line: before.line }, info)
}

function* arrivals({ moved, added, against }: Changes, report: Report): Generator<Finding> {
  const isEdit = against === 'base'
  for (const { marker, before, place, newWords } of moved) {
    const related = [{ message: `\`${before.text}\` ${isEdit ? 'stood' : 'belongs'} here`, range: place }]
    const data = { marker: marker.text, line: before.line }
    yield report(isEdit ? 'moved' : 'elsewhere', marker, data, { ...(newWords && info), related })
  }
  for (const marker of added)
    yield report(isEdit ? 'added' : 'extra', marker, { marker: marker.text }, isEdit ? info : {})
}

function listOf(markers: readonly Former[]): string {
  const texts = markers.map(({ text }) => `\`${text}\``)
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)!}`
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text || 'nothing')
