import { convert } from '../convert/convert.ts'
import { joinConversions } from '../convert/join.ts'
import type { Target } from '../convert/convert.ts'
import { UsageError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Arguments } from './args.ts'
import { rewriteCommand } from './rewrite.ts'
import type { World } from './streams.ts'

const targets: readonly string[] = ['footnote', 'bracket', 'superscript'] satisfies Target[]

/** `footlint convert --to <notation> <paths>`: writes markers and entries in another notation. */
export async function convertCommand(given: Arguments, world: World): Promise<number> {
  const to = readTarget(given.values.to)
  return rewriteCommand(
    {
      name: 'convert',
      done: 'converted',
      allowed: ['convert'],
      rewrite: (document) => convert(document, to),
      join: joinConversions,
      lines: ({ rewriting: { markers, entries } }) => [
        `${counted(markers, 'marker')} and ${counted(entries, 'entry', 'entries')}`,
      ],
      data: ({ rewriting: { markers, entries } }) => ({ markers, entries }),
    },
    given,
    world,
  )
}

function readTarget(to: string | undefined): Target {
  if (to !== undefined && targets.includes(to)) return to as Target
  const expected = `expected --to ${targets.join(', --to ')}`
  if (to === undefined) throw new UsageError(`\`footlint convert\` has to be told the notation, ${expected}`)
  const meant = nearest(to, targets)
  throw new UsageError(`unknown notation ${to}, ${meant === undefined ? expected : `did you mean ${meant}?`}`)
}

const counted = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
