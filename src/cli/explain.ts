import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { parsePlace } from './place.ts'
import { packageFolder } from './package-files.ts'
import { listed } from './rules.ts'
import type { Listed } from './rules.ts'
import type { World } from './streams.ts'

/** `footlint explain <rule>`: the rule's page, as it is in the package; `footlint explain <file:line:column>`: that place. */
export async function explain(operands: readonly string[], world: World): Promise<number> {
  const [id, ...more] = operands
  const place = id === undefined || more.length > 0 ? undefined : parsePlace(id)
  if (place) return (await import('./explain-place.ts')).explainPlace(place, world)
  if (id === undefined || more.length > 0) {
    throw new UsageError(
      `expected one rule or one place (file:line:column) to explain, found ${operands.length === 0 ? 'none' : operands.join(' ')}`,
      {
        hint: '`footlint rules` lists them',
      },
    )
  }
  const rule = listed.find((one) => one.id === id)
  if (!rule) {
    const ids = listed.map((one) => one.id)
    const meant = nearest(id, ids)
    throw new UsageError(`there is no rule ${id}${meant === undefined ? '' : `, did you mean ${meant}?`}`, {
      hint: '`footlint rules` lists them',
    })
  }
  const page = join(packageFolder(), 'rules', `${id}.md`)
  world.stdout.write(existsSync(page) ? readFileSync(page, 'utf8') : describe(rule))
  return 0
}

/** The checks of directives have no page: what they say is all there is to know. */
function describe({ id, summary, severity, messages }: Listed): string {
  const lines = Object.values(messages).map((message) => `- ${message}`)
  return `# ${id}\n\n${summary}. Severity: ${severity}.\n\n${lines.join('\n')}\n`
}
