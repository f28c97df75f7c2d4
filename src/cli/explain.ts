import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../../rules/index.ts'
import { UsageError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { packageFolder } from './package-files.ts'
import type { World } from './streams.ts'

/** `footlint explain <rule>`: the rule's page, as it is in the package. */
export function explain(operands: readonly string[], world: World): number {
  const [id, ...more] = operands
  if (id === undefined || more.length > 0) {
    throw new UsageError(`expected one rule to explain, found ${operands.length === 0 ? 'none' : operands.join(' ')}`, {
      hint: '`footlint rules` lists them',
    })
  }
  const ids = rules.map((rule) => rule.id)
  if (!ids.includes(id)) {
    const meant = nearest(id, ids)
    throw new UsageError(`there is no rule ${id}${meant === undefined ? '' : `, did you mean ${meant}?`}`, {
      hint: '`footlint rules` lists them',
    })
  }
  world.stdout.write(readFileSync(join(packageFolder(), 'rules', `${id}.md`), 'utf8'))
  return 0
}
