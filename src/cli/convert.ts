import { UsageError } from '../errors.ts'
import type { Arguments } from './args.ts'
import type { World } from './streams.ts'

export async function convertCommand({ operands }: Arguments, world: World): Promise<number> {
  throw new UsageError(`not yet ${operands.length} ${world.cwd}`)
}
