import { Readable, Writable } from 'node:stream'
import { UsageError } from '../errors.ts'
import type { Arguments } from './args.ts'
import { projectOptions } from './project-options.ts'
import type { World } from './streams.ts'

/** `footlint lsp`: serves an editor over standard input and output until it is closed. */
export async function lsp({ operands, values }: Arguments, world: World): Promise<number> {
  if (operands.length > 0)
    throw new UsageError(`\`footlint lsp\` takes no paths, found ${operands[0]}; the editor says which texts are open`)
  const { onIgnored: _, ...options } = await projectOptions(values, world)
  const { serveStreams } = await import('../lsp/main.ts')
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      // Each message comes as a whole: no character is cut.
      world.stdout.write(chunk.toString())
      done()
    },
  })
  const input = world.stdin instanceof Readable ? world.stdin : Readable.from(world.stdin, { objectMode: false })
  try {
    return await serveStreams(input, output, options, world.cwd)
  } finally {
    // The editor has said `exit` and may leave the stream open.
    input.destroy()
  }
}
