import fc from 'fast-check'
import { trickyMarkdown } from '../../tests/arbitrary-markdown.ts'
import { markedText, noise } from '../../tests/arbitrary-text.ts'
import { answerPart, batch, inParts } from '../parts.ts'
import type { Drawn } from '../parts.ts'
import { compareTexts, sumOf } from './tally.ts'
import type { Tally, Text } from './tally.ts'

const text = fc.oneof(
  { weight: 8, arbitrary: trickyMarkdown },
  { weight: 1, arbitrary: markedText },
  { weight: 1, arbitrary: noise },
)

export const compareInParts = (run: Drawn, parts: number): Promise<Tally> =>
  inParts(run, parts, { module: new URL(import.meta.url), sumOf })

function* drawn({ count, seed }: Drawn): Generator<Text> {
  for (let done = 0; done < count; done += batch) {
    for (const one of fc.sample(text, { numRuns: Math.min(batch, count - done), seed: seed + done }))
      yield { name: `seed ${seed + done}`, text: one }
    console.error(`${Math.min(done + batch, count)} of ${count} documents from seed ${seed}`)
  }
}

answerPart((run: Drawn) => compareTexts(drawn(run)))
