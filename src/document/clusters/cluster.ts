import type { Candidate, Cluster, Seam } from '../document.ts'
import type { MarkerDraft, MarkObject } from '../mark.ts'
import { seamsOf } from './seams.ts'

/** A cluster in the making. There may be millions: what most of them lack they share, and what hardly anybody asks for is worked out anew. */
export class ClusterObject implements Cluster {
  readonly start: number
  end: number
  marks: MarkObject[] = none
  markers: MarkerDraft[] = none
  punctuation: Cluster['punctuation'] = undefined
  order: Cluster['order'] = undefined
  alone = false
  fused = false
  delimiters: Cluster['delimiters'] = none
  runs: Cluster['runs'] = none
  rangeFaults: Cluster['rangeFaults'] = none
  readonly #source: string

  constructor({ start, end }: Candidate, source: string) {
    this.start = start
    this.end = end
    this.#source = source
  }

  get seams(): readonly Seam[] {
    return seamsOf(this, this.#source)
  }

  /** Most clusters have one mark, and an array that grows has room for sixteen more. */
  add(mark: MarkObject): void {
    this.end = mark.suffix?.end ?? mark.end
    if (this.marks.length === 0) {
      this.marks = [mark]
      this.markers = mark.markers
      return
    }
    if (this.markers === this.marks[0]!.markers) this.markers = this.markers.slice()
    this.marks.push(mark)
    for (const marker of mark.markers) this.markers.push(marker)
  }
}

const none: never[] = []
