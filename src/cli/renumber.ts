import { placeInFile } from '../document/book.ts'
import { UsageError } from '../errors.ts'
import type { Rewritten } from '../project/rewrite-files.ts'
import { joinRenumberings } from '../renumber/join.ts'
import { renumber } from '../renumber/renumber.ts'
import type { Renumbering, RenumberedSeries, RenumberOptions } from '../renumber/renumber.ts'
import type { Range } from '../source.ts'
import type { Arguments, Values } from './args.ts'
import { rewriteCommand } from './rewrite.ts'
import { nameOfPlace, placeOf } from './rewrite-report.ts'
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
      join: joinRenumberings,
      lines: renderMaps,
      data: reportOn,
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

function reportOn(rewritten: Rewritten<Renumbering>): object {
  const { scope: bookScope, rewriting } = rewritten
  const startOf = (range: Range) => {
    const { start, path } = placeOf(rewritten, range)
    return { ...(path !== undefined && { path }), ...start }
  }
  return {
    series: rewriting.series.map((one) => ({
      notation: one.notation,
      scope: one.scope,
      ...(bookScope !== undefined && { paths: pathsOf(rewritten, one) }),
      map: one.map,
    })),
    merged: rewriting.merged.map(({ gone, kept }) => ({ gone: startOf(gone), kept: startOf(kept) })),
    left: rewriting.left.map(({ message, range }) => ({ message, ...placeOf(rewritten, range) })),
  }
}

/** The files of a book that hold markers or entries of a series. */
function pathsOf({ parts }: Rewritten<Renumbering>, { places }: RenumberedSeries): string[] {
  const held = new Set(places.map((place) => placeInFile({ parts }, place).source))
  return parts.flatMap(({ source }) => (held.has(source) ? source.path : []))
}

/** A line for each label that has changed, those of one series below each other; in a book, under the files that hold it. */
function renderMaps(rewritten: Rewritten<Renumbering>): string[] {
  const { parts, scope, rewriting } = rewritten
  const lines = rewriting.series.flatMap((one) => {
    const changed = one.map.filter((label) => label.old !== label.new)
    const width = Math.max(0, ...changed.map((label) => label.old.length))
    const rows = changed.map((label) => `${label.old.padStart(width)} → ${label.new}`)
    return scope === undefined || rows.length === 0
      ? rows
      : [pathsOf(rewritten, one).join(', '), ...rows.map((row) => `  ${row}`)]
  })
  const notes = rewriting.left.map(({ message, range }) => {
    const { source, start, end } = placeInFile({ parts }, range)
    return `${nameOfPlace(rewritten, range)}  left alone: \`${source.text.slice(start, end)}\`, since ${message}`
  })
  return lines.length + notes.length === 0 ? ['entries moved, numbers unchanged'] : [...lines, ...notes]
}
