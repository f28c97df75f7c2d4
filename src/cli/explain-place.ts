import { readDocument } from '../document/read.ts'
import { UsageError } from '../errors.ts'
import { explainAt } from '../explain.ts'
import { visitFiles } from '../project/visit.ts'
import type { Visitor } from '../project/visit.ts'
import { printable } from '../reporters/terminal.ts'
import { offsetAt } from '../source.ts'
import type { Source } from '../source.ts'
import { complainAbout } from './report-run.ts'
import type { Place } from './place.ts'
import type { World } from './streams.ts'

/** `footlint explain file.md:12:5`: what footlint takes the bracket at this place for, and why. */
export async function explainPlace(place: Place, world: World): Promise<number> {
  const write = (lines: readonly string[]) => world.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''))
  const visitor: Visitor = {
    file(source, { settings }, read, library) {
      const offset = offsetIn(source, place)
      write(
        explainAt([readDocument(source, read, { ...settings, library })], offset, ({ start }) => ({ source, start })),
      )
    },
    async book({ texts, wanted, ...options }) {
      const { placeInFile } = await import('../document/book.ts')
      const { readBook } = await import('../document/read-book.ts')
      const book = readBook(texts, options)
      const part = book.parts.find((one) => wanted.has(one.source.path))
      if (!part) return
      const offset = part.start + offsetIn(part.source, place)
      write(explainAt(book.documents, offset, (range) => placeInFile(book, range)))
    },
  }
  const failures = await visitFiles([place.path], { cwd: world.cwd, ignore: false }, visitor)
  complainAbout(failures, world.stderr)
  return failures.length > 0 ? 2 : 0
}

function offsetIn(source: Source, { path, line, column }: Place): number {
  const offset = offsetAt(source, line, column)
  if (offset === undefined) throw new UsageError(`${path} has no line ${line} with a column ${column}`)
  return offset
}
