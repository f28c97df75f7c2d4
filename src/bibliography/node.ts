import type { Range } from '../source.ts'

/** A value of JSON or YAML with its place; what bibliographies need of either. */
export type Node = MapNode | ListNode | ScalarNode

export interface MapNode {
  readonly kind: 'map'
  readonly range: Range
  readonly pairs: readonly Pair[]
}

export interface Pair {
  readonly key: string
  readonly keyRange: Range
  readonly value: Node
}

export interface ListNode {
  readonly kind: 'list'
  readonly range: Range
  readonly items: readonly Node[]
}

export interface ScalarNode {
  readonly kind: 'scalar'
  /** Without quotes. */
  readonly range: Range
  /** Escapes resolved; of a number or a word as it is written. */
  readonly text: string
  /** Neither a number, nor a truth value, nor null. */
  readonly isString: boolean
}

/** No bibliography nests deeper, and readers that call themselves stay far from the end of the stack. */
export const deepest = 100

/** The value of a key, the last one where it is given twice; `undefined` where the node is no map or has no such key. */
export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.pairs.findLast((pair) => pair.key === key)?.value : undefined
}

/** The text of a scalar that holds anything; of a list the first one of its items. */
export function scalar(node: Node | undefined): ScalarNode | undefined {
  if (node?.kind === 'list') return scalar(node.items[0])
  if (node?.kind !== 'scalar' || node.text.trim() === '') return undefined
  return node.isString || /\d/.test(node.text) ? node : undefined
}
