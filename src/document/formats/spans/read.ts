import type { Block, Comment, Link, Run } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { commentOf } from '../html-islands.ts'
import { holdsLineEnd } from '../line-ends.ts'
import { createProse } from '../prose.ts'
import type { Prose } from '../prose.ts'
import { followTags } from '../tags.ts'
import { matchDelimiters } from './emphasis.ts'
import { scanSpans } from './scan.ts'
import type { KnownLabels, Spans, Step } from './spans.ts'

/** The inside of a block, from its first word to its last one; `undefined` where the parser has to look. */
export function readSpans(
  text: string,
  { start, end }: Range,
  { quoteDepth, labels }: { readonly quoteDepth: number; readonly labels: KnownLabels },
): Spans | undefined {
  const spans: Spans = {
    text,
    start,
    end,
    quoteDepth,
    labels,
    steps: [],
    delimiters: [],
    brackets: [],
    suffixes: [],
    edges: [],
    unclosed: undefined,
    lineStart: start,
  }
  if (!scanSpans(spans)) return undefined
  finishSteps(spans)
  return spans
}

/** Adds what is known at the end of a block only. */
function finishSteps({ steps, delimiters, suffixes, edges }: Spans): void {
  if (delimiters.length > 0) for (const drop of matchDelimiters(delimiters, 0)) steps.push(drop)
  if (suffixes.length > 0) {
    const ends = new Set(edges)
    for (const step of steps) if (step.kind === 'drop' || step.kind === 'object') ends.add(step.end)
    for (const { start, end } of suffixes) if (ends.has(start)) steps.push({ kind: 'drop', start, end })
  }
  if (!areInOrder(steps)) steps.sort(inOrder)
}

/** The words of a block. */
export type Words = Pick<Block, 'text' | 'runs' | 'links'>

const noLinks: readonly Link[] = []

/** What refers to a note is part of the words. */
const isText = ({ kind }: Step): boolean => kind === 'note'

/** The words of a block as the parser would give them. Comments in it are added to those of the text. */
export function wordsOf({ text, start, end, steps, quoteDepth }: Spans, comments: Comment[]): Words {
  if (steps.every(isText)) {
    const words = text.slice(start, end)
    const runs: readonly Run[] = start < end ? [{ at: 0, start, length: end - start }] : []
    if (!holdsLineEnd(words)) return { text: words, runs, links: noLinks }
  }
  const prose = createProse(text)
  const put = putter(text, prose, comments)
  let from = start
  for (const step of steps) {
    if (isText(step)) continue
    prose.takeLines(from, step.start, quoteDepth)
    from = Math.max(from, step.end)
    put(step)
  }
  prose.takeLines(from, end, quoteDepth)
  return prose.finish()
}

/** Puts what is no text into a block's words: objects, links, tags. */
function putter(text: string, prose: Prose, comments: Comment[]): (step: Step) => void {
  let follow: ReturnType<typeof followTags> | undefined
  let opened: Map<number, number> | undefined
  return (step) => {
    if (step.kind === 'object') putObject(prose, step.image)
    else if (step.kind === 'open') opened = (opened ?? new Map<number, number>()).set(step.start, prose.length)
    else if (step.kind === 'close') prose.link({ at: opened!.get(step.opened)!, to: prose.length, ...step.link })
    else if (step.kind === 'tag') {
      const { tag } = step
      if (tag.kind === 'comment') comments.push(commentOf(text, tag))
      if (tag.name === 'br') prose.put('\n')
      follow ??= followTags(text, prose)
      follow(tag)
    }
  }
}

function putObject(prose: Prose, image: string | undefined): void {
  const at = prose.length
  prose.put('\uFFFC')
  if (image !== undefined) prose.link({ at, to: prose.length, kind: 'image', label: image })
}

function areInOrder(steps: readonly Step[]): boolean {
  for (let index = 1; index < steps.length; index++) if (inOrder(steps[index - 1]!, steps[index]!) > 0) return false
  return true
}

/** What ends somewhere comes before what begins there. */
function inOrder(one: Step, other: Step): number {
  return one.start - other.start || rank(one) - rank(other)
}

const rank = ({ kind }: Step): number => (kind === 'close' ? 0 : kind === 'open' ? 1 : 2)
