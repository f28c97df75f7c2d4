import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { initFileName, initText } from '../config/init.ts'
import { UsageError } from '../errors.ts'
import type { World } from './streams.ts'

/** `footlint init`: writes a configuration to begin with, unless there is one. */
export function init(operands: readonly string[], world: World): number {
  if (operands.length > 0) throw new UsageError(`\`footlint init\` takes no paths, found ${operands.join(' ')}`)
  const present = presentConfig(world.cwd)
  if (present !== undefined) {
    throw new UsageError(`there is a configuration already: ${present}`, {
      hint: 'change that one, or remove it first',
    })
  }
  try {
    writeFileSync(join(world.cwd, initFileName), initText(), { flag: 'wx' })
  } catch (error) {
    throw new UsageError(`cannot write ${initFileName}: ${(error as Error).message}`, { cause: error })
  }
  world.stdout.write(`Wrote ${initFileName}\n`)
  return 0
}

function presentConfig(folder: string): string | undefined {
  const named = readdirSync(folder).find((name) => /^(?:\.footlintrc(?:\.\w+)?|footlint\.config\.\w+)$/.test(name))
  return named ?? (isInPackageJson(folder) ? 'footlint in package.json' : undefined)
}

function isInPackageJson(folder: string): boolean {
  try {
    return Object.hasOwn(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object, 'footlint')
  } catch {
    return false
  }
}
