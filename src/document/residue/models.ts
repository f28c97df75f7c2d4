import { isTurnAt, turn } from './turn.ts'

/** How a citation of a chat program looks, and what stands in it in any case. */
interface Shape {
  readonly pattern: string
  /**
   * Tells of a text whether it has that. Each sign begins with a character that few texts have many of, and has no more than
   * six: V8 looks for longer ones in a way that is for texts without the first character many times slower.
   */
  readonly mayStandIn: (text: string) => boolean
}

const holds =
  (...signs: readonly string[]) =>
  (text: string) =>
    signs.every((sign) => text.includes(sign))

/**
 * Citations of chat programs, as they stand in texts that were copied out of them. The shapes are those of Wikipedia's
 * page "Signs of AI writing" and of public repositories.
 */
const shapes: readonly Shape[] = [
  // ChatGPT: files of an assistant, `【4:0†source】`, and pages, `【12†L3-L9】`.
  { pattern: String.raw`【\d{1,4}(?::\d{1,4})?†[^【】\n]{0,200}】`, mayStandIn: holds('†', '【') },
  // `:contentReference[oaicite:2]{index=2}`, with two colons at the start of a line.
  {
    pattern: String.raw`:{0,2}\bcontentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?|\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?`,
    mayStandIn: holds('[oaici'),
  },
  {
    pattern: String.raw`\[oai_citation(?:_attribution)?:\d{1,4}‡[^\]\n]{0,200}\](?:\([^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\))?`,
    mayStandIn: holds('[oai_c'),
  },
  // Between delimiters of the private use area, and without them.
  { pattern: String.raw`\uE200[^\uE200\uE201\n]{1,300}\uE201`, mayStandIn: holds('\uE200') },
  {
    pattern: String.raw`(?<![\p{L}\p{N}_-])(?:file)?(?:cite)?(?:${turn})+(?![\p{L}\p{N}_-])|(?<=[\p{L}.!?)”"])cite(?:${turn})+(?![\p{L}\p{N}_-])`,
    mayStandIn: holdsTurn,
  },
  { pattern: String.raw`\(\{"attribution":\{"attributableIndex":"[\d-]{1,20}"\}\}\)`, mayStandIn: holds('{"attr') },
  // Grok.
  {
    pattern: String.raw`<grok:render\b[^<>]{0,300}>(?:\s{0,9}<argument\b[^<>]{0,100}>[^<>]{0,100}</argument>){0,9}\s{0,9}</grok:render>|<grok-card\b[^<>]{0,300}>(?:\s{0,9}</grok-card>)?`,
    mayStandIn: holds('<grok'),
  },
  {
    pattern: String.raw`\[\]\(grok_render_citation_card_json=[^()\n]{1,300}\)`,
    mayStandIn: holds('](grok'),
  },
  // Gemini.
  {
    pattern: String.raw`\[cite_(?:start|end)\]|\[cite: ?\d{1,4}(?:[-–,] ?\d{1,4}){0,40}\]`,
    mayStandIn: holds('[cite'),
  },
  { pattern: String.raw`\[span_\d{1,4}\]\((?:start|end)_span\)`, mayStandIn: holds('[span_') },
  // Perplexity.
  { pattern: String.raw`\[attached_(?:image|file):\d{1,4}\]`, mayStandIn: holds('[attac') },
]

/** A `u` is rarer than a `t`. */
function holdsTurn(text: string): boolean {
  for (let at = text.indexOf('urn'); at >= 0; at = text.indexOf('urn', at + 3)) if (isTurnAt(text, at - 1)) return true
  return false
}

/** Whether a text can hold any of them. To look for one sign after the other is many times faster than for all at once. */
export const mayHoldModels = (text: string): boolean => shapes.some(({ mayStandIn }) => mayStandIn(text))

const known = new Map<string, RegExp>()

/** What finds all of them that a text can hold. */
export function modelPattern(text: string): RegExp {
  const pattern = shapes
    .filter(({ mayStandIn }) => mayStandIn(text))
    .map((shape) => shape.pattern)
    .join('|')
  const made = known.get(pattern) ?? new RegExp(pattern, 'gu')
  known.set(pattern, made)
  return made
}

/** What chat programs append to the address of a page that they name. */
const tracking = /(?<=[?&;])utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity(?:\.ai)?)(?![\w.%-]*[\w%-])/y

/** The places where it stands, in an address or not. */
export function trackingIn(text: string): { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = []
  // An underscore is the rarest of its characters.
  for (let at = text.indexOf('_sourc'); at >= 0; at = text.indexOf('_sourc', at + 6)) {
    tracking.lastIndex = at - 3
    if (at >= 3 && tracking.test(text)) found.push({ start: at - 3, end: tracking.lastIndex })
  }
  return found
}
