import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Document, Entry, Fix } from '../src/rule.ts'

export default defineRule({
  id: 'entry-placement',
  summary: 'Entries must stand where the style wants them',
  severity: 'warning',
  recommended: 'off',
  fixable: 'unsafe',
  options: v.strictObject({
    place: v.optional(
      v.pipe(
        v.picklist(['document-end', 'section-end']),
        v.description(
          'Where entries stand: behind all prose of the document, or behind that of the section that cites them',
        ),
      ),
      'document-end',
    ),
  }),
  messages: {
    'document-end': '`{{entry}}` has prose behind it, expected it at the end of the document',
    'section-end': '`{{entry}}` stands elsewhere, expected it at the end of the section that cites it',
  },
  silentOn: ({ entries }) => entries === 0,
  *check({ document, options: { place }, report }) {
    const isRight = (entry: Entry) =>
      place === 'document-end'
        ? entry.place.before === 'nothing'
        : entry.place.before !== 'prose' && entry.place.withMarkers
    const wrong = document.entries.filter((entry) => entry.kind !== 'record' && !entry.place.inLine && !isRight(entry))
    const fix = move(document, wrong, place)
    let before: Entry | undefined
    for (const entry of wrong) {
      // Entries that stand together have gone astray together.
      const isNext = before !== undefined && before.place.next === entry.place.next
      before = entry
      if (!isNext) yield report(place, entry.labelRange, { entry: entry.labelText }, fix && { fix })
    }
  },
})

/** All entries that stand elsewhere go where they belong, together and in their order. A list goes with its heading, so it stays. */
function move(
  { source, entries }: Document,
  wrong: readonly Entry[],
  place: 'document-end' | 'section-end',
): Fix | undefined {
  const { text } = source
  const isMovable = (entry: Entry) => entry.kind !== 'list' && entry.removal && entry.lines && isAtMargin(text, entry)
  if (wrong.length === 0 || !wrong.every(isMovable)) return undefined
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n'
  // A definition below the line of a list would be a part of it.
  const ends = new Set(entries.flatMap(({ kind, lines }) => (kind === 'list' ? [] : (lines?.end ?? []))))
  const moved = new Map<number, string[]>()
  for (const {
    place: { sectionEnd },
    lines,
  } of wrong) {
    const to = place === 'section-end' ? sectionEnd : text.trimEnd().length
    moved.set(to, [...(moved.get(to) ?? []), text.slice(lines!.start, lines!.end)])
  }
  const insertions = [...moved].map(([at, slices]) => {
    return { start: at, end: at, text: lineEnd.repeat(ends.has(at) ? 1 : 2) + slices.join(lineEnd) }
  })
  const edits = [...wrong.map((entry) => entry.removal!), ...insertions].toSorted(
    (one, other) => one.start - other.start,
  )
  return { title: 'Move the entries', safe: false, changes: 'entries', edits }
}

const isAtMargin = (text: string, { start }: Entry) => start === 0 || /[\r\n]/.test(text[start - 1]!)
