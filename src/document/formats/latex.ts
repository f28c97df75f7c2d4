import { countBefore } from '../nearby.ts'
import type { Comment, Reading } from '../document.ts'
import type { Range, Source } from '../../source.ts'
import { readCommand } from './latex/read-command.ts'
import { readEnvironment } from './latex/read-environment.ts'
import { createFlow, cut, put, takeWords } from './latex/page.ts'
import type { Flow, Job, Page } from './latex/page.ts'
import { readSymbol } from './latex/read-symbol.ts'
import { tokensOf } from './latex/tokens.ts'
import type { Token } from './latex/tokens.ts'
import { objectCharacter } from './prose.ts'

/**
 * LaTeX → the prose in it, without expanding a macro: commands are known by name, and what is not known is left out while
 * its braces are read. Never fails: every text is LaTeX.
 */
export function readLatex({ text }: Source): Reading {
  const tokens = tokensOf(text)
  const page: Page = { text, tokens, pairs: pairsOf(tokens), blocks: [], comments: [], notes: [], jobs: [] }
  page.jobs.push({ ...bodyOf(tokens, text), kind: { kind: 'paragraph' } })
  // The list grows while it is gone through: notes stand in paragraphs.
  for (const job of page.jobs) readJob(page, job)
  const byPlace = (one: Range, other: Range) => one.start - other.start
  const comments = tokens.filter((token) => token.kind === 'comment').map((token) => commentOf(text, token))
  return {
    blocks: page.blocks.sort(byPlace),
    notes: page.notes.sort(byPlace),
    definitions: [],
    comments,
    marksKeys: true,
  }
}

/** Between `\begin{document}` and `\end{document}`; a chapter has neither. */
function bodyOf(tokens: readonly Token[], text: string): Range {
  const begin = tokens.find((token) => token.kind === 'begin' && token.name === 'document')
  const end = tokens.find((token) => token.kind === 'end' && token.name === 'document')
  const start = begin?.end ?? 0
  return { start, end: Math.max(start, end?.start ?? text.length) }
}

function commentOf(text: string, { start, end }: Token): Comment {
  return { start, end, text: text.slice(start + 1, end) }
}

function pairsOf(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (const { kind, start } of tokens) {
    if (kind === 'open') open.push(start)
    else if (kind === 'close' && open.length > 0) pairs.set(open.pop()!, start)
  }
  return pairs
}

function readJob(page: Page, job: Job): void {
  const { tokens } = page
  const flow = createFlow(page, job)
  let at = job.start
  for (let index = countBefore(tokens, at); index < tokens.length && tokens[index]!.start < job.end;) {
    const token = tokens[index]!
    takeWords(flow, at, token.start)
    at = Math.max(readToken(flow, token), token.start + 1)
    index = tokens[index + 1] && tokens[index + 1]!.start >= at ? index + 1 : countBefore(tokens, at)
  }
  takeWords(flow, at, job.end)
  cut(flow, job.end, job.end)
}

/** Takes one token over; gives where the text goes on. */
function readToken(flow: Flow, token: Token): number {
  const { start, end } = token
  switch (token.kind) {
    case 'word':
      return readCommand(flow, token)
    case 'symbol':
      return readSymbol(flow, token)
    case 'begin':
    case 'end':
      return readEnvironment(flow, token)
    case 'comment':
      return behindComment(flow.page.text, end)
    case 'close':
      if (flow.closers.at(-1)?.at === start) flow.closers.pop()!.close()
      return end
    case 'opaque':
      put(flow, objectCharacter, start, end)
      return end
    case 'tie':
      put(flow, '\u00A0', start, end)
      return end
    case 'space':
      cut(flow, start, end)
      return end
    case 'cell':
      if (flow.tables > 0) cut(flow, start, end)
      else takeWords(flow, start, end)
      return end
    default:
      return end
  }
}

/** A comment takes the end of its line along, and the white space that the next line begins with; not a blank line. */
function behindComment(text: string, end: number): number {
  const lineEnd = /(?:\r\n?|\n)[ \t]*(?![ \t\r\n])/y
  lineEnd.lastIndex = end
  return lineEnd.test(text) ? lineEnd.lastIndex : end
}
