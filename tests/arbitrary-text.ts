import fc from 'fast-check'

/** Anything that a reader of Markdown could stumble over, in no order. */
export const noise = fc
  .array(
    fc.constantFrom(
      ...'[]^()123:,-–.*_`"\'>#|\\$<!~ \n\t 😀aä'.split(''),
      '\n\n',
      '[^',
      ']:',
      '[1]',
      '```',
      '<!--',
      '-->',
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''))

const number = fc.integer({ min: 0, max: 9 })
const label = fc.oneof(number.map(String), fc.constantFrom('note', 'a', 'nota'))
const space = fc.constantFrom('', '', '', ' ', ' ', '\n')
const word = fc.constantFrom(
  'The harbour',
  ' was dredged',
  ' in spring.',
  ' Nobody asked',
  ', though',
  ' 水',
  ' [sic]',
  '\n\n',
)

const marker = fc.oneof(
  number.map((one) => `[${one}]`),
  label.map((one) => `[^${one}]`),
  fc.tuple(number, number).map(([one, other]) => `[${one}, ${other}]`),
  fc.tuple(number, number).map(([one, other]) => `[${one}-${other}]`),
  fc.tuple(number, number).map(([one, other]) => `[${one}][${other}]`),
  number.map((one) => `^[${one}]`),
  number.map((one) => `[${one}`),
)

const entry = fc.oneof(
  number.map((one) => `[${one}] Minutes of the board`),
  number.map((one) => `${one}. Minutes of the board`),
  number.map((one) => `[${one}]: https://example.org/${one}`),
  label.map((one) => `[^${one}]: Minutes of the board`),
  label.map((one) => `[^${one}]:`),
  label.map((one) => `[^${one}] Minutes of the board`),
)

/** Prose with markers in a mostly rising order, and entries behind it: dense in what rules report. */
export const markedText = fc
  .tuple(
    fc.array(
      fc.oneof(
        word,
        fc.tuple(space, marker).map((parts) => parts.join('')),
      ),
      { maxLength: 25 },
    ),
    fc.array(
      fc.integer({ min: 1, max: 6 }).map((one) => `The pilots knew it.[${one}]`),
      { maxLength: 6 },
    ),
    fc.array(entry, { maxLength: 8 }),
    fc.constantFrom('\n', '\n\n', '\n\n## References\n\n'),
  )
  .map(([words, sentences, entries, gap]) => [...words, ...sentences].join('') + gap + entries.join(gap))
