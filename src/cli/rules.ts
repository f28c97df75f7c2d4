import { rules } from '../../rules/index.ts'
import { UsageError } from '../errors.ts'
import { audits } from '../suppress/audits.ts'
import { stale } from '../suppress/stale.ts'
import { unreadable } from '../unreadable.ts'
import type { Arguments } from './args.ts'
import type { World } from './streams.ts'

/** A rule, or a check of the directives, as far as a list tells of it. */
export interface Listed {
  readonly id: string
  readonly summary: string
  readonly severity: string
  readonly fixable: string | undefined
  readonly messages: Readonly<Record<string, string>>
  readonly url?: string
}

export const listed: readonly Listed[] = [
  ...rules.map(({ id, summary, recommended, fixable, messages, url }) => {
    return { id, summary, severity: recommended, fixable, messages, ...(url !== undefined && { url }) }
  }),
  unreadable,
  ...Object.values(audits),
  stale,
]

/** `footlint rules`: a line for each rule with its severity and whether it can be fixed. */
export function listRules({ operands, values }: Arguments, world: World): number {
  if (operands.length > 0) throw new UsageError(`\`footlint rules\` takes no paths, found ${operands.join(' ')}`)
  const { format = 'pretty' } = values
  if (format === 'json') world.stdout.write(`${JSON.stringify(listed.map(describe), undefined, 2)}\n`)
  else if (format === 'pretty') world.stdout.write(renderTable())
  else throw new UsageError(`unknown format ${format}, expected pretty or json`)
  return 0
}

function describe({ id, summary, severity, fixable, url }: Listed) {
  return { id, summary, severity, fixable: fixable ?? null, url: url ?? null }
}

function renderTable(): string {
  const width = Math.max(0, ...listed.map((rule) => rule.id.length))
  const lines = listed.map(({ id, severity, fixable, summary }) => {
    const fix = fixable === undefined ? '' : `${fixable} fix`
    return `${id.padEnd(width)}  ${severity.padEnd(7)}  ${fix.padEnd(10)}  ${summary}\n`
  })
  return `${lines.join('')}\n\`footlint explain <rule>\` says more about one of them\n`
}
