import { isDigit } from '../characters.ts'

const turns = String.raw`(?:turn\d{1,3}(?:search|view|news|image|file|fetch|academia|product|reddit|forecast|sports|finance|click|open|maps|business|video|ref)\d{1,4})`

/**
 * Citations of chat programs, as they stand in texts that were copied out of them. The shapes are those of Wikipedia's
 * page "Signs of AI writing" and of public repositories.
 */
const shapes = [
  // ChatGPT: files of an assistant, `【4:0†source】`, and pages, `【12†L3-L9】`.
  String.raw`【\d{1,4}(?::\d{1,4})?†[^【】\n]{0,200}】`,
  // `:contentReference[oaicite:2]{index=2}`, with two colons at the start of a line.
  String.raw`:{0,2}\bcontentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?`,
  String.raw`\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?`,
  String.raw`\[oai_citation(?:_attribution)?:\d{1,4}‡[^\]\n]{0,200}\](?:\([^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\))?`,
  // Between delimiters of the private use area, and without them.
  String.raw`\uE200[^\uE200\uE201\n]{1,300}\uE201`,
  String.raw`(?<![\p{L}\p{N}_-])(?:file)?(?:cite)?${turns}+(?![\p{L}\p{N}_-])`,
  String.raw`(?<=[\p{L}.!?)”"])cite${turns}+(?![\p{L}\p{N}_-])`,
  String.raw`\(\{"attribution":\{"attributableIndex":"[\d-]{1,20}"\}\}\)`,
  // Grok.
  String.raw`<grok:render\b[^<>]{0,300}>(?:\s{0,9}<argument\b[^<>]{0,100}>[^<>]{0,100}</argument>){0,9}\s{0,9}</grok:render>`,
  String.raw`<grok-card\b[^<>]{0,300}>(?:\s{0,9}</grok-card>)?`,
  String.raw`\[\]\(grok_render_citation_card_json=[^()\n]{1,300}\)`,
  // Gemini.
  String.raw`\[cite_(?:start|end)\]`,
  String.raw`\[cite: ?\d{1,4}(?:[-–,] ?\d{1,4}){0,40}\]`,
  String.raw`\[span_\d{1,4}\]\((?:start|end)_span\)`,
  // Perplexity.
  String.raw`\[attached_(?:image|file):\d{1,4}\]`,
]

/** What each of them has in it; each begins with a character that few texts have many of, which is what is looked for first. */
const signs = ['【', '\uE200', '[oai', '{"attribution"', '<grok', '(grok_', '[cite', '[span_', '[attached_']

/** Whether a text can hold any of them. To look for one sign after the other is many times faster than for all at once. */
export const mayHoldModels = (text: string): boolean => signs.some((sign) => text.includes(sign)) || holdsTurn(text)

/** `turn0`; a `u` is rarer than a `t`. */
function holdsTurn(text: string): boolean {
  for (let at = text.indexOf('urn'); at >= 0; at = text.indexOf('urn', at + 3)) {
    if (isDigit(text[at + 3]) && text[at - 1] === 't') return true
  }
  return false
}

export const modelPattern = new RegExp(shapes.join('|'), 'gu')

/** Whether a text can hold what chat programs append to addresses. */
export const mayHoldTracking = (text: string): boolean => text.includes('_source=')

/** What chat programs append to the address of a page that they name. */
export const trackingPattern =
  /(?<=[?&;])utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity(?:\.ai)?)(?![\w.%-]*[\w%-])/g
