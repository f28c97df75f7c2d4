import { once } from '../lazily.ts'
import type { Source } from '../source.ts'
import type { Reading, Verdict } from './document.ts'
import { createLiner } from './entries/lines.ts'
import { createPlacer } from './place.ts'
import type { EntryObject, Whereabouts } from './series/entry.ts'
import { createDoubt } from './unread.ts'

/** Where the entries of a document stand and on which lines. Nothing is looked at before somebody asks. */
export function createWhereabouts(
  entries: readonly EntryObject[],
  { reading, source, verdicts }: { readonly reading: Reading; readonly source: Source; readonly verdicts: readonly Verdict[] },
): Whereabouts {
  const placer = once(() => createPlacer(entries, reading, source.text))
  const liner = once(() => createLiner(entries, source, createDoubt(verdicts)))
  return { placeOf: (entry) => placer()(entry), linesOf: (entry) => liner()(entry) }
}
