/** A line of a stream of bytes, numbered from 1; one that is too long is only counted. */
export type Line =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly length: number }

const lineFeed = 10
const carriageReturn = 13
const byteOrderMark = Buffer.from('\uFEFF')

/**
 * Cuts a stream at its line feeds, and gives the lines that each chunk of it ends. Of a line no more than the limit is ever held. A byte order mark before the first line,
 * carriage returns at the ends and lines of white space are left out; the last line needs no end.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  limit: number,
): AsyncGenerator<readonly Line[], void, undefined> {
  let number = 0
  let pieces: Uint8Array[] = []
  let length = 0
  const take = (piece: Uint8Array) => {
    length += piece.length
    if (length <= limit) pieces.push(piece)
    else pieces = []
  }
  const finish = (): Line | undefined => {
    number++
    const line = length > limit ? { number, length } : lineFrom(number, pieces)
    pieces = []
    length = 0
    return line
  }
  for await (const given of stream) {
    const chunk = typeof given === 'string' ? Buffer.from(given) : given
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      take(chunk.subarray(start, end))
      start = end + 1
      const line = finish()
      if (line) lines.push(line)
    }
    if (start < chunk.length) take(chunk.subarray(start))
    if (lines.length > 0) yield lines
  }
  const last = length > 0 ? finish() : undefined
  if (last) yield [last]
}

function lineFrom(number: number, pieces: readonly Uint8Array[]): Line | undefined {
  const whole = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
  const begin = number === 1 && byteOrderMark.compare(whole, 0, 3) === 0 ? 3 : 0
  const end = whole.at(-1) === carriageReturn ? whole.length - 1 : whole.length
  const bytes = whole.subarray(begin, Math.max(begin, end))
  return bytes.every(isWhite) ? undefined : { number, bytes }
}

const isWhite = (byte: number) => byte === 32 || byte === 9 || byte === carriageReturn
