import type { Entry, EntryList, Place, Series } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import type { MarkerDraft } from '../mark.ts'

/** Tells of the entries of one document where they stand. */
export interface Whereabouts {
  readonly placeOf: (entry: EntryObject) => Place
  readonly linesOf: (entry: EntryObject) => Pick<Entry, 'lines' | 'removal'>
}

/**
 * An entry in the making. There may be millions: each keeps what its draft does not tell, and hardly anybody asks where one
 * stands.
 */
export class EntryObject implements Entry {
  readonly draft: EntryDraft
  readonly labelText: string
  readonly identifiers: Entry['identifiers']
  readonly list: EntryList | undefined
  series: Series = undefined as never
  markers: MarkerDraft[] = noMarkers
  #whereabouts: Whereabouts | undefined = undefined
  #place: Place | undefined = undefined
  #lines: Pick<Entry, 'lines' | 'removal'> | undefined = undefined

  constructor(draft: EntryDraft, { labelText, identifiers, list }: Pick<Entry, 'labelText' | 'identifiers' | 'list'>) {
    this.draft = draft
    this.labelText = labelText
    this.identifiers = identifiers
    this.list = list
  }

  /** Most entries are cited once, and an array that grows has room for sixteen more. */
  citeBy(marker: MarkerDraft): void {
    if (this.markers.length === 0) this.markers = [marker]
    else this.markers.push(marker)
  }

  standBy(whereabouts: Whereabouts): void {
    this.#whereabouts = whereabouts
  }

  get kind(): Entry['kind'] {
    return this.draft.kind
  }

  get family(): Entry['family'] {
    return this.draft.family
  }

  get start(): number {
    return this.draft.start
  }

  get end(): number {
    return this.draft.end
  }

  get label(): string {
    return this.draft.label
  }

  get number(): number | undefined {
    return this.draft.number
  }

  get labelRange(): Entry['labelRange'] {
    return this.draft.labelRange
  }

  get text(): string {
    return this.draft.text
  }

  get malformed(): Entry['malformed'] {
    return this.draft.malformed
  }

  get record(): Entry['record'] {
    return this.draft.record
  }

  get place(): Place {
    return (this.#place ??= this.#whereabouts!.placeOf(this))
  }

  get lines(): Entry['lines'] {
    return this.#onLines().lines
  }

  get removal(): Entry['removal'] {
    return this.#onLines().removal
  }

  #onLines(): Pick<Entry, 'lines' | 'removal'> {
    return (this.#lines ??= this.#whereabouts!.linesOf(this))
  }
}

const noMarkers: MarkerDraft[] = []
