import type { Article } from './article.ts'
import { each, grouped } from './notation.ts'
import type { Notation } from './notation.ts'
import type { Chance } from './random.ts'

/** A family of documents: how it cites, and the list that it has. Each list has a heading of its own or none. */
export interface Family {
  readonly name: string
  readonly sources: readonly [least: number, most: number]
  readonly reuse: boolean
  readonly clusters: boolean
  readonly notation: (chance: Chance, article: Article) => Pick<Notation, 'cite'>
  /** `undefined` where the list is gone, or where every note stands in its place. */
  readonly list?: (article: Article) => string
}

const bracketList = ({ sources }: Article) => sources.map(({ text }, index) => `[${index + 1}] ${text}\n`).join('\n')
const heading = '## References\n\n'
const letter = (number: number) => String.fromCharCode(96 + number)
const named = ({ sources }: Article, number: number) => {
  const { author, year } = sources[number - 1]!
  return `${author.toLowerCase().replaceAll('ø', 'o')}${year}`
}
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const small = (number: number) => Array.from(String(number), (digit) => raised[Number(digit)]).join('')
const brackets = (chance: Chance): Notation['cite'] =>
  chance.pick([
    each((number) => `[${number}]`),
    grouped('[', ']', ', ', '–'),
    grouped('[', ']', ',', '-'),
    grouped('[', ']', ', ', '-'),
  ])
const many = { sources: [14, 40], reuse: true, clusters: true } as const

export const families: readonly Family[] = [
  {
    name: 'numbers',
    ...many,
    notation: (chance) => ({ cite: brackets(chance) }),
    list: (article) => heading + bracketList(article),
  },
  {
    name: 'numbers with an ordered list',
    ...many,
    notation: (chance) => ({ cite: brackets(chance) }),
    list: ({ sources }) => heading + sources.map(({ text }, index) => `${index + 1}. ${text}\n`).join(''),
  },
  {
    name: 'numbers without a list',
    ...many,
    reuse: false,
    notation: (chance) => {
      const from = 100 + chance.below(300)
      return { cite: each((number) => `[${number + from}]`) }
    },
  },
  {
    name: 'links',
    ...many,
    clusters: false,
    notation: () => ({ cite: each((number) => `[${number}]`) }),
    list: ({ sources }) =>
      sources.map((_, index) => `[${index + 1}]: https://example.org/source/${index + 1}\n`).join(''),
  },
  {
    name: 'footnotes',
    ...many,
    notation: () => ({ cite: each((number) => `[^${number}]`) }),
    list: ({ sources }) => sources.map(({ text }, index) => `[^${index + 1}]: ${text}\n`).join(''),
  },
  {
    name: 'footnotes with names',
    ...many,
    notation: (_chance, article) => ({ cite: each((number) => `[^${named(article, number)}]`) }),
    list: (article) =>
      article.sources.map(({ text }, index) => `[^${named(article, index + 1)}]: ${text}\n`).join('\n'),
  },
  {
    name: 'superscripts',
    ...many,
    notation: () => ({ cite: grouped('<sup>', '</sup>', ',', '–') }),
    list: ({ sources }) => heading + sources.map(({ text }, index) => `${index + 1}. ${text}\n`).join(''),
  },
  {
    name: 'raised digits',
    ...many,
    clusters: false,
    notation: () => ({ cite: each(small) }),
    list: ({ sources }) =>
      `## Notes\n\n${sources.map(({ text }, index) => `${small(index + 1)} ${text}\n`).join('\n')}`,
  },
  {
    name: 'letters',
    sources: [8, 20],
    reuse: true,
    clusters: false,
    notation: () => ({ cite: each((number) => `[${letter(number)}]`) }),
    list: ({ sources }) =>
      `## Notes\n\n${sources.map(({ text }, index) => `[${letter(index + 1)}] ${text}\n`).join('\n')}`,
  },
  {
    name: 'named groups',
    sources: [8, 20],
    reuse: true,
    clusters: false,
    notation: () => ({ cite: each((number) => `[note ${number}]`) }),
    list: ({ sources }) =>
      `## Notes\n\n${sources.map(({ text }, index) => `[note ${index + 1}] ${text}\n`).join('\n')}`,
  },
  {
    name: 'notes in place',
    ...many,
    reuse: false,
    clusters: false,
    notation: (_chance, { sources }) => ({ cite: each((number) => `^[${sources[number - 1]!.text}]`) }),
  },
  {
    name: 'paste from MediaWiki',
    ...many,
    clusters: false,
    notation: () => ({ cite: each((number) => `[${number}]`) }),
    list: (article) => heading + mediaWikiList(article),
  },
]

/** `2. ^ a b …`: one letter for each place that cites the source, where there are several. */
function mediaWikiList({ sections, sources }: Article): string {
  const cited = sections.flatMap(({ paragraphs }) => paragraphs.flat().flatMap((piece) => piece.cited))
  return sources
    .map(({ text }, index) => {
      const count = cited.filter((number) => number === index + 1).length
      const letters = count > 1 ? Array.from({ length: count }, (_, one) => ` ${letter(one + 1)}`).join('') : ''
      return `${index + 1}. ^${letters} ${text}\n`
    })
    .join('')
}
