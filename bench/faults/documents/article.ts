import type { Chance } from './random.ts'
import { createSources } from './sources.ts'
import type { Cited } from './sources.ts'

/** The text of an article before it is written in a notation: what it says and what it cites where. */
export interface Article {
  readonly title: string
  readonly sections: readonly Section[]
  readonly sources: readonly Cited[]
}

export interface Section {
  readonly title: string
  readonly paragraphs: readonly (readonly Piece[])[]
}

/** Words, the numbers that are cited behind them, and the punctuation that follows: `,` or `.`. */
export interface Piece {
  readonly words: string
  readonly cited: readonly number[]
  readonly stop: ',' | '.'
}

export interface Plan {
  readonly sources: number
  /** Some numbers are cited again. */
  readonly reuse: boolean
  /** Some are cited two or three at once. */
  readonly clusters: boolean
}

const clauses =
  'the board paid for the new quay|the pilots asked for a second light|nobody knew the depth of the channel|the toll was raised in the spring|the guild refused to lend its boats|the mason came back from the islands|the school was closed for two winters|the ferry ran on holidays only|the old map was found in an attic|the harbour froze earlier than before|the millers sold their shares|the council met in the church|the bridge was built of local stone|the keeper wrote down every ship|the market moved to the other bank|the dyke held for thirty years'.split(
    '|',
  )
const heads = 'The quay,The light,The toll,The winter,The council,The stone'.split(',')

export function createArticle(chance: Chance, plan: Plan): Article {
  const sources = createSources(chance, plan.sources)
  const pieces = citePieces(chance, plan)
  const sections: Section[] = []
  for (const title of chance.shuffled(heads)) {
    if (pieces.length === 0) break
    const paragraphs: Piece[][] = []
    for (let count = 0; count < 2 && pieces.length > 0; count++) paragraphs.push(takeParagraph(chance, pieces))
    sections.push({ title, paragraphs })
  }
  const rest = sections.at(-1)!
  const last = pieces.length > 0 ? [...rest.paragraphs, pieces.splice(0)] : rest.paragraphs
  return { title: 'A coast', sections: [...sections.slice(0, -1), { ...rest, paragraphs: last }], sources }
}

/** The sentences of a paragraph end with a stop. */
function takeParagraph(chance: Chance, pieces: Piece[]): Piece[] {
  let count = 4 + chance.below(5)
  while (count < pieces.length && pieces[count - 1]!.stop !== '.') count++
  return pieces.splice(0, count)
}

/** Sources are cited in the order of their numbers. */
function citePieces(chance: Chance, { sources, reuse, clusters }: Plan): Piece[] {
  const pieces: Piece[] = []
  let cited = 0
  while (cited < sources) {
    const numbers: number[] = []
    if (chance.happens(0.65)) {
      const width = clusters && chance.happens(0.3) ? 2 + chance.below(2) : 1
      for (let count = 0; count < width && cited < sources; count++) numbers.push(++cited)
    } else if (reuse && cited > 2 && chance.happens(0.3)) {
      numbers.push(1 + chance.below(cited - 1))
    }
    pieces.push({ words: chance.pick(clauses), cited: numbers, stop: chance.happens(0.25) ? ',' : '.' })
  }
  return [...pieces, { words: chance.pick(clauses), cited: [], stop: '.' }]
}
