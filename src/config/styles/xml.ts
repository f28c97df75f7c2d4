/** An element of XML with what style files need of it. Names keep their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** All text inside, the children's too. */
  readonly text: string
}

interface OpenElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: OpenElement[]
  text: string
}

/** Why a text is no XML: what was expected at an offset (UTF-16). */
export interface XmlMistake {
  readonly offset: number
  readonly expected: string
}

/** Comment, CDATA, declaration or document type, tag. Each gives way to the next where its end is missing. */
const token =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s<>/="']+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g

/**
 * Reads XML 1.0 as far as style files use it: elements, attributes, text, the five named entities and numeric ones. No
 * document type is obeyed, nothing external is loaded. Throws nothing; gives the root element or the first mistake.
 */
export function readXml(text: string): XmlElement | XmlMistake {
  const document: OpenElement = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [document]
  let behind = 0
  for (const match of text.matchAll(token)) {
    const [whole, data, closing, name = '', attributes = '', empty] = match
    const element = open.at(-1)!
    const words = text.slice(behind, match.index)
    if (words.includes('<')) return { offset: behind + words.indexOf('<'), expected: '&lt;' }
    element.text += decode(words) + (data ?? '')
    behind = match.index + whole.length
    if (name === '') continue
    if (closing === '/') {
      if (open.length === 1 || element.name !== name) return { offset: match.index, expected: `</${element.name}>` }
      open.pop()
      open.at(-1)!.text += element.text
      continue
    }
    const child: OpenElement = { name, attributes: attributesOf(attributes), children: [], text: '' }
    element.children.push(child)
    if (empty !== '/') open.push(child)
  }
  const rest = text.indexOf('<', behind)
  if (rest >= 0) return { offset: rest, expected: '&lt;' }
  if (open.length > 1) return { offset: text.length, expected: `</${open.at(-1)!.name}>` }
  return document.children[0] ?? { offset: 0, expected: '<style>' }
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return new Map([...pairs].map(([, name = '', double, single]) => [name, decode(double ?? single ?? '')]))
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(\w+));/g, (whole, decimal, hex, name: string) => {
    if (name) return entities[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
