import type { Rule } from '../src/rule.ts'
import { joinPieces, splitFences } from './fences.ts'
import type { Piece } from './fences.ts'
import { replaceGenerated } from './generated.ts'
import { lintExample } from './lint-one.ts'
import { renderOptionsTable } from './options-table.ts'

/** What a rule's page has to say, in this order. */
export const sections = ['What', 'Why', 'Examples', 'Options', 'When not to use it', 'Related']

/** Another text that stands before an example: an earlier version of it, or what it is a translation of. */
export interface Other {
  readonly kind: 'base' | 'source'
  readonly content: string
}

/** A text on a rule's page that the rule is run on. */
export interface Example {
  readonly verdict: 'bad' | 'good'
  readonly path: string
  readonly content: string
  readonly options: unknown
  /** What it is compared with. */
  readonly other?: Other
  /** What the page says the rule finds, a line each; `undefined` where it says nothing. */
  readonly output: readonly string[] | undefined
  /** The line of the page. */
  readonly line: number
}

const output = 'text output'

/** The headings of second level of a page, in their order. */
export function sectionsOf(page: string): string[] {
  return splitFences(page)
    .filter((piece) => piece.info === undefined)
    .flatMap((piece) => [...piece.content.matchAll(/^## (.+)$/gm)].map((match) => match[1]!))
}

/** The examples of a page. Blocks `json options`, `markdown base` and `markdown source` count for the example that follows them. */
export function examplesOf(page: string): Example[] {
  const fences = splitFences(page).filter((piece) => piece.info !== undefined)
  return fences.flatMap((fence, index): Example[] => {
    const kind = kindOf(fence)
    if (!kind) return []
    const before = fences[index - 1]
    const other = before && otherOf(before)
    const after = fences[index + 1]
    return [
      {
        ...kind,
        content: fence.content,
        options: before?.info === 'json options' ? JSON.parse(before.content) : {},
        ...(other && { other }),
        output: after?.info === output ? after.content.split('\n').filter((line) => line !== '') : undefined,
        line: fence.line,
      },
    ]
  })
}

function otherOf({ info, content }: Piece): Other | undefined {
  const [, kind] = /^markdown (base|source)$/.exec(info ?? '') ?? []
  return kind === 'base' || kind === 'source' ? { kind, content } : undefined
}

function kindOf({ info = '' }: Piece): Pick<Example, 'verdict' | 'path'> | undefined {
  const [, format, verdict] = /^(markdown|text-input|bibtex) (bad|good)$/.exec(info) ?? []
  if (verdict !== 'bad' && verdict !== 'good') return undefined
  const extensions: Readonly<Record<string, string>> = { markdown: 'md', bibtex: 'bib' }
  return { verdict, path: `example.${extensions[format!] ?? 'txt'}` }
}

/** The page with its generated header and the output of its examples as they are today. */
export function renderPage(page: string, rule: Rule): string {
  return withOutputs(replaceGenerated(page, 'generated', renderHeader(rule)), rule)
}

function withOutputs(page: string, rule: Rule): string {
  const bad = new Map(
    examplesOf(page).flatMap((example) => (example.verdict === 'bad' ? [[example.line, example]] : [])),
  )
  let example: Example | undefined
  const pieces = splitFences(page).map((piece) => {
    if (piece.info === undefined) return piece
    const content = piece.info === output && example ? linesOf(lintExample(rule, example)) : piece.content
    example = bad.get(piece.line)
    return { ...piece, content }
  })
  return joinPieces(pieces)
}

const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

function renderHeader(rule: Rule): string {
  const fix = rule.fixable === undefined ? 'none' : rule.fixable
  const facts = `**Severity:** ${rule.recommended === 'off' ? `${rule.severity}, off by default` : rule.severity} · **Fix:** ${fix}`
  return [`${rule.summary}.`, facts, renderOptionsTable(rule)].join('\n\n')
}
