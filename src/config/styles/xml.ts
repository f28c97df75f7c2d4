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

/** No style nests deeper, and those who walk through one stay far from the end of the stack. */
const deepest = 200

/** Comment, CDATA, declaration or document type, tag. */
const token =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s<>/="'?!]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y

/**
 * Reads XML 1.0 as far as style files use it: elements, attributes, text, the five named entities and numeric ones. No
 * document type is obeyed, nothing external is loaded. Throws nothing; gives the root element or the first mistake.
 */
export function readXml(text: string): XmlElement | XmlMistake {
  const document: OpenElement = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [document]
  let behind = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', behind)) {
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) return { offset: at, expected: '&lt;' }
    open.at(-1)!.text += decode(text.slice(behind, at)) + (match[1] ?? '')
    behind = token.lastIndex
    const [, , closing, name, attributes = '', empty] = match
    if (name === undefined) continue
    if (closing === '/') {
      const mistake = closeElement(open, name, at)
      if (mistake) return mistake
      continue
    }
    const child: OpenElement = { name, attributes: attributesOf(attributes), children: [], text: '' }
    open.at(-1)!.children.push(child)
    if (open.length > deepest) return { offset: at, expected: '' }
    if (empty !== '/') open.push(child)
  }
  if (open.length > 1) return { offset: text.length, expected: `</${open.at(-1)!.name}>` }
  return document.children[0] ?? { offset: 0, expected: '<style>' }
}

/** Closes the innermost element, whose name that has to be, and gives its text to the one around it. */
function closeElement(open: OpenElement[], name: string, offset: number): XmlMistake | undefined {
  const [parent, element] = open.slice(-2)
  if (element?.name !== name) return { offset, expected: element ? `</${element.name}>` : '' }
  parent!.text += element.text
  open.pop()
  return undefined
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
