import type { Marker } from '../document/document.ts'
import { lineAt } from '../source.ts'
import type { Range } from '../source.ts'
import { escaped, wordsOfEntry } from './entry-words.ts'
import { entryOf, markersOf, rangeOfThing, thingAt } from './thing.ts'
import type { Thing } from './thing.ts'
import { ownRange, placeOf } from './view.ts'
import type { View } from './view.ts'

/** What an editor shows above a place, as Markdown. */
export interface Hovered {
  readonly range: Range
  readonly text: string
}

/** On a marker, the entry that it points to; on an entry, the places that cite it. */
export function hoverAt(view: View, offset: number): Hovered | undefined {
  const thing = thingAt(view, offset)
  if (!thing) return undefined
  const text = thing.kind === 'marker' ? textOfMarker(view, thing, thing.marker) : textOfEntry(view, thing)
  return text === undefined ? undefined : { range: ownRange(view, rangeOfThing(thing)), text }
}

function textOfMarker(view: View, thing: Thing, { text, record, series }: Marker): string | undefined {
  const entry = entryOf(thing)
  if (entry) return wordsOfEntry(view, entry) || 'The entry is empty.'
  if (record) return `${escaped(record.record.text)}\n\n${escaped(record.source.path)}`
  if (series.notation === 'inline-note') return undefined
  if (series.notation === 'citekey') return view.library.isWhole && view.library.isNamed ? nowhere(text) : undefined
  return series.entries.length > 0 ? nowhere(text) : `${code(text)} has no list of entries to point to.`
}

const nowhere = (text: string) => `${code(text)} points nowhere.`
const code = (text: string) => `\`${text.replaceAll('`', "'")}\``

const most = 10

function textOfEntry(view: View, thing: Thing): string {
  const markers = markersOf(thing)
  const label = code(thing.kind === 'entry' ? thing.entry.labelText : '')
  if (markers.length === 0) {
    return thing.kind === 'entry' && thing.entry.kind === 'record'
      ? `Nothing in this file cites ${label}.`
      : `Nothing cites ${label}.`
  }
  const places = markers.slice(0, most).map((marker) => `- ${placeAndLine(view, marker)}`)
  const more = markers.length > most ? [`- and ${markers.length - most} more`] : []
  return [`${label} is cited ${times(markers.length)}:`, '', ...places, ...more].join('\n')
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

/** `line 3: … the words around it …` */
function placeAndLine(view: View, marker: Marker): string {
  const { source, start, end } = placeOf(view, marker)
  const line = lineAt(source, start)
  const lineStart = source.lineStarts[line - 1]!
  const before = source.text.slice(Math.max(lineStart, start - 50), start)
  const lineEnd = source.lineStarts[line] ?? source.text.length
  const after = source.text.slice(end, Math.min(lineEnd, end + 20))
  const words = `${start - 50 > lineStart ? '…' : ''}${before}${source.text.slice(start, end)}${after}`
  const file = source === view.source ? '' : `${escaped(source.path)}, `
  return `${file}line ${line}: ${escaped(words.replace(/\s+/g, ' ').trim())}${end + 20 < lineEnd ? '…' : ''}`
}
