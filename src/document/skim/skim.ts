import { bytesOf, standAt } from './bytes.ts'
import { codePairs, createCodeCheck } from './code.ts'
import type { IsInCode } from './code.ts'
import { createFinder, textStart } from './finder.ts'
import type { Finder } from './finder.ts'
import { createLabels } from './labels.ts'
import { createNameCheck } from './names.ts'
import { createWatches, pairsOf } from './watches.ts'
import type { Watch } from './watches.ts'

/** A look at the bytes of a text before anything is made of them. */
export interface Skim {
  /** Where the bytes are put. */
  readonly room: Uint8Array
  /** Looks at so many bytes in the room. */
  readonly look: (length: number, format: 'markdown' | 'text') => Verdict
}

/**
 * A text is bare that holds nothing that anybody looks for: no sign of a marker, an entry or a leftover, no key of a bibliography
 * and no name of one, no NUL, no byte order mark. A comment in it may be a directive all the same. Whether the bytes are UTF-8 is
 * not looked at. Some of what may be marked is bare, too. A text that is noted holds footnotes, or what looks like some, and
 * nothing else.
 */
export type Verdict = 'bare' | 'commented' | 'noted' | 'marked'

/** Makes one; `undefined` where the engine has no fast way. */
export function createSkim(): Skim | undefined {
  const labels = createLabels()
  const watches = [...createWatches(), { byte: 93, next: [58], isSign: labels.isKnown, kind: 'sign' as const }]
  const finder = finderOf(watches)
  if (!finder) return undefined
  const { memory, room, places, find } = finder
  const { looks, pairs } = tablesOf(watches)
  const codeOf = createCodeCheck(finder)
  const mayName = createNameCheck(textStart)
  /** Which kinds of signs a text holds, out of code; `undefined` where one of them settles the matter. */
  function kindsIn(length: number, format: 'markdown' | 'text') {
    const seen = { note: false, caret: false, comment: false }
    let isInCode: IsInCode | undefined
    const count = find('signs', length)
    for (let index = 0; index < count; index++) {
      const at = places.signs[index]!
      // Behind the text are zeros, too.
      if (at >= textStart + length) break
      const byte = memory[at]!
      if (pairs[(byte << 8) | memory[at + 1]!] === 0) continue
      const kind = kindAt(looks[byte]!, memory, at)
      if (kind === 'key') return undefined
      if (kind === undefined || (kind !== 'comment' && format === 'markdown' && (isInCode ??= codeOf(length))(at)))
        continue
      if (kind === 'sign') return undefined
      seen[kind] = true
    }
    return seen
  }

  return {
    room,
    look(length, format) {
      labels.clear()
      const seen = kindsIn(length, format)
      if (!seen || mayName(memory, length) || standAt(memory, textStart, byteOrderMark)) return 'marked'
      if (seen.note) return seen.caret || format === 'text' ? 'marked' : 'noted'
      return seen.comment ? 'commented' : 'bare'
    },
  }
}

const byteOrderMark = bytesOf('\uFEFF')

function finderOf(watches: readonly Watch[]): Finder | undefined {
  try {
    return createFinder({ signs: pairsOf(watches), code: codePairs })
  } catch {
    return undefined
  }
}

/** What the first of some that is a sign is of. */
function kindAt(watches: readonly Watch[], bytes: Uint8Array, at: number): Watch['kind'] | undefined {
  for (let index = 0; index < watches.length; index++) {
    const { isSign, kind } = watches[index]!
    if (isSign(bytes, at)) return kind
  }
  return undefined
}

/** The looks at each byte, and a table with a one for each two bytes that are worth a look. */
function tablesOf(watches: readonly Watch[]) {
  const looks = Array.from({ length: 256 }, (): Watch[] => [])
  const pairs = new Uint8Array(1 << 16)
  for (const watch of watches) {
    const { byte, next } = watch
    looks[byte]!.push(watch)
    if (next) for (const behind of next) pairs[(byte << 8) | behind] = 1
    else pairs.fill(1, byte << 8, (byte + 1) << 8)
  }
  return { looks, pairs }
}
