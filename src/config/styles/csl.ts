import { findNumber } from './csl-number.ts'
import type { Writing } from './csl-number.ts'
import { readXml } from './xml.ts'
import type { XmlElement } from './xml.ts'

/*
 * A CSL style is read into what a configuration can say, so it stands with the configuration, as presets do: the text of
 * a file becomes settings, and nothing of a document is looked at.
 */

/** What a CSL style (1.0.2) says of markers and their list. */
export interface CslStyle extends Writing {
  readonly kind: 'style'
  readonly title: string
  /** `info/category/@citation-format`; where that is missing, what the citations are made of. */
  readonly class: 'numeric' | 'note' | 'author-date' | 'author' | 'label'
  /** Whether citations are numbers at all: some styles that call themselves numeric write author and year. */
  readonly numbered: boolean
  /** Whether the members of a cluster are sorted by number (`citation/sort`); `as-cited` where they are not sorted, or by something else. */
  readonly clusterOrder: 'ascending' | 'as-cited'
  /** Whether consecutive numbers become a range (`citation/@collapse`). */
  readonly collapse: boolean
  /** What stands between the members of a cluster (`citation/layout/@delimiter`), the brackets of `each` left out: `, `. */
  readonly delimiter: string
  /** Whether the list is sorted by something other than first citation: authors, years, languages. Then numbers say nothing of order. */
  readonly alphabeticalList: boolean
  /** `default-locale`, a BCP 47 tag. */
  readonly language: string | undefined
}

/** A style that is another one under the name of a journal: all that it says is which one. */
export interface CslDependent {
  readonly kind: 'dependent'
  readonly title: string
  /** The URI of the style that is needed: `http://www.zotero.org/styles/nature`. */
  readonly parent: string
  /** The file that it is usually in: `nature.csl`. */
  readonly parentFile: string
  readonly language: string | undefined
}

/** A text that is no style. `offset` (UTF-16) is where it stops being XML. */
export interface CslMistake {
  readonly kind: 'mistake'
  readonly offset: number
  readonly expected: string
}

/**
 * Reads a CSL style file (https://docs.citationstyles.org/en/stable/specification.html). Takes its text; throws nothing.
 * Where a style places numbers relative to punctuation is not in CSL.
 */
export function readCslStyle(text: string): CslStyle | CslDependent | CslMistake {
  const root = readXml(text)
  if ('offset' in root) return { kind: 'mistake', ...root }
  if (root.name !== 'style') return { kind: 'mistake', offset: text.indexOf('<'), expected: '<style>' }
  const info = childOf(root, 'info')
  const title = childOf(info, 'title')?.text.trim() ?? ''
  const language = root.attributes.get('default-locale')
  const parent = (info?.children ?? []).find((link) => link.attributes.get('rel') === 'independent-parent')
  const citation = childOf(root, 'citation')
  if (citation) return { kind: 'style', title, language, ...citationOf(root, citation) }
  const uri = parent?.attributes.get('href')
  if (uri === undefined) return { kind: 'mistake', offset: text.length, expected: '<citation>' }
  return { kind: 'dependent', title, language, parent: uri, parentFile: `${uri.split('/').at(-1)!}.csl` }
}

const childOf = (element: XmlElement | undefined, name: string) =>
  element?.children.find((child) => child.name === name)

function citationOf(root: XmlElement, citation: XmlElement): Omit<CslStyle, 'kind' | 'title' | 'language'> {
  const layout = childOf(citation, 'layout')
  const writing = layout && findNumber(root, layout)
  const key = sortKeys(citation)[0]
  const [listKey] = sortKeys(childOf(root, 'bibliography'))
  const isByNumber = key?.attributes.get('variable') === 'citation-number' && !isDescending(key)
  const { delimiter, ...rest } = withoutBrackets(layout?.attributes.get('delimiter') ?? '', writing)
  return {
    class: classOf(root, citation, writing !== undefined),
    numbered: writing !== undefined,
    clusterOrder: isByNumber ? 'ascending' : 'as-cited',
    collapse: citation.attributes.get('collapse') === 'citation-number',
    delimiter,
    alphabeticalList: listKey !== undefined && listKey.attributes.get('variable') !== 'citation-number',
    ...rest,
  }
}

const sortKeys = (element: XmlElement | undefined) => childOf(element, 'sort')?.children ?? []
const isDescending = (key: XmlElement) => key.attributes.get('sort') === 'descending'

/** A style whose layout puts `[` first, `]` last and `], [` between its cites gives each number brackets of its own. */
function withoutBrackets(delimiter: string, writing: Writing | undefined): Writing & { readonly delimiter: string } {
  const found = writing ?? { form: 'none', brackets: '', each: false }
  const match = /^[\])]([^]*)[[(]$/.exec(delimiter)
  return match ? { ...found, each: true, delimiter: match[1]! } : { ...found, delimiter }
}

const classes = ['numeric', 'note', 'author-date', 'author', 'label'] as const

function classOf(root: XmlElement, citation: XmlElement, isNumbered: boolean): CslStyle['class'] {
  const categories = childOf(root, 'info')?.children.map((child) => child.attributes.get('citation-format')) ?? []
  const named = classes.find((one) => categories.includes(one))
  if (named) return named
  if (isNumbered) return 'numeric'
  if (root.attributes.get('class') === 'note') return 'note'
  return JSON.stringify(variablesOf(citation)).includes('citation-label') ? 'label' : 'author-date'
}

const variablesOf = (element: XmlElement): readonly unknown[] => [
  element.attributes.get('variable'),
  ...element.children.map(variablesOf),
]
