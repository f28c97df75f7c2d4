import type { Range } from '../source.ts'
import { child, scalar } from './node.ts'
import type { MapNode, Node } from './node.ts'
import type { Placed, Problem } from './problem.ts'

/** An item of CSL data, with the variables that are looked at (CSL 1.0.2, appendix IV). */
export interface CslItem {
  /** As it is written; empty where there is none. */
  readonly id: string
  readonly idRange: Range
  readonly range: Range
  readonly type: string | undefined
  /** By names in lower case: `doi`, `title`, `author` (family names), `issued` (the year). */
  readonly fields: ReadonlyMap<string, Placed>
  /** All that it says in words or figures, whatever the variable. */
  readonly values: readonly string[]
}

export interface CslFile {
  readonly items: readonly CslItem[]
  readonly problems: readonly Problem[]
}

/** Those that are one string. */
const variables = [
  'title',
  'DOI',
  'URL',
  'ISBN',
  'ISSN',
  'PMID',
  'archive',
  'archive_location',
  'number',
  'container-title',
  'keyword',
]

/**
 * The items in a file of CSL data: a list of them (CSL-JSON), a map with the list under `references` (Pandoc) or `items`
 * (Zotero), a map from id to item, or a single item. What holds none gives a problem of the kind `format`.
 */
export function readCslItems(root: Node | undefined): CslFile {
  const items = root && itemNodes(root)
  if (!items) {
    const { start, end } = root?.range ?? { start: 0, end: 0 }
    return { items: [], problems: [{ kind: 'format', range: { start, end: Math.min(end, start + 1) }, expected: '' }] }
  }
  return withProblems(items.flatMap((node) => (node.kind === 'map' ? [readItem(node)] : [])))
}

function itemNodes(root: Node): readonly Node[] | undefined {
  if (root.kind === 'list') return root.items.every((item) => item.kind === 'map') ? root.items : undefined
  if (root.kind === 'scalar') return undefined
  const list = child(root, 'references') ?? child(root, 'items')
  if (list?.kind === 'list') return list.items
  if (child(root, 'id')) return [root]
  const isIndex = root.pairs.length > 0 && root.pairs.every(({ value }) => child(value, 'id'))
  return isIndex ? root.pairs.map(({ value }) => value) : undefined
}

function withProblems(items: readonly CslItem[]): CslFile {
  const known = new Set<string>()
  const problems: Problem[] = []
  for (const { id, idRange: range } of items) {
    if (id === '') problems.push({ kind: 'key', range, expected: '' })
    else if (known.has(id)) problems.push({ kind: 'duplicate-key', range, expected: '' })
    known.add(id)
  }
  return { items, problems }
}

function readItem(node: MapNode): CslItem {
  const id = scalar(child(node, 'id'))
  const fields = new Map<string, Placed>()
  for (const name of variables) setField(fields, name.toLowerCase(), scalar(child(node, name)))
  setField(fields, 'author', scalar(familyName(node)))
  setField(fields, 'issued', scalar(yearOf(child(node, 'issued'))))
  const start = node.range.start
  return {
    id: id?.text ?? '',
    idRange: id?.range ?? { start, end: start },
    range: node.range,
    type: scalar(child(node, 'type'))?.text,
    fields,
    values: node.pairs.flatMap(({ key, value }) => (key === 'id' || key === 'type' ? [] : (scalar(value)?.text ?? []))),
  }
}

function setField(fields: Map<string, Placed>, name: string, node: { text: string; range: Range } | undefined): void {
  if (node) fields.set(name, { value: node.text, range: node.range })
}

/** Of the first author or, where there is none, the first editor. */
function familyName(item: Node): Node | undefined {
  const people = child(item, 'author') ?? child(item, 'editor')
  const first = people?.kind === 'list' ? people.items[0] : people
  return child(first, 'family') ?? child(first, 'literal') ?? first
}

/** `{"date-parts": [[2001, 5]]}`, `{"raw": "2001"}`, and in YAML `2001` or `[{year: 2001}]`. */
function yearOf(date: Node | undefined): Node | undefined {
  const first = date?.kind === 'list' ? date.items[0] : date
  const parts = child(first, 'date-parts')
  if (parts?.kind === 'list') return parts.items[0]
  return child(first, 'year') ?? child(first, 'literal') ?? child(first, 'raw') ?? first
}
