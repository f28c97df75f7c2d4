import type { Block, Comment } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { commentOf } from '../html-islands.ts'
import { createProse, skipPrefix } from '../prose.ts'
import type { Prose } from '../prose.ts'
import { followTags } from '../tags.ts'
import { matchDelimiters } from './emphasis.ts'
import { saidIn } from './said.ts'
import { scanSpans } from './scan.ts'
import type { KnownLabels, Spans, Step } from './spans.ts'

/**
 * The words of a block of Markdown, from its first to its last one, as the parser would give them; `undefined` where the
 * parser has to look. Comments in it are added to those of the text.
 */
export function readSpans(
  text: string,
  { start, end }: Range,
  {
    quoteDepth,
    labels,
    comments,
  }: { readonly quoteDepth: number; readonly labels: KnownLabels; readonly comments: Comment[] },
): Words | undefined {
  const spans: Spans = {
    text,
    start,
    end,
    steps: [],
    delimiters: [],
    brackets: [],
    suffixes: [],
    edges: new Set(),
    labels,
    isContained: quoteDepth > 0,
    skipPrefix: (from) => skipPrefix(text, from, end, quoteDepth),
    unclosed: new Set(),
    lineStart: { at: start },
  }
  if (!scanSpans(spans)) return undefined
  return { said: () => saidIn(spans), ...assemble(spans, quoteDepth, comments) }
}

/** The words of a block. */
export interface Words extends Pick<Block, 'text' | 'runs' | 'links'> {
  /** What they say without their markup; `undefined` where the parser has to look. */
  readonly said: () => string | undefined
}

function assemble(spans: Spans, quoteDepth: number, comments: Comment[]): Pick<Block, 'text' | 'runs' | 'links'> {
  const { text, start, end, steps, delimiters, suffixes, edges } = spans
  for (const range of matchDelimiters(delimiters, 0)) steps.push({ kind: 'drop', ...range })
  for (const step of steps) if (step.kind === 'drop' || step.kind === 'object') edges.add(step.end)
  for (const suffix of suffixes) if (edges.has(suffix.start)) steps.push({ kind: 'drop', ...suffix })
  steps.sort(inOrder)
  const prose = createProse(text)
  const follow = followTags(text, prose)
  const opened = new Map<number, number>()
  let from = start
  for (const step of steps) {
    // It is text.
    if (step.kind === 'note') continue
    prose.takeLines(from, step.start, quoteDepth)
    from = Math.max(from, step.end)
    if (step.kind === 'object') putObject(prose, step.image)
    else if (step.kind === 'open') opened.set(step.start, prose.length)
    else if (step.kind === 'close') prose.link({ at: opened.get(step.opened)!, to: prose.length, ...step.link })
    else if (step.kind === 'tag') {
      if (step.tag.kind === 'comment') comments.push(commentOf(text, step.tag))
      if (step.tag.name === 'br') prose.put('\n')
      follow(step.tag)
    }
  }
  prose.takeLines(from, end, quoteDepth)
  return prose.finish()
}

function putObject(prose: Prose, image: string | undefined): void {
  const at = prose.length
  prose.put('\uFFFC')
  if (image !== undefined) prose.link({ at, to: prose.length, kind: 'image', label: image })
}

/** What ends somewhere comes before what begins there. */
function inOrder(one: Step, other: Step): number {
  return one.start - other.start || rank(one) - rank(other)
}

const rank = ({ kind }: Step): number => (kind === 'close' ? 0 : kind === 'open' ? 1 : 2)
