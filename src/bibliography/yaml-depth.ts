import { CST, Lexer } from 'yaml'
import { deepest } from './node.ts'

/** Tokens that the lexer puts in; they are not in the text. */
const marks: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR])
const flowDepth: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 }
const openers: ReadonlySet<string> = new Set(['-', '?', ':'])

/**
 * The offset at which a text in YAML nests deeper than `deepest`. The parser calls itself for each level and takes the
 * process with it; its lexer does not.
 */
export function depthOffset(text: string): number | undefined {
  let [offset, lineStart, keyColumn, flow] = [0, 0, 0, 0]
  let isScalar = false
  /** Columns at which block collections began. */
  const blocks: number[] = []
  for (const token of new Lexer().lex(text)) {
    const column = offset - lineStart
    if (isScalar) keyColumn = column
    else if (token in flowDepth) flow = Math.max(0, flow + flowDepth[token]!)
    else if (openers.has(token) && flow === 0) open(blocks, token === ':' ? keyColumn : column)
    if (flow + blocks.length > deepest) return offset
    isScalar = token === CST.SCALAR
    if (marks.has(token)) continue
    offset += token.length
    const newline = token.lastIndexOf('\n')
    if (newline >= 0) lineStart = offset - token.length + newline + 1
    // `: : :` and `? ? ?` nest without a key between them.
    if (openers.has(token)) keyColumn = column + 1
  }
  return undefined
}

function open(blocks: number[], column: number): void {
  while (blocks.length > 0 && blocks.at(-1)! >= column) blocks.pop()
  blocks.push(column)
}
