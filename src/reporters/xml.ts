import { escaped, replaceUnprintable } from './terminal.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Text of foreign origin as the value of an attribute or the content of an element. What would do something to a
 * terminal or be normalised by a parser is a character reference; what XML 1.0 cannot hold at all is written out: `\x1b`.
 */
export function escapeXml(text: string): string {
  const marked = text.replace(/[&<>"]/g, (character) => entities[character]!)
  return replaceUnprintable(marked, reference).replace(/[\ufffe\uffff]/g, escaped)
}

function reference(character: string): string {
  const code = character.codePointAt(0)!
  const isForbidden = (code < 0x20 && !'\t\n\r'.includes(character)) || (code >= 0xd800 && code < 0xe000)
  return isForbidden ? escaped(character) : `&#x${code.toString(16)};`
}

/** An element with attributes; its content is XML already. Attributes that are `undefined` are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const opening = [name, ...given.map(([key, value]) => `${key}="${escapeXml(String(value))}"`)].join(' ')
  return content.length === 0 ? `<${opening}/>\n` : `<${opening}>\n${content.join('')}</${name}>\n`
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
