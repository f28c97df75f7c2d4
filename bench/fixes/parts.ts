import { answerPart, inParts } from '../parts.ts'
import { fixGenerated, sumOf } from './generated.ts'
import type { Counts, Run } from './generated.ts'

export const fixInParts = (run: Run, parts: number): Promise<Counts> =>
  inParts(run, parts, { module: new URL(import.meta.url), sumOf })

answerPart(fixGenerated)
