import { resolve } from 'node:path'
import { printConfig as render } from '../config/print.ts'
import { relativePath } from '../project/paths.ts'
import { configurations } from '../project/configurations.ts'
import type { ProjectOptions } from '../project/visit.ts'
import { printableJson } from '../reporters/terminal.ts'
import type { World } from './streams.ts'

/** `--print-config <file>`: what applies to a file, which need not exist, and where each value comes from. */
export async function printConfig(file: string, options: ProjectOptions, world: World): Promise<number> {
  const path = relativePath(world.cwd, resolve(world.cwd, file))
  const configuration = await (await configurations(world.cwd, options))(path)
  world.stdout.write(printableJson(render(path, configuration.resolve(path))))
  return 0
}
