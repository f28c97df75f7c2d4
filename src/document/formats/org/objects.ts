import type { Key, Link } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { objectCharacter } from '../prose.ts'
import type { Prose } from '../prose.ts'

/** A stretch of the source, and what is being made of it. */
export interface Stretch extends Range {
  readonly text: string
  readonly prose: Prose
  readonly closed: ReadonlyMap<number, number>
  /** Hears of `[fn:name: …]` and of what stands in it. */
  readonly onNote: (key: Key, whole: Range, words: Range) => void
}

/** An object of Org: where it ends, and how it is taken over. */
interface Found {
  readonly end: number
  readonly take: () => void
}

type Find = (at: number, stretch: Stretch) => Found | undefined

/** What the objects of Org begin with that are more than words (Org Syntax, "Objects"). */
const openings =
  /\[\[|\[fn:|\[cite|[[<]\d{4}-|<<|\{\{\{|\\\(|\\\[|\$\$|\\nbsp|\^\{|\b(?:src_|call_|(?:no)?cite[a-z]*:)|@@|[*/_+=~]/g

/** Readers by what the object begins with; those that are not here begin with a letter of their own. */
const finders: Readonly<Record<string, Find>> = {
  '[[': findLink,
  '[fn:': findNote,
  '[cite': findCitation,
  '<<': opaque(/<{2,3}[^<>\n]+>{2,3}/y),
  '{{{': opaque(/\{\{\{[A-Za-z][^{}]*\}\}\}/y),
  '\\(': opaque(/\\\((?:[^\\]|\\(?![()]))*\\\)/y),
  '\\[': opaque(/\\\[(?:[^\\]|\\(?![[\]]))*\\\]/y),
  $$: opaque(/\$\$[^$]+\$\$/y),
  '\\nbsp': (at, stretch) => written(/\\nbsp(?:\{\}|(?![A-Za-z]))/y, at, stretch, '\u00A0'),
  '^{': findRaised,
  src_: opaque(/src_\w+(?:\[[^\]\n]*\])?\{[^}\n]*\}/y),
  call_: opaque(/call_[\w-]+(?:\[[^\]\n]*\])?\([^)\n]*\)(?:\[[^\]\n]*\])?/y),
  '@@': opaque(/@@\w+:[^\n@]*@@/y),
}

const findTime = opaque(/[<[]\d{4}-\d\d-\d\d[^\]>\n]*[>\]](?:--[<[]\d{4}-\d\d-\d\d[^\]>\n]*[>\]])?/y)

function finderOf(opening: string): Find {
  if (/^[*/_+=~]$/.test(opening)) return findEmphasis
  if (/^[<[]\d/.test(opening)) return findTime
  return finders[opening] ?? findOldCitation
}

/** Takes a stretch of Org over: its words, and the marks of Org's own as links. */
export function takeObjects(stretch: Stretch): void {
  const { text, prose, start, end } = stretch
  const seek = new RegExp(openings)
  const words = text.slice(start, end)
  let from = start
  for (let match = seek.exec(words); match; match = seek.exec(words)) {
    const at = start + match.index
    const found = finderOf(match[0])(at, stretch)
    if (!found || found.end > end) {
      // A citation that is none does not become one of org-ref's without its bracket.
      seek.lastIndex = match.index + (match[0] === '[cite' ? match[0].length : 1)
      continue
    }
    prose.takeLines(from, at, 0)
    found.take()
    from = found.end
    seek.lastIndex = from - start
  }
  prose.takeLines(from, end, 0)
}

function matchAt(pattern: RegExp, at: number, { text }: Stretch): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Something that means another text. */
function written(pattern: RegExp, at: number, stretch: Stretch, text: string): Found | undefined {
  const match = matchAt(pattern, at, stretch)
  if (!match) return undefined
  const end = at + match[0].length
  return { end, take: () => stretch.prose.takeAs(text, at, end) }
}

function opaque(pattern: RegExp): Find {
  return (at, stretch) => written(pattern, at, stretch, objectCharacter)
}

/** A mark of Org's own: one character, and a link that says what it is. */
function mark({ prose }: Stretch, range: Range, link: Pick<Link, 'kind' | 'keys' | 'words'>): Found {
  const take = () => {
    const at = prose.length
    prose.takeAs(objectCharacter, range.start, range.end)
    prose.link({ at, to: prose.length, range, ...link })
  }
  return { end: range.end, take }
}

/** Where the brackets of a stretch are closed: by the offset of each, the offset behind its other half. */
export function closedBrackets(text: string, { start, end }: Range): ReadonlyMap<number, number> {
  const closed = new Map<number, number>()
  const open: number[] = []
  for (let at = start; at < end; at++) {
    if (text[at] === '[') open.push(at)
    else if (text[at] === ']' && open.length > 0) closed.set(open.pop()!, at + 1)
  }
  return closed
}

/** `[fn:1]`, `[fn:name: words]`, `[fn:: words]`. */
function findNote(at: number, stretch: Stretch): Found | undefined {
  const match = matchAt(/\[fn:([\w-]*)(?:(\])|:\s*)/y, at, stretch)
  if (!match) return undefined
  const [head, label = '', close] = match
  const key = { label, start: at + 4, end: at + 4 + label.length }
  const keys = label === '' ? [] : [key]
  if (close !== undefined)
    return label === '' ? undefined : mark(stretch, { start: at, end: at + head.length }, { kind: 'note', keys })
  const end = stretch.closed.get(at)
  if (end === undefined) return undefined
  const whole = { start: at, end }
  const words = { start: Math.min(at + head.length, end - 1), end: end - 1 }
  const { take } = mark(stretch, whole, { kind: 'inline-note', keys, words })
  return {
    end,
    take: () => {
      take()
      stretch.onNote(key, whole, words)
    },
  }
}

/** `[cite/style:see @one p. 3; @two]`. */
function findCitation(at: number, stretch: Stretch): Found | undefined {
  const head = matchAt(/\[cite(?:\/[\w/-]*)?:/y, at, stretch)
  const end = head ? stretch.closed.get(at) : undefined
  if (!head || end === undefined) return undefined
  const words = stretch.text.slice(at, end)
  const keys = [...words.matchAll(/@([-\p{L}\p{N}_.:?!`'/*@+|(){}<>&^$#%~]+)/gu)].map(({ index, 1: label }) => {
    const start = at + index + 1
    return { label: label!, start, end: start + label!.length }
  })
  return keys.length === 0 ? undefined : mark(stretch, { start: at, end }, { kind: 'cite', keys })
}

/** org-ref's `cite:one,two` and `cite:&one;&two`. */
function findOldCitation(at: number, stretch: Stretch): Found | undefined {
  const match = matchAt(/(?:no)?cite[a-z]*:(?=[&\p{L}\p{N}_])([\p{L}\p{N}_:.&;,-]*[\p{L}\p{N}_-])/uy, at, stretch)
  if (!match) return undefined
  const end = at + match[0].length
  const first = end - match[1]!.length
  const keys = [...match[1]!.matchAll(/[\p{L}\p{N}_:.-]+/gu)].map(({ index, 0: label }) => {
    return { label, start: first + index, end: first + index + label.length }
  })
  return keys.length === 0 ? undefined : mark(stretch, { start: at, end }, { kind: 'cite', keys })
}

/** A link whose words go on for longer has lost its end. */
const longestLink = 1000

/** `[[target][words]]`, `[[target]]`. */
function findLink(at: number, stretch: Stretch): Found | undefined {
  const match = matchAt(/\[\[([^[\]]{1,2000})\]([[\]])/y, at, stretch)
  if (!match) return undefined
  const [head, url = '', sign] = match
  const { prose, text } = stretch
  if (sign === ']') {
    const inner = /^(?:no)?cite[a-z]*:/.test(url) ? findOldCitation(at + 2, stretch) : undefined
    const end = at + head.length
    return inner ? { end, take: inner.take } : { end, take: () => prose.takeAs(objectCharacter, at, end) }
  }
  const start = at + head.length
  const close = text.slice(start, start + longestLink).indexOf(']]')
  if (close < 0) return undefined
  const end = start + close
  const take = () => {
    const from = prose.length
    takeObjects({ ...stretch, start, end })
    prose.link({ at: from, to: prose.length, kind: 'inline', url, range: { start: at, end: end + 2 } })
  }
  return { end: end + 2, take }
}

/** `word^{1}`. */
function findRaised(at: number, stretch: Stretch): Found | undefined {
  const match = matchAt(/\^\{([^{}\n]{1,40})\}/y, at, stretch)
  const before = stretch.text[at - 1]
  if (!match || before === undefined || /\s/.test(before)) return undefined
  const { prose } = stretch
  const range = { start: at, end: at + match[0].length }
  const take = () => {
    const from = prose.length
    prose.take(at + 2, range.end - 1)
    prose.link({ at: from, to: prose.length, kind: 'superscript', range })
  }
  return { end: range.end, take }
}

const emphases: Readonly<Record<string, RegExp>> = Object.fromEntries(
  '*/_+=~'.split('').map((sign) => {
    const inside = `[^${sign}\\n]*`
    return [
      sign,
      new RegExp(`\\${sign}(?=\\S)${inside}(?:\\n${inside})?(?<=\\S)\\${sign}(?=$|[\\s\\-.,;:!?'")}\\[\\\\\\]])`, 'y'),
    ]
  }),
)

/** `*bold*`, `/italic/`, `=verbatim=`: what may stand before and behind is said by `org-emphasis-regexp-components`. */
function findEmphasis(at: number, stretch: Stretch): Found | undefined {
  const { text, prose } = stretch
  const sign = text[at]!
  if (at > stretch.start && !/[\s\-({'"]/.test(text[at - 1]!)) return undefined
  const match = matchAt(emphases[sign]!, at, stretch)
  if (!match || match[0].length < 3) return undefined
  const end = at + match[0].length
  if (sign === '=' || sign === '~') return { end, take: () => prose.takeAs(objectCharacter, at, end) }
  return { end, take: () => takeObjects({ ...stretch, start: at + 1, end: end - 1 }) }
}
