import type { Block, Candidate, Malformation, Notation } from '../document.ts'
import { sourceRange } from '../formats/prose.ts'
import { invisible } from '../invisible.ts'
import { numberOf } from './footnote.ts'
import { createCandidate } from './create.ts'

const label = String.raw`[\p{L}\p{N}_.:-]{1,60}`

/** A slip of the pen, how it looks, and what it makes of a label. Each pattern matches the whole marker, its label in group 1. */
interface Slip {
  readonly kind: Malformation['kind']
  readonly notation: Notation
  /** A character that it has in any case; `any` has none. */
  readonly sign: 'caret' | 'wide' | 'invisible' | 'any'
  readonly pattern: RegExp
  /** The label that was meant. */
  readonly meant?: (label: string) => string
}

const hidden = new RegExp(`[${invisible}]`)

const slips: readonly Slip[] = [
  {
    kind: 'caret',
    notation: 'footnote',
    sign: 'caret',
    pattern: new RegExp(String.raw`(?<!\[)\^\[(${label})\]`, 'gu'),
  },
  { kind: 'caret', notation: 'footnote', sign: 'caret', pattern: new RegExp(String.raw`\[(${label})\^\]`, 'gu') },
  {
    kind: 'space',
    notation: 'footnote',
    sign: 'caret',
    pattern: new RegExp(String.raw`\[(?:[ \t]+\^[ \t]*|\^[ \t]+)(${label})[ \t]*\]`, 'gu'),
  },
  { kind: 'space', notation: 'footnote', sign: 'caret', pattern: new RegExp(String.raw`\[\^(${label})[ \t]+\]`, 'gu') },
  { kind: 'bracket', notation: 'footnote', sign: 'caret', pattern: new RegExp(String.raw`\[\^(${label})[})]`, 'gu') },
  { kind: 'bracket', notation: 'footnote', sign: 'caret', pattern: new RegExp(String.raw`[{(]\^(${label})\]`, 'gu') },
  {
    kind: 'bracket',
    notation: 'footnote',
    sign: 'caret',
    pattern: new RegExp(String.raw`\[\^(${label}?)(?=[.,;:!?*)]*(?:\s|$|[。，、；：]))(?![^\[\]]{0,60}\])`, 'gu'),
  },
  {
    kind: 'bracket',
    notation: 'footnote',
    sign: 'caret',
    pattern: new RegExp(String.raw`(?<![\[({ \t\r\n\\^])\^(${label})\]`, 'gu'),
  },
  {
    kind: 'width',
    notation: 'footnote',
    sign: 'wide',
    pattern: new RegExp(String.raw`(?:［\^|\[＾|［＾|【\^)(${label})[\]］】]`, 'gu'),
  },
  { kind: 'bracket', notation: 'bracket', sign: 'any', pattern: /[{(][ \t]?(\d{1,3})\]/g },
  { kind: 'bracket', notation: 'bracket', sign: 'any', pattern: /\[(\d{1,3})[})]/g },
  // More numbers behind it: nobody can say where the bracket was closed, or it is, after very many of them.
  {
    kind: 'bracket',
    notation: 'bracket',
    sign: 'any',
    pattern: /\[(\d{1,3})(?=[\s.,;:!?]|$)(?![,;]\s?\d)(?![^[\]]{0,60}\])/g,
  },
  // The next marker of the cluster stands right behind it: `[6[7]`, `[6]7]`.
  { kind: 'bracket', notation: 'bracket', sign: 'any', pattern: /\[(\d{1,3})(?=\[\d{1,3}\])/g },
  { kind: 'bracket', notation: 'bracket', sign: 'any', pattern: /(?<=\[\d{1,3}\])(\d{1,3})\]/g },
  {
    kind: 'bracket',
    notation: 'footnote',
    sign: 'caret',
    pattern: new RegExp(String.raw`\[\^(${label})(?=\[\^${label}\])`, 'gu'),
  },
  // What stands before it is asked last: there are few brackets, and many letters.
  {
    kind: 'bracket',
    notation: 'bracket',
    sign: 'any',
    pattern: /(\d{1,3})\](?<=[\p{L}.,;:!?"'”’»)]\d{1,3}\])(?<!\[[^[\]]{0,60}\d{1,3}\])/gu,
  },
  { kind: 'width', notation: 'bracket', sign: 'wide', pattern: /[［【〔]([0-9０-９]{1,3})[］】〕]/g, meant: halfWidth },
  {
    kind: 'width',
    notation: 'bracket',
    sign: 'wide',
    pattern: /(?:\[(?=[0-9]*[０-９])([0-9０-９]{1,3})\]|\[([0-9]{1,3})］|［([0-9]{1,3})\])/g,
    meant: halfWidth,
  },
  {
    kind: 'letter',
    notation: 'bracket',
    sign: 'any',
    pattern: /\[(?=[lIOo]*\d)([\dlIOo]{2,3})(?<=[lIOo]\d*)\]/g,
    meant: digits,
  },
  {
    kind: 'invisible',
    notation: 'bracket',
    sign: 'invisible',
    pattern: new RegExp(String.raw`\[(?=\d*[${invisible}])([\d${invisible}]{1,8})\]`, 'gu'),
    meant: (text) => text.replace(/\D/g, ''),
  },
  {
    kind: 'invisible',
    notation: 'footnote',
    sign: 'invisible',
    pattern: new RegExp(String.raw`\[[${invisible}]*\^([\p{L}\p{N}_.:${invisible}-]{1,60})\]`, 'gu'),
    meant: (text) => text.replace(new RegExp(`[${invisible}]`, 'gu'), ''),
  },
]

function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

function digits(text: string): string {
  return text.replace(/[lI]/g, '1').replace(/[Oo]/g, '0')
}

/** What looks like a marker with one thing wrong. Whether it is one depends on the entries and the other markers. */
export function findMalformed(block: Block, source: string): Candidate[] {
  const found: Candidate[] = []
  const holds = {
    caret: block.text.includes('^'),
    wide: /[＾［【〔］０-９]/.test(block.text),
    invisible: hidden.test(block.text),
    any: true,
  }
  for (const { kind, notation, sign, pattern, meant } of slips) {
    if (!holds[sign]) continue
    for (const match of block.text.matchAll(pattern)) {
      const written = match[1] ?? match[2] ?? match[3] ?? ''
      const text = meant ? meant(written) : written
      const number = notation === 'footnote' ? numberOf(text) : Number(text)
      const expected = notation === 'footnote' ? `[^${text}]` : `[${text}]`
      if (text === '' || match[0] === expected) continue
      const stretch = { block, at: match.index, to: match.index + match[0].length }
      const range = sourceRange(block, stretch.at, stretch.to)
      const family = notation === 'footnote' ? 'footnote' : 'number'
      const members = [{ start: range.start, end: range.end, text, label: text, number, through: undefined }]
      const slip = { notation, family, members, malformed: { kind, expected } } as const
      found.push(createCandidate(source, { ...stretch, range }, slip))
    }
  }
  return found
}
