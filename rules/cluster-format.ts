import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Cluster, Delimiter, Fix, NumberRun } from '../src/rule.ts'

const schema = v.strictObject({
  collapse: v.optional(
    v.pipe(
      v.picklist(['auto', 'always', 'never']),
      v.description('Whether consecutive numbers are made a range: as in most of the document, always, or never'),
    ),
    'auto',
  ),
  min: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(2), v.description('How many consecutive numbers make a range')),
    3,
  ),
  delimiter: v.optional(
    v.pipe(
      v.string(),
      v.description('What stands between two numbers: `,`, `, ` or other text; `auto`: as in most of the document'),
    ),
    'auto',
  ),
  adjacent: v.optional(
    v.pipe(
      v.picklist(['allow', 'merge', 'separate', 'forbid']),
      v.description(
        'Several numbers in one place: in any brackets, all in one pair (`merge`), each in its own (`separate`), or never (`forbid`)',
      ),
    ),
    'allow',
  ),
})
type Options = v.InferOutput<typeof schema>

export default defineRule({
  id: 'cluster-format',
  summary: 'Numbers that are cited together must be written in one way',
  severity: 'warning',
  fixable: 'safe',
  options: schema,
  messages: {
    reversed: '`{{marker}}` runs backwards, expected the lower number first',
    overlap: '`{{marker}}` shares numbers with `{{other}}`, expected each once',
    listed: '`{{marker}}` has consecutive numbers, expected a range',
    collapsed: '`{{marker}}` has a range, expected each number',
    delimiter: '`{{marker}}` has `{{found}}` between its numbers, expected `{{expected}}`',
    keys: '`{{marker}}` has `{{found}}` between its keys, expected `{{expected}}`',
    merge: '`{{marker}}` has brackets for each number, expected one pair',
    separate: '`{{marker}}` has several numbers in its brackets, expected brackets for each',
    undelimited: '`{{marker}}` has nothing between its brackets, expected `{{expected}}`',
    forbid: '`{{marker}}` has several markers in one place, expected one',
  },
  silentOn: ({ hasClusters }, { adjacent, collapse }) => !hasClusters || (adjacent === 'allow' && collapse === 'auto'),
  *check({ document: { source, clusters }, options, report }) {
    for (const cluster of clusters) {
      for (const { kind, edit, other, start, end } of cluster.rangeFaults) {
        const data = { marker: source.text.slice(start, end), other: other?.text ?? '' }
        const related = other ? [{ message: `\`${other.text}\` is cited here`, range: other }] : []
        yield report(kind, { start, end }, data, { related, ...(edit && fixed([edit], 'Put the numbers in order')) })
      }
      const marker = source.text.slice(cluster.start, cluster.end)
      const kind = bracketing(cluster, options)
      if (kind !== undefined) {
        yield report(kind, cluster, { marker, expected: options.delimiter }, rewrite(kind, cluster, options.delimiter))
        // How many brackets there are is to be mended before what stands in them.
        continue
      }
      if (cluster.runs.length + cluster.delimiters.length === 0) continue
      for (const { form, marks, otherwise, start, end } of misformed(cluster, options)) {
        const range = { start: marks[0]!.start, end: marks.at(-1)!.end }
        const fix = otherwise === undefined ? {} : fixed([{ start, end, text: otherwise }], `Write \`${otherwise}\``)
        yield report(form, range, { marker: source.text.slice(range.start, range.end) }, fix)
      }
      const [first, ...more] = misdelimited(cluster, options)
      if (!first) continue
      const data = { marker, found: first.text, expected: first.expected }
      const edits = [first, ...more].map(({ start, end, expected }) => ({ start, end, text: expected }))
      const id = first.mark.notation === 'citekey' ? 'keys' : 'delimiter'
      yield report(id, cluster, data, fixed(edits, `Write \`${first.expected}\``))
    }
  },
})

const fixed = (edits: Fix['edits'], title: string): { fix: Fix } => ({ fix: { title, safe: true, edits } })

function misformed({ runs }: Cluster, { collapse, min }: Options): NumberRun[] {
  const chosen = { auto: undefined, always: 'collapsed', never: 'listed' }[collapse]
  return runs.filter(({ form, house, numbers }) => form !== (chosen ?? house ?? form) && numbers.length >= min)
}

function misdelimited({ delimiters }: Cluster, { delimiter }: Options): (Delimiter & { readonly expected: string })[] {
  const isHouse = ({ mark }: Delimiter) => delimiter === 'auto' || mark.notation === 'citekey'
  const expected = (one: Delimiter) => (isHouse(one) ? (one.house ?? one.text) : delimiter)
  return delimiters.map((one) => ({ ...one, expected: expected(one) })).filter((one) => one.text !== one.expected)
}

type Bracketing = 'merge' | 'separate' | 'undelimited' | 'forbid'

/** What is wrong with the brackets of a cluster as a whole. */
function bracketing(cluster: Cluster, { adjacent, delimiter }: Options): Bracketing | undefined {
  if (adjacent === 'allow' || cluster.marks[0]!.inEntry || cluster.marks[0]!.notation === 'citekey') return undefined
  const isSeveral = cluster.markers.length > 1 || cluster.markers[0]!.numbers.length > 1
  if (adjacent === 'forbid') return isSeveral ? 'forbid' : undefined
  if (cluster.seams.some(({ place }) => place === (adjacent === 'merge' ? 'between' : 'inside'))) return adjacent
  const isBare = adjacent === 'separate' && delimiter !== 'auto' && cluster.seams.some(({ kind }) => kind === 'none')
  return isBare ? 'undelimited' : undefined
}

function rewrite(kind: Bracketing, { marks, seams }: Cluster, delimiter: string): { fix?: Fix } {
  if (kind === 'forbid') return {}
  const [open, close] = [marks[0]!.text[0], marks[0]!.text.at(-1)]
  const wrong = { merge: 'between', separate: 'inside', undelimited: 'between' }[kind]
  const edits = seams.flatMap((seam) => {
    if (seam.place !== wrong || (kind === 'undelimited' && seam.kind !== 'none')) return []
    const text = seam.kind === 'range' || delimiter === 'auto' ? seam.text || ', ' : delimiter
    return [{ start: seam.start, end: seam.end, text: kind === 'merge' ? text : `${close}${text}${open}` }]
  })
  return fixed(edits, kind === 'merge' ? 'Write one pair of brackets' : 'Write brackets for each number')
}
