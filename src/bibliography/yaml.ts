import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml'
import type { Document, ParsedNode, YAMLMap } from 'yaml'
import type { Range } from '../source.ts'
import type { Node, Pair, ScalarNode } from './node.ts'
import type { Problem } from './problem.ts'
import { depthOffset } from './yaml-depth.ts'

/** What could be read, one value for each document in the text. */
export interface YamlText {
  readonly roots: readonly Node[]
  readonly problems: readonly Problem[]
}

/**
 * Reads YAML 1.2 with the place of each value. Takes a text and the offset at which it stands in its source (UTF-16), and
 * throws nothing: what is broken is listed, and what is not is given.
 */
export function readYaml(text: string, offset = 0): YamlText {
  const tooDeep = depthOffset(text)
  if (tooDeep !== undefined) {
    const start = offset + tooDeep
    return { roots: [], problems: [{ kind: 'depth', range: { start, end: start + 1 }, expected: '' }] }
  }
  // An error with a picture of its line takes time for the line: quadratic where one line has all the errors.
  const parsed = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  const documents: readonly Document.Parsed[] = Array.isArray(parsed) ? parsed : []
  const problems = documents.flatMap(({ errors }) =>
    errors.map(({ pos: [start, end] }): Problem => {
      return { kind: 'syntax', range: { start: offset + start, end: offset + end }, expected: '' }
    }),
  )
  return {
    roots: documents.flatMap(({ contents }) => toNode(contents, { offset, text, anchors: new Map() })),
    problems,
  }
}

interface Context {
  readonly offset: number
  readonly text: string
  /** A node with an anchor, and what was made of it: an alias shares it, so that nothing is copied. */
  readonly anchors: Map<string, Node>
}

/** None for an alias of nothing. */
function toNode(node: ParsedNode | null, context: Context): [] | [Node] {
  if (node === null) return []
  if (isAlias(node)) {
    const target = context.anchors.get(node.source)
    return target ? [target] : []
  }
  const made = isScalar(node) ? toScalar(node, context) : toCollection(node, context)
  if (node.anchor !== undefined) context.anchors.set(node.anchor, made)
  return [made]
}

function toCollection(node: ParsedNode, context: Context): Node {
  const range = { start: context.offset + node.range[0], end: context.offset + node.range[1] }
  if (isSeq(node)) return { kind: 'list', range, items: node.items.flatMap((item) => toNode(item, context)) }
  return { kind: 'map', range, pairs: isMap(node) ? toPairs(node, context) : [] }
}

function toPairs(map: YAMLMap.Parsed, context: Context): Pair[] {
  return map.items.flatMap(({ key, value }) => {
    const [name] = toNode(key, context)
    const [child] = toNode(value, context)
    return name?.kind === 'scalar' && child ? [{ key: name.text, keyRange: name.range, value: child }] : []
  })
}

function toScalar(node: { range: readonly number[]; value: unknown; source?: string }, context: Context): ScalarNode {
  const range = insideQuotes({ start: node.range[0]!, end: node.range[1]! }, context.text)
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '')
  return {
    kind: 'scalar',
    range: { start: context.offset + range.start, end: context.offset + range.end },
    text,
    isString: typeof node.value === 'string',
  }
}

function insideQuotes({ start, end }: Range, text: string): Range {
  const quote = text[start]
  const isQuoted = end - start >= 2 && (quote === '"' || quote === "'") && text[end - 1] === quote
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end }
}
