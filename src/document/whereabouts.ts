import { once } from '../lazily.ts'
import type { Source } from '../source.ts'
import type { Reading, Verdict } from './document.ts'
import { createLiner } from './entries/lines.ts'
import { createPlacer } from './place.ts'
import type { EntryObject, Whereabouts } from './series/entry.ts'
import { createDoubt } from './unread.ts'

/** What entries stand among. */
interface Surroundings {
  readonly reading: Reading
  readonly source: Source
  readonly verdicts: readonly Verdict[]
}

/** Has all entries of a document tell where they stand and on which lines. Nothing is looked at before somebody asks one. */
export function standEntries(entries: readonly EntryObject[], { reading, source, verdicts }: Surroundings): void {
  const placer = once(() => createPlacer(entries, reading, source.text))
  const onLines = () => entries.filter(({ kind }) => kind !== 'inline')
  const liner = once(() => createLiner(onLines(), source, createDoubt(verdicts)))
  const whereabouts: Whereabouts = {
    placeOf: (entry) => placer()(entry),
    linesOf: (entry) => liner()(entry),
  }
  for (const entry of entries) entry.standBy(whereabouts)
}
