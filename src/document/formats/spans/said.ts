import { decodeString } from 'micromark-util-decode-string'
import type { Range } from '../../../source.ts'
import { behindLineEnd, holdsLineEnd } from '../line-ends.ts'
import { skipPrefix } from '../prose.ts'
import type { Spans, Step } from './spans.ts'

/** A stretch that is not said as it is written, and what is said in its place. */
interface Cut extends Range {
  readonly said: string
}

/**
 * What a block says to somebody who sees no markup, as `mdast-util-to-string` has it: the words, code and tags, without the
 * marks of notes and the brackets of links. `undefined` where the parser has to look: at images, at tags over lines.
 */
export function saidIn(spans: Spans): string | undefined {
  const { text, start, end, steps } = spans
  const cuts: Cut[] = []
  for (const step of steps) {
    const own = cutsFor(step, spans)
    if (!own) return undefined
    for (const cut of own) if (cut.end > cut.start) cuts.push(cut)
  }
  cuts.sort((one, other) => one.start - other.start)
  let said = ''
  let from = start
  for (const cut of cuts) {
    if (cut.start < from) continue
    said += wordsIn(spans, from, cut.start) + cut.said
    from = cut.end
  }
  return text.length < end ? said : said + wordsIn(spans, from, end)
}

function cutsFor(step: Step, { text, end: limit, quoteDepth }: Spans): Cut[] | undefined {
  const { start, end } = step
  switch (step.kind) {
    case 'note':
      return [{ start, end, said: '' }]
    case 'drop': {
      // A line that is broken on purpose ends without a word.
      const isBreak = /[ \\]/.test(text[start]!) && end < limit && holdsLineEnd(text[end]!)
      return [{ start, end: isBreak ? skipPrefix(text, behindLineEnd(text, end), limit, quoteDepth) : end, said: '' }]
    }
    case 'object': {
      const said = objectIn(text.slice(start, end))
      return said === undefined ? undefined : [{ start, end, said }]
    }
    case 'tag':
      return holdsLineEnd(text.slice(start, end)) ? undefined : [{ start, end, said: text.slice(start, end) }]
    case 'close':
      return step.link.label === undefined
        ? []
        : [
            { start: step.opened, end: step.opened + 1, said: '' },
            { start: step.words, end, said: '' },
          ]
    default:
      return []
  }
}

/** What code, a formula or an element say; `undefined` where they go over lines, and of images. */
function objectIn(written: string): string | undefined {
  if (holdsLineEnd(written) || written[0] === '!') return undefined
  return written[0] === '<' ? written : codeIn(written)
}

/** What stands between ticks (CommonMark 0.31 §6.1). */
function codeIn(written: string): string {
  const ticks = /^(.)\1*/.exec(written)![0].length
  const code = written.slice(ticks, -ticks)
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code
}

/** Words as they are written, line by line; white space around line ends is not said. */
function wordsIn({ text, end: limit, quoteDepth }: Spans, start: number, end: number): string {
  const written = text.slice(start, end)
  if (!holdsLineEnd(written)) return written.includes('&') || written.includes('\\') ? decodeString(written) : written
  const lines: string[] = []
  let from = start
  for (let index = start; index < end; index++) {
    const character = text[index]
    if (character !== '\n' && character !== '\r') continue
    const next = behindLineEnd(text, index)
    lines.push(text.slice(from, index).replace(/[ \t]+$/, '') + text.slice(index, next))
    from = Math.min(skipPrefix(text, next, limit, quoteDepth), end)
    index = Math.max(from, next) - 1
  }
  lines.push(text.slice(from, end))
  return decodeString(lines.join(''))
}
