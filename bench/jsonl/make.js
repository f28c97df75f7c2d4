// Writes JSON documents, one a line, of the kinds that come out of a crawl, a wiki and a language model. The same seed makes
// the same documents. Plain JavaScript, so that it runs on a host that has Node and nothing else.
// Usage: node bench/jsonl/make.js <count> [seed]
import { once } from 'node:events'

const [count = '1000', seed = '1'] = process.argv.slice(2)
let state = Number(seed) >>> 0

/** mulberry32: a number from 0 to 1. */
function random() {
  state = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

const pick = (list) => list[Math.floor(random() * list.length)]
const upTo = (limit) => 1 + Math.floor(random() * limit)
const words =
  'the river carries more sand in spring than anyone expected when bridges were planned for smaller loads'.split(' ')
const sentence = () => {
  const text = Array.from({ length: 6 + upTo(12) }, () => pick(words)).join(' ')
  return `${text[0].toUpperCase()}${text.slice(1)}.`
}
const paragraph = (mark = () => '') => Array.from({ length: 1 + upTo(4) }, () => sentence() + mark()).join(' ')
const paragraphs = (number, mark) => Array.from({ length: number }, () => paragraph(mark)).join('\n\n')

const kinds = [
  () => ({ text: paragraphs(upTo(3)) }),
  () => ({
    text: `# ${sentence()}\n\n${paragraphs(upTo(2))}\n\n- ${sentence()}\n- see [this](https://example.org/a)\n`,
  }),
  notes,
  answer,
]

/** An article with footnotes, of which one in twenty has lost an entry. */
function notes() {
  let last = 0
  const text = paragraphs(upTo(2), () => (random() < 0.4 ? `[^${++last}]` : ''))
  const lost = random() < 0.05 ? upTo(last) : 0
  const entries = Array.from({ length: last }, (_, index) => index + 1).filter((number) => number !== lost)
  return { text: `${text}\n\n${entries.map((number) => `[^${number}]: ${sentence()}`).join('\n')}\n` }
}

/** What a model wrote, with the sources that it was given; some markers lie beyond them. */
function answer() {
  const sources = Array.from({ length: 1 + upTo(6) }, (_, index) => ({
    title: sentence().slice(0, -1),
    url: `https://example.org/${index}`,
  }))
  return {
    text: paragraphs(upTo(2), () => (random() < 0.5 ? `[${upTo(sources.length + (random() < 0.05 ? 2 : 0))}]` : '')),
    sources,
  }
}

for (let id = 1; id <= Number(count); id++) {
  const kind = random() < 0.75 ? kinds[0] : pick(kinds)
  if (!process.stdout.write(`${JSON.stringify({ id, ...kind() })}\n`)) await once(process.stdout, 'drain')
}
