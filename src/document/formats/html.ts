import type { Comment, Reading } from '../document.ts'
import type { Source } from '../../source.ts'
import { createFlow } from './html/flow.ts'
import type { Flow } from './html/flow.ts'
import { tokensOf } from './html/tokens.ts'
import type { Token } from './html/tokens.ts'

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that begin and end a stretch of prose. */
const blockElements = wordsOf(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noscript ol optgroup option p search section summary ' +
    'table tbody td tfoot th thead title tr ul',
)

/** Elements whose content is no prose: stretches of code inside a sentence, blocks, and what is drawn or filled in. */
const opaqueSpans = wordsOf('code kbd samp tt')
const opaqueBlocks = wordsOf('pre listing')
const opaqueObjects = wordsOf('svg math template select object canvas video audio')

/** Elements without content that stand for something. */
const objects = wordsOf('img input embed')

/** An element that is passed over, and how many of its name are open. */
interface Skipped {
  readonly name: string
  depth: number
}

/**
 * A page of HTML → one block for each block-level element that holds text. Read from its tags, without a tree: that of a
 * browser moves misnested text about, and no slice of the source would be a block any more. Never fails: every text is HTML.
 */
export function readHtmlPage({ text }: Source): Reading {
  const isXml = /^\s*<\?xml/.test(text)
  const flow = createFlow(text)
  let skipped: Skipped | undefined
  for (const token of tokensOf(text, isXml)) {
    if (token.kind === 'comment') flow.comment(commentOf(text, token))
    else if (skipped) skipped = skip(skipped, token, flow)
    else if (isOpaque(token, isXml)) {
      skipped = { name: token.name, depth: 1 }
      if (opaqueBlocks.has(token.name)) flow.boundary(token)
      else flow.object()
    } else readToken(token, flow)
  }
  return flow.finish()
}

function isOpaque({ kind, name, closesItself }: Token, isXml: boolean): boolean {
  if (kind !== 'open' || (closesItself && isXml)) return false
  return opaqueSpans.has(name) || opaqueBlocks.has(name) || opaqueObjects.has(name)
}

/** Whether an element is still passed over behind a token. A block ends code whose closing tag is missing. */
function skip(skipped: Skipped, token: Token, flow: Flow): Skipped | undefined {
  const { kind, name } = token
  if (kind !== 'open' && kind !== 'close') return skipped
  if (name === skipped.name) skipped.depth += kind === 'open' ? 1 : -1
  const isCutOff = opaqueSpans.has(skipped.name) && blockElements.has(name)
  if (isCutOff || (skipped.depth === 0 && opaqueBlocks.has(name))) flow.boundary(token)
  return isCutOff || skipped.depth === 0 ? undefined : skipped
}

function readToken(token: Token, flow: Flow): void {
  const { kind, name, start, end } = token
  if (kind === 'text') flow.words(start, end)
  else if (kind !== 'open' && kind !== 'close') return
  else if (name === 'sup' || name === 'a') flow.inline(token)
  else if (name === 'br') flow.lineBreak(token)
  else if (blockElements.has(name)) flow.boundary(token)
  else if (objects.has(name)) flow.object()
}

/** The words of a comment, without its delimiters; a comment that ends with the text has no second one. */
function commentOf(text: string, { start, end }: Token): Comment {
  const words = /^<!--(?!-?>$)([^]*?)(?:--!?>)?$/.exec(text.slice(start, end))?.[1] ?? ''
  return { start, end, text: words }
}
