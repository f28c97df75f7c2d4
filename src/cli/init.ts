import { UsageError } from '../errors.ts'
import type { World } from './streams.ts'

/** `footlint init`: writes a configuration file to begin with. */
export async function init(_operands: readonly string[], _world: World): Promise<number> {
  throw new UsageError('init: not there yet')
}
