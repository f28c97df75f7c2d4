import { rawHtmlOf } from './raw-html.ts'

const rule = /^([-_*])[ \t]*(?:\1[ \t]*){2,}[\r\n]*$/
const underline = /^(?:=+|-+)[ \t]*[\r\n]*$/
const delimiterRow = /^(?=[^-]*-)[|:-][-:| \t]*[\r\n]*$/
const heading = /^#{1,6}(?=[ \t\r\n]|$)/
/** Of code, or of a formula. */
const fence = /^(?:(`{3,})[^`\r\n]*|(~{3,})[^\r\n]*|(\${2,})[^$\r\n]*)[\r\n]*$/

/** What a line is, its indentation and the marks of its containers left out. */
export type LineKind = 'words' | 'underline' | 'heading' | 'rule' | 'fence' | 'html' | 'delimiters'

/** Takes the line and whether it could go on a paragraph. Marks of containers have been looked for already. */
export function kindOf(line: string, isOpen: boolean): LineKind {
  const kind = kinds[line[0]!]?.(line, isOpen)
  if (kind) return kind
  // Below a line of words it makes a table.
  return isOpen && delimiterRow.test(line) ? 'delimiters' : 'words'
}

type Kind = (line: string, isOpen: boolean) => LineKind | undefined

const ruleOrNot: Kind = (line) => (rule.test(line) ? 'rule' : undefined)
const fenceOrNot: Kind = (line) => (fence.test(line) ? 'fence' : undefined)

/** What a line may be, by its first character. */
const kinds: Readonly<Record<string, Kind>> = {
  '=': (line, isOpen) => (isOpen && underline.test(line) ? 'underline' : undefined),
  '-': (line, isOpen) => (isOpen && underline.test(line) ? 'underline' : ruleOrNot(line, isOpen)),
  '*': ruleOrNot,
  _: ruleOrNot,
  '#': (line) => (heading.test(line) ? 'heading' : undefined),
  '`': fenceOrNot,
  '~': fenceOrNot,
  $: fenceOrNot,
  '<': (line, isOpen) => (rawHtmlOf(line, isOpen) ? 'html' : undefined),
}

/** The run of marks that a fence begins with. */
export function fenceMarks(line: string): string {
  const match = fence.exec(line)!
  return (match[1] ?? match[2] ?? match[3])!
}

export const isRule = (line: string): boolean => rule.test(line)
