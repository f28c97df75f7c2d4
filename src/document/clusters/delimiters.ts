import type { Cluster, Delimiter, Mark } from '../document.ts'
import type { Range } from '../../source.ts'
import { houseStyle } from '../house-style.ts'
import { isDelimiter } from '../joint.ts'
import { holdsLineEnd } from '../formats/line-ends.ts'
import { isCounted } from './counted.ts'
import { filled } from './filled.ts'

/** What stands between the numbers of each cluster, inside the brackets and between them, and what the document puts there. */
export function findDelimiters(clusters: readonly Cluster[], source: string): Map<Cluster, readonly Delimiter[]> {
  const found = filled(clusters, (cluster) => (isCounted(cluster) ? delimitersOf(cluster, source) : none))
  // A long cluster has many, and yet one voice.
  const voices = [...found.values()].flatMap((all) => [
    ...new Map(all.map((one) => [`${kindOf(one)} ${one.text}`, one])).values(),
  ])
  const house = houseStyle(voices, kindOf, (one) => one.text)
  for (const [cluster, all] of found) {
    found.set(
      cluster,
      all.map((one) => ({ ...one, house: house(one) })),
    )
  }
  for (const [cluster, keys] of filled(clusters, (one) => keysAt(one, source))) found.set(cluster, keys)
  return found
}

const none: readonly never[] = []

/** `[@a, @b]`: to Pandoc, the second key is a part of what is said of the first; a semicolon tells them apart. */
function keysAt(cluster: Cluster, source: string): readonly Delimiter[] {
  const isPandoc = ({ notation, text }: Mark) => notation === 'citekey' && /^\[(?!cite)/.test(text)
  if (!cluster.marks.every(isPandoc)) return none
  return cluster.marks.flatMap((mark) =>
    mark.members.flatMap((member, index) => {
      const previous = mark.members[index - 1]
      const found = previous ? read(source, mark, 'inside', { start: previous.end, end: member.start }) : []
      return found.filter((one) => one.text.trim() === ',').map((one) => ({ ...one, house: '; ' }))
    }),
  )
}

const kindOf = ({ mark: { family }, place }: Delimiter) => `${family} ${place}`

function delimitersOf({ marks }: Cluster, source: string): Delimiter[] {
  return marks.flatMap((mark, index) => {
    const before = marks[index - 1]
    const gaps = mark.members.flatMap((member, at) => {
      const previous = mark.members[at - 1]
      return previous ? read(source, mark, 'inside', { start: previous.end, end: member.start }) : []
    })
    if (!before || mark.joint !== 'delimiter') return gaps
    return [...read(source, mark, 'between', { start: before.suffix?.end ?? before.end, end: mark.start }), ...gaps]
  })
}

/** Words (`3 and 4`), markup and the ends of lines are no matter of delimiters. */
function read(source: string, mark: Mark, place: Delimiter['place'], { start, end }: Range): Delimiter[] {
  const text = source.slice(start, end)
  if (!isDelimiter(text) || holdsLineEnd(text)) return []
  return [{ start, end, mark, place, text: text.replace(/\s+/g, ' '), house: undefined }]
}
