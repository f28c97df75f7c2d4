import type { Document, Entry, Marker, Series } from '../document/document.ts'
import { labelKey } from '../document/label.ts'

/** What is cited under one label, within one series. */
export interface Target {
  /** Its place among all targets of the text. */
  readonly id: number
  readonly label: string
  readonly number: number | undefined
  readonly family: string
  /** What it says; empty where it says nothing, or nobody knows what. */
  readonly text: string
  readonly entry: Entry | undefined
  /** A key that none of the bibliographies has, as far as they are known. */
  readonly isUnknown: boolean
}

type Labelled = Pick<Target, 'label' | 'number' | 'family'>

/** The targets of some documents, each made once. */
export interface Targets {
  readonly all: readonly Target[]
  /** Which series a marker belongs to, from 0. */
  readonly seriesOf: (marker: Marker) => number
  /** A range of numbers has several. */
  readonly ofMarker: (marker: Marker) => readonly Target[]
  /** What would be cited by something that counts for no marker. */
  readonly ofLabel: (labelled: Labelled) => Target
}

export function createTargets(documents: readonly Document[]): Targets {
  const all: Target[] = []
  const byKey = new Map<string, Target>()
  const unknown = new Set<string>()
  const put = (series: number, labelled: Labelled, text: string, entry?: Entry): Target => {
    const { label, number, family } = labelled
    const key = `${series} ${family === 'citekey' ? label : labelKey(labelled)}`
    const known = byKey.get(key)
    if (known) return known
    const isUnknown = unknown.has(`${series} ${label}`)
    const target = { id: all.length, label, number, family, text: tidy(text), entry, isUnknown }
    byKey.set(key, target)
    all.push(target)
    return target
  }
  // What was worked out of a series afterwards is a copy of it, with the same markers.
  const numbers = new Map<Series['markers'], number>()
  const allSeries = documents.flatMap((document) => document.series)
  for (const [index, series] of allSeries.entries()) {
    if (series.notation === 'citekey') for (const { label } of series.undefined) unknown.add(`${index} ${label}`)
    numbers.set(series.markers, index)
    for (const entry of series.entries) put(index, entry, entry.text, entry)
  }
  const seriesOf = (marker: Marker) => numbers.get(marker.series.markers) ?? -1
  return {
    all,
    seriesOf,
    ofMarker(marker) {
      const series = seriesOf(marker)
      const { family } = marker.mark
      const { numbers: cited, record } = marker
      if (cited.length === 0) return [put(series, { ...marker, family }, record?.record.text ?? '')]
      return cited.map((number) => put(series, { label: `${number}`, number, family }, ''))
    },
    ofLabel: (labelled) => put(-1, labelled, ''),
  }
}

const known = new WeakMap<Target, string>()

/** What a target says, letters and digits alone. Citations inside an entry are not its words. */
export function lettersOf(target: Target): string {
  const found = known.get(target) ?? reduced(target.text)
  known.set(target, found)
  return found
}

function reduced(text: string): string {
  return text
    .replace(/\[\^?[\p{L}\p{N}_-]{1,60}\]/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
