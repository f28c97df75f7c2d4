import type { Range } from '../../../source.ts'

/** A piece of HTML. `raw` is what stands in elements without markup inside, `other` what browsers do not show. */
export interface Token extends Range {
  readonly kind: 'text' | 'raw' | 'open' | 'close' | 'comment' | 'other'
  /** Of a tag, in lower case; otherwise empty. */
  readonly name: string
  readonly attributes: readonly Attribute[]
  /** `<br/>`. */
  readonly closesItself: boolean
}

/** `name="value"`; the range is that of the value, without quotes. */
export interface Attribute extends Range {
  readonly name: string
}

/** Elements whose content is text whatever it looks like (HTML 13.2.5.1: RCDATA, RAWTEXT, script data). */
const rawElements = new Set('script style textarea title xmp iframe noembed noframes plaintext'.split(' '))

/**
 * Cuts HTML up as a browser does (HTML 13.2.5). Pieces follow one another without a gap, and each letter is looked at a
 * fixed number of times. A tag that the end of the text cuts off is `other` to the end. In XML, `<script/>` has no content.
 */
export function* tokensOf(text: string, isXml = false): Generator<Token> {
  for (let at = 0; at < text.length;) {
    const token = (text[at] === '<' && markupAt(text, at)) || textAt(text, at)
    yield token
    at = token.end
    if (token.kind !== 'open' || !rawElements.has(token.name) || (isXml && token.closesItself)) continue
    const close = rawEnd(text, token)
    if (close > at) yield simple('raw', at, close)
    at = close
  }
}

/** The value of an attribute as it is written; of one that stands twice, the first. */
export function attributeOf(text: string, { attributes }: Token, name: string): string | undefined {
  const found = attributes.find((attribute) => attribute.name === name)
  return found && text.slice(found.start, found.end)
}

function simple(kind: Token['kind'], start: number, end: number): Token {
  return { kind, name: '', attributes: [], closesItself: false, start, end }
}

function textAt(text: string, at: number): Token {
  return simple('text', at, find(text, '<', at + 1))
}

/** Where something is found, or the end of the text. */
function find(text: string, what: string, from: number): number {
  const index = text.indexOf(what, from)
  return index < 0 ? text.length : index
}

function markupAt(text: string, at: number): Token | undefined {
  if (text.startsWith('<!--', at)) return simple('comment', at, commentEnd(text, at))
  const second = text[at + 1] ?? ''
  if (second === '!' || second === '?') return bogus(text, at)
  if (second !== '/') return isLetter(second) ? tagAt(text, at, at + 1) : undefined
  const third = text[at + 2] ?? ''
  if (isLetter(third)) return tagAt(text, at, at + 2)
  return third === '' ? undefined : bogus(text, at)
}

const isLetter = (character: string): boolean => /^[a-z]/i.test(character)

function bogus(text: string, at: number): Token {
  return simple('other', at, Math.min(find(text, '>', at) + 1, text.length))
}

function commentEnd(text: string, at: number): number {
  const short = /<!---?>/y
  short.lastIndex = at
  if (short.test(text)) return short.lastIndex
  const close = /--!?>/g
  close.lastIndex = at + 4
  return close.test(text) ? close.lastIndex : text.length
}

/** Finds a character of a class, or gives the end of the text. */
function seek(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

const endOfName = /[\t\n\f\r />]/g
const notBetween = /[^\t\n\f\r /]/g
const endOfAttribute = /[\t\n\f\r />=]/g
const notSpace = /[^\t\n\f\r ]/g
const endOfBareValue = /[\t\n\f\r >]/g

function tagAt(text: string, start: number, nameAt: number): Token {
  const attributes: Attribute[] = []
  let at = seek(text, endOfName, nameAt)
  const name = text.slice(nameAt, at).toLowerCase()
  for (at = seek(text, notBetween, at); at < text.length && text[at] !== '>'; at = seek(text, notBetween, at)) {
    const attribute = attributeAt(text, at)
    attributes.push(attribute)
    at = attribute.next
  }
  if (at >= text.length) return simple('other', start, text.length)
  const kind = nameAt === start + 1 ? 'open' : 'close'
  return { kind, name, attributes, closesItself: text[at - 1] === '/', start, end: at + 1 }
}

function attributeAt(text: string, at: number): Attribute & { readonly next: number } {
  const nameEnd = seek(text, endOfAttribute, at + 1)
  const name = text.slice(at, nameEnd).toLowerCase()
  const sign = seek(text, notSpace, nameEnd)
  if (text[sign] !== '=') return { name, start: nameEnd, end: nameEnd, next: nameEnd }
  const start = seek(text, notSpace, sign + 1)
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    const end = find(text, quote, start + 1)
    return { name, start: start + 1, end, next: Math.min(end + 1, text.length) }
  }
  const end = seek(text, endOfBareValue, start)
  return { name, start, end, next: end }
}

/** Where the closing tag of an element with raw text begins. */
function rawEnd(text: string, { name, end }: Token): number {
  if (name === 'plaintext') return text.length
  return seek(text, new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi'), end)
}
