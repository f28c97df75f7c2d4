import type { XmlElement } from './xml.ts'

/** How a style writes the number of a citation. */
export interface Writing {
  /** Raised; else between square brackets or parentheses; `none` where neither, or where no number is written. */
  readonly form: 'superscript' | 'bracket' | 'parenthesis' | 'none'
  /** The opening bracket, of a raised number too: `¹` and `⁽¹⁾`. Empty where there is none. */
  readonly brackets: '' | '[' | '('
  /** Whether each number has its own brackets (IEEE), not the cluster. */
  readonly each: boolean
}

/** An element on the way to the number; the layout is the first. */
type Path = readonly XmlElement[]

/**
 * How the number is written in a layout: what the elements around it add. Looks into macros, and in alternatives takes
 * the first one that has a number. `undefined` where no number is written.
 */
export function findNumber(style: XmlElement, layout: XmlElement): Writing | undefined {
  const macros = new Map(
    style.children.filter(({ name }) => name === 'macro').map((macro) => [macro.attributes.get('name'), macro]),
  )
  const path = pathToNumber(layout, [], { macros, seen: new Set() })
  if (!path) return undefined
  const isRaised = path.some((element) => element.attributes.get('vertical-align') === 'sup')
  const bracketed = path.findIndex((element, index) => opened(element, path[index + 1]) !== '')
  const brackets = bracketed < 0 ? '' : opened(path[bracketed]!, path[bracketed + 1])
  const plain = brackets === '[' ? 'bracket' : brackets === '(' ? 'parenthesis' : 'none'
  return { form: isRaised ? 'superscript' : plain, brackets, each: bracketed > 0 }
}

interface Search {
  readonly macros: ReadonlyMap<string | undefined, XmlElement>
  /** Macros that have been looked into: none is asked twice, not even one that calls itself. */
  readonly seen: Set<XmlElement>
}

/** Macros that call macros end somewhere. */
const deepest = 500

function pathToNumber(element: XmlElement, above: Path, search: Search): Path | undefined {
  const path = [...above, element]
  const isWritten = element.name === 'text' || element.name === 'number'
  if (isWritten && element.attributes.get('variable') === 'citation-number') return path
  const macro = element.name === 'text' ? search.macros.get(element.attributes.get('macro')) : undefined
  if (above.length > deepest || (macro && search.seen.has(macro))) return undefined
  if (macro) search.seen.add(macro)
  for (const child of macro ? [macro] : element.children) {
    const found = pathToNumber(child, path, search)
    if (found) return found
  }
  return undefined
}

/** The bracket that an element opens before the number: in its prefix, or in a text before the child that leads there. */
function opened(element: XmlElement, next: XmlElement | undefined): '' | '[' | '(' {
  const before = next ? element.children.slice(0, Math.max(0, element.children.indexOf(next))) : []
  const written = [element.attributes.get('prefix'), ...before.map((child) => child.attributes.get('value'))].join('')
  const bracket = /[[(〔［（](?=[^\])〕］）]*$)/.exec(written)?.[0]
  if (bracket === undefined) return closed(element)
  return '[〔［'.includes(bracket) ? '[' : '('
}

/** `1)`: only the closing one is written. */
function closed(element: XmlElement): '' | '[' | '(' {
  const suffix = element.attributes.get('suffix') ?? ''
  if (suffix.startsWith(']')) return '['
  return suffix.startsWith(')') ? '(' : ''
}
