import type { Source } from '../source.ts'
import type { Document } from './document.ts'

/** Works a source out: blocks, markers, entries, series. */
export function readDocument(source: Source): Document {
  return { source, blocks: [], comments: [], verdicts: [], marks: [], clusters: [], entries: [], series: [] }
}
