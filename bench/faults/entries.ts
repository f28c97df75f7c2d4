import type { Document, Entry, Marker, Series } from '../../src/document/document.ts'
import { around, isProven, relabelled, replaced } from './mutant.ts'
import type { Mutant } from './mutant.ts'

interface Case {
  readonly document: Document
  readonly series: Series
  readonly entry: Entry
  /** The first marker in the text that cites it. */
  readonly marker: Marker | undefined
}

/** Entries with lines of their own. Notes in place and definitions of links have other faults, or none. */
function* cases(document: Document): Generator<Case> {
  const { text } = document.source
  for (const series of document.series) {
    for (const entry of isProven(series) ? series.entries : []) {
      const before = text.slice(text.lastIndexOf('\n', entry.start - 1) + 1, entry.start)
      if (entry.kind === 'inline' || entry.kind === 'definition' || !/^[ \t]*(?:<ol>)?$/.test(before)) continue
      yield { document, series, entry, marker: entry.markers.find((one) => !one.mark.inEntry) }
    }
  }
}

/** Items of an ordered list are counted by the renderer: to take one out renumbers the others. */
export function* entryRemoved(document: Document): Generator<Mutant> {
  for (const { series, entry, marker } of cases(document)) {
    const isCounted = /^(?:\d|<li)/.test(entry.labelText) && !entry.list?.mediaWiki
    // A bracket around a zero counts only where a list has it; a document without any entry is judged as one without a list.
    if (!marker || entry.number === 0 || series.entries.length < 2 || (isCounted && series.entries.at(-1) !== entry))
      continue
    const { start, end } = entry
    const text = replaced(document.source.text, [{ start, end, text: '' }])
    const place = around(marker.start - (marker.start > start ? end - start : 0), marker.end - marker.start)
    yield { fault: 'entry removed', text, spots: [{ rule: 'marker-undefined', place }] }
  }
}

/** A note with another name leaves its marker alone; a number that breaks the run of a list is seen at the list, too. */
export function* entryRenamed(document: Document): Generator<Mutant> {
  for (const { series, entry, marker } of cases(document)) {
    if (!marker || series.entries.filter((one) => one.label === entry.label).length > 1) continue
    const label = entry.kind === 'note' ? `${entry.label}x` : wrongNumber(series, entry)
    if (label === undefined || series.entries.some((one) => one.label === label)) continue
    const { start, end } = entry.labelRange
    const typed = relabelled(entry.labelText, entry.label, label)
    const text = replaced(document.source.text, [{ start, end, text: typed }])
    const shift = marker.start > start ? typed.length - (end - start) : 0
    const lost = { rule: 'marker-undefined', place: around(marker.start + shift, marker.end - marker.start) }
    const wrong = { rule: 'entry-malformed', place: around(start, typed.length) }
    const spots = entry.kind === 'note' ? [lost] : [wrong, lost]
    yield { fault: 'entry renamed', text, spots }
  }
}

/** Only between two neighbours that leave one number: at the ends of a list any number may be meant. */
function wrongNumber({ entries }: Series, entry: Entry): string | undefined {
  const index = entries.indexOf(entry)
  const { number } = entry
  const isBetween = entries[index - 1]?.number === number! - 1 && entries[index + 1]?.number === number! + 1
  if (!isBetween || !entry.list || entry.labelText.startsWith('<') || !/^\d+$/.test(entry.label)) return undefined
  return `${entry.label}${entry.label.at(-1)}`
}

export function* entryDoubled(document: Document): Generator<Mutant> {
  for (const { entry } of cases(document)) {
    const { start, end, labelText } = entry
    const { text: whole } = document.source
    const indent = /[ \t]*$/.exec(whole.slice(0, start))![0]
    const copy = `${whole.slice(start, end).trimEnd()}${labelText.startsWith('[') ? '\n\n' : '\n'}${indent}`
    const text = replaced(whole, [{ start, end: start, text: copy }])
    const place = around(start + copy.length, labelText.length)
    yield { fault: 'entry doubled', text, spots: [{ rule: 'entry-duplicate', place }] }
  }
}

export function* entryEmptied(document: Document): Generator<Mutant> {
  for (const { entry } of cases(document)) {
    const { text: whole } = document.source
    const { start, end } = entry.labelRange
    const words = /^\]?[.:]*[ \t]*/.exec(whole.slice(end))![0]
    const last = entry.start + whole.slice(entry.start, entry.end).trimEnd().length
    const text = replaced(whole, [{ start: end + words.length, end: Math.max(last, end + words.length), text: '' }])
    yield { fault: 'entry emptied', text, spots: [{ rule: 'entry-empty', place: around(start, end - start) }] }
  }
}
