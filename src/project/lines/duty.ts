import { resolve } from 'node:path'
import type { Resolver } from '../../config/resolve.ts'
import { configurations } from '../configurations.ts'
import type { ProjectOptions } from '../visit.ts'
import { answerLine, documentName } from './answer.ts'
import type { Line } from './lines.ts'

/** What answers lines, here or in a thread: all that can be sent. */
export type LinesDuty = Pick<ProjectOptions, 'config' | 'commandLine' | 'plugins' | 'inlineConfig'> & {
  readonly cwd: string
  /** So many bytes a line may have. */
  readonly limit: number
}

/** Answers lines, one after the other. */
export async function beginLines(duty: LinesDuty): Promise<(lines: readonly Line[]) => Promise<string[]>> {
  const configuration = await configurationFor(duty)
  return async (lines) => {
    const answers: string[] = []
    // oxlint-disable-next-line no-await-in-loop -- one text after the other, so that only one is held
    for (const line of lines) answers.push(await answerLine(line, configuration, duty.limit))
    return answers
  }
}

/** One configuration for all documents: that of the working directory, or the one that is named. */
export async function configurationFor(duty: LinesDuty): Promise<Resolver> {
  const cwd = resolve(duty.cwd)
  return (await configurations(cwd, duty))(documentName)
}
