import { UsageError } from '../errors.ts'
import type { ProjectOptions } from '../project/visit.ts'
import type { World } from './streams.ts'

/** `--print-config <file>`: what applies to a file, and where each value comes from. */
export async function printConfig(file: string, _options: ProjectOptions, _world: World): Promise<number> {
  throw new UsageError(`--print-config ${file}: not there yet`)
}
