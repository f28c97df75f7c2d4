import fc from 'fast-check'

/** Words, mostly plain ones. */
const plain = ['the', 'harbour', 'was', 'dredged', 'in', 'spring']
const other = [
  ...'“quoted” *kept* **bold** _em_ `code` ![img](a.png) <https://example.org> https://e.org/x a@b.org 12 3.5 港口 はい'.split(
    ' ',
  ),
  ..."[link](https://example.org/a) 100% x^2 don't – … a|b $5 \\* &amp; {x} <br> <em>x</em> man: git->x interval".split(
    ' ',
  ),
  'et al.',
  ...'and/or MiB/s. a:b so: e.org/x http://e.org linkgit:git-add $400'.split(' '),
  'e.g.',
  'Mr.',
  'A',
  '(in brackets)',
  '[a b](x "t")',
  '`` a`b ``',
]

/** What may make something else of a text, wherever it comes to stand. */
const slips = [
  ...'``` ~~~ ```js - > 1. * # --- === *** <div> </div> <!-- --> <pre> ` `` [ ] ( ) [^1] [^2] [^a]: [^ ^] $ $$ |'.split(
    ' ',
  ),
  ...'\\ \\[ ! ^ : , [1] ¹ * _ ** " “ [a]( "t") -> <script> &#91; [^1](x) ![^1] [^2][^1] doi:10.1000/1 footlint = 1]'.split(
    ' ',
  ),
  ...'[^01] [^A] [[^1]] [text][^1] [l2] (1) *[^1]* [^1]x [^1]港 ]( word[^1]: -|- [^10] interval ::: \u00A0 \u200B \u2028 \t'.split(
    ' ',
  ),
  '    ',
  '  ',
  '> ',
  '- ',
  '* ',
  ' ',
  '. ',
  '<!-- c -->',
  '[^3]: x',
  '[x]: y',
  '[^1] [^2]',
  '[^1], [^2]',
  'ISBN 1234567890',
  '1986. A',
  '[^note one]',
  '## Notes',
  'Notes\n-----',
  '\n1. Smith\n2. Jones\n',
  '\n| a | b |\n| --- | --- |\n',
  '> - \n',
  '\n',
  '\n\n',
  '\r\n',
  '+++\nx\n+++\n',
  ' \n',
  '\\\n',
  '\n[^1] text',
  '\n[^2]:',
  '  ===\n',
  '  - \n',
]

const words = (most: number) =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...plain) }, fc.constantFrom(...other)), {
      minLength: 1,
      maxLength: most,
    })
    .map((all) => all.join(' '))

interface Style {
  readonly isNamed: boolean
  readonly space: string
  readonly isBehind: boolean
  readonly delimiter: string
  /** Numbers of markers that somebody forgot to type. */
  readonly forgotten: readonly number[]
  /** What stands between two notes, and behind all. */
  readonly between: string
  readonly end: string
}

const style: fc.Arbitrary<Style> = fc.record({
  isNamed: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
  space: fc.constantFrom('', '', '', ' '),
  isBehind: fc.boolean(),
  delimiter: fc.constantFrom(', ', ', ', ',', '、', '，', '; ', ' '),
  forgotten: fc.constantFrom([], [], [], [1], [2], [2, 3], [1, 4], [3]),
  between: fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', '\n<!-- c -->\n', '\n\nMore words.\n\n', '\n# Heading\n'),
  end: fc.constantFrom(
    '\n',
    '\n',
    '',
    '\n\n',
    '\n\nThe end.\n',
    '\n\n## End\n',
    '\n> \n',
    '\n\n    indented\n',
    '\n- item\n',
  ),
})

/** A stretch of words with the place of a marker, `\uE001` for a new one and `\uE002` for one that is cited again. */
const clause = fc
  .tuple(
    words(6),
    fc.constantFrom('\uE001', '\uE001', '\uE001', '\uE001\uE001', '\uE001\uE004\uE001', '\uE001\uE002', ''),
    words(3),
  )
  .map((parts) => parts.join('\uE003'))

const part = fc.oneof(
  { weight: 6, arbitrary: clause },
  fc.tuple(clause, clause).map((two) => two.join('\n')),
  words(2).map((title) => `## ${title}`),
  fc.tuple(clause, words(3), clause).map(([one, two, three]) => `- ${one}\n- ${two}\n  more ${three}`),
  fc.tuple(clause, clause, clause).map(([one, two, three]) => `- ${one}\n      ${two}\n\t${three}`),
  fc.tuple(clause, clause).map((two) => two.join('\n    ')),
  fc.tuple(clause, clause).map((two) => two.map((one) => `> ${one}`).join('\n')),
  fc.tuple(words(3), words(2)).map(([one, two]) => `\`\`\`\n${one} [^9]\n\n${two}\n\`\`\``),
  fc.tuple(clause, clause).map(([one, two]) => `1. ${one}\n\n   ${two}\n2. more`),
)

const beginnings = ['Smith', '“A', 'see', '[L](https://example.org)', '*It*', '港', '<https://e.org/x>', '`c` d']

const note = fc
  .tuple(fc.constantFrom(...beginnings), words(2), fc.constantFrom('', '', '', '', '\n    more', '\n\n    a paragraph'))
  .map(([first, rest, more]) => `${first} ${rest}${more}`)

function documentOf(parts: readonly string[], notes: readonly string[], chosen: Style): string {
  const { isNamed, space, isBehind, delimiter, forgotten, between, end } = chosen
  let count = 0
  const label = (number: number) => (isNamed ? `n${number}` : String(number))
  const marker = (sign: string) => {
    const number = sign === '\uE002' ? Math.max(1, count - 1) : ++count
    return forgotten.includes(number) ? '' : `[^${label(number)}]`
  }
  const text = parts.join('\n\n').replaceAll(/\uE003([\uE001\uE002\uE004]*)\uE003/g, (_, signs: string) => {
    if (signs === '') return ' '
    const markers = Array.from(signs, (sign) => (sign === '\uE004' ? delimiter : marker(sign))).join('')
    return isBehind ? `.${space}${markers} ` : `${space}${markers}. `
  })
  const entries = Array.from({ length: count }, (_, index) => `[^${label(index + 1)}]: ${notes[index % notes.length]}`)
  return `${text}\n\n${entries.join(between)}${end}`
}

const orderly = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 7 }), fc.array(note, { minLength: 1, maxLength: 4 }), style)
  .map(([parts, notes, chosen]) => documentOf(parts, notes, chosen))

/** Documents whose footnotes are in order, with up to two slips at any place, most of them where something begins. */
export const orderlyDocuments = fc
  .tuple(
    orderly,
    fc.array(fc.tuple(fc.constantFrom(...slips), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3)), {
      maxLength: 2,
    }),
    fc.constantFrom('\n', '\n', '\n', '\n', '\r\n'),
  )
  .map(([text, mistakes, lineEnd]) => {
    const wrong = mistakes.reduce((soFar, [slip, where, kind]) => {
      const at = placeIn(soFar, Math.floor(where * soFar.length), kind)
      return soFar.slice(0, at) + slip + soFar.slice(at)
    }, text)
    return lineEnd === '\n' ? wrong : wrong.replaceAll('\n', lineEnd)
  })

/** The next line, the next marker, the end of that, or right there. */
function placeIn(text: string, at: number, kind: number): number {
  const found = [text.indexOf('\n', at) + 1, text.indexOf('[^', at), text.indexOf(']', at) + 1, at][kind]!
  return found > 0 ? found : at
}
