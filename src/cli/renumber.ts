import { UsageError } from '../errors.ts'
import type { Rewritten } from '../project/rewrite-files.ts'
import { renumber } from '../renumber/renumber.ts'
import type { Renumbering, RenumberOptions } from '../renumber/renumber.ts'
import { positionAt } from '../source.ts'
import type { Arguments, Values } from './args.ts'
import { rewriteCommand } from './rewrite.ts'
import type { World } from './streams.ts'

/** `footlint renumber <paths>`: numbers markers and entries anew, and prints what became what. */
export function renumberCommand(given: Arguments, world: World): Promise<number> {
  const options = readOptions(given.values)
  return rewriteCommand(
    {
      name: 'renumber',
      done: 'renumbered',
      allowed: ['renumber'],
      rewrite: (document) => renumber(document, options),
      lines: renderMaps,
      data: ({ rewriting: { series, left, merged }, before }) => ({
        series,
        merged: merged.map(({ gone, kept }) => ({
          gone: positionAt(before, gone.start),
          kept: positionAt(before, kept.start),
        })),
        left: left.map(({ message, range }) => ({
          message,
          start: positionAt(before, range.start),
          end: positionAt(before, range.end),
        })),
      }),
    },
    given,
    world,
  )
}

function readOptions(values: Values): RenumberOptions {
  const { start, labels = 'keep', 'close-gaps': closeGaps, 'merge-duplicates': mergeDuplicates = false } = values
  if (labels !== 'keep' && labels !== 'number') throw new UsageError(`--labels ${labels}, expected keep or number`)
  if (closeGaps && labels === 'number')
    throw new UsageError('--close-gaps keeps the order of the numbers, and names have none, expected --labels keep')
  if (start !== undefined && !/^\d{1,4}$/.test(start))
    throw new UsageError(`--start ${start}, expected a whole number from 0 to 9999`)
  return {
    order: closeGaps ? 'kept' : 'cited',
    start: start === undefined ? undefined : Number(start),
    labels,
    mergeDuplicates,
  }
}

/** A line for each label that has changed, those of one series below each other. */
function renderMaps({ before, rewriting: { series, left } }: Rewritten<Renumbering>): string[] {
  const lines = series.flatMap(({ map }) => {
    const changed = map.filter((one) => one.old !== one.new)
    const width = Math.max(0, ...changed.map((one) => one.old.length))
    return changed.map((one) => `${one.old.padStart(width)} → ${one.new}`)
  })
  const notes = left.map(({ message, range }) => {
    const { line, column } = positionAt(before, range.start)
    return `${line}:${column}  left alone: \`${before.text.slice(range.start, range.end)}\`, since ${message}`
  })
  return lines.length + notes.length === 0 ? ['entries moved, numbers unchanged'] : [...lines, ...notes]
}
