import type { Cluster, Mark } from '../document/document.ts'
import type { Edit } from '../finding.ts'
import type { Naming, Unit } from './clusters.ts'
import { raise, writeLabel } from './written.ts'

/** Two numbers are a range only where a range of two stood before. */
const shortest = 3
const dash = /\s*[\p{Pd}⁻−]\s*/u

/** Writes a unit anew: ranges are split where numbers in between belong elsewhere now, and made where they run. */
export function rewrite(unit: Unit, naming: Naming, { groups }: { readonly groups: readonly string[][] }): Edit[] {
  const least = Math.min(shortest, ...rangeLengths(unit))
  const pieces = groups.flatMap((labels) => piecesOf(labels, least))
  return unit.marks.length === 1 ? inBrackets(unit, naming, pieces) : inChain(unit, naming, pieces)
}

/** A number, or the first and the last one of a range. */
type Piece = readonly [from: string, to: string]

function piecesOf(labels: readonly string[], least: number): Piece[] {
  const sorted = labels.toSorted((one, other) => Number(one) - Number(other))
  const runs: string[][] = []
  for (const label of sorted) {
    const run = runs.at(-1)
    if (run && Number(run.at(-1)) + 1 === Number(label)) run.push(label)
    else runs.push([label])
  }
  return runs.flatMap((run): Piece[] =>
    run.length >= least ? [[run[0]!, run.at(-1)!]] : run.map((label): Piece => [label, label]),
  )
}

/** How many numbers each range of a unit covers; of `[3]–[5]` the last one is a marker of its own. */
function rangeLengths({ marks, markers }: Unit): number[] {
  if (marks.length > 1) return [markers.reduce((sum, { numbers }) => sum + numbers.length, 0)]
  return markers.map(({ numbers }) => numbers.length).filter((length) => length > 1)
}

function inBrackets({ marks }: Unit, naming: Naming, pieces: readonly Piece[]): Edit[] {
  const mark = marks[0]!
  const { text } = naming
  const { start } = mark.members[0]!
  const { end } = mark.members.at(-1)!
  const range = mark.members.find((member) => member.through !== undefined)
  const hyphen = dash.exec(range?.text ?? '')?.[0] ?? (isRaised(text, mark) ? '⁻' : '–')
  const like = text.slice(start, start + 1)
  const write = (label: string) => writeLabel(label, like, mark.family)
  const words = pieces.map(([from, to]) => (from === to ? write(from) : `${write(from)}${hyphen}${write(to)}`))
  const written = words.join(delimiterOf(mark, naming))
  return written === text.slice(start, end) ? [] : [{ start, end, text: written }]
}

function delimiterOf({ members }: Mark, { text, delimiter }: Naming): string {
  const own = members[1] && text.slice(members[0]!.end, members[1].start)
  return own !== undefined && isDelimiter(own) ? own : delimiter
}

const isDelimiter = (gap: string) => /^ ?[^\p{L}\s] ?$/u.test(gap)

function isRaised(text: string, { members }: Mark): boolean {
  const { start, end } = members[0]!
  return raise(text.slice(start, end)) === text.slice(start, end)
}

function inChain({ marks, start }: Unit, { text, joint }: Naming, pieces: readonly Piece[]): Edit[] {
  const [mark, next] = marks
  const [member] = mark!.members
  const { end } = marks.at(-1)!
  const like = text.slice(member!.start, member!.end)
  const write = (label: string) =>
    `${text.slice(start, member!.start)}${writeLabel(label, like, mark!.family)}${text.slice(member!.end, mark!.end)}`
  const hyphen = text.slice(mark!.end, next!.start)
  const words = pieces.map(([from, to]) => (from === to ? write(from) : `${write(from)}${hyphen}${write(to)}`))
  const written = words.join(joint)
  return written === text.slice(start, end) ? [] : [{ start, end, text: written }]
}

/** What stands between the numbers of a series, as it does so first. */
export function delimitersOf(text: string, clusters: readonly Cluster[]): Pick<Naming, 'delimiter' | 'joint'> {
  const isRaisedText = clusters[0]?.marks[0]?.family === 'superscript'
  const several = clusters.filter(({ marks: [first, second] }) => second !== undefined || first!.members.length > 1)
  const marks = several.flatMap((cluster) => cluster.marks)
  const delimiter = marks.map(({ members }) => members[1] && text.slice(members[0]!.end, members[1].start))
  const joint = several.flatMap((cluster) =>
    cluster.marks.map((mark, index) => jointOf(text, cluster.marks[index - 1], mark)),
  )
  return {
    delimiter: delimiter.find((gap) => gap !== undefined && isDelimiter(gap)) ?? (isRaisedText ? ',' : ', '),
    joint: joint.find((gap) => gap !== undefined) ?? ', ',
  }
}

function jointOf(text: string, before: Mark | undefined, { start, joint }: Mark): string | undefined {
  if (!before || before.suffix || joint === 'range') return undefined
  const gap = text.slice(before.end, start)
  return /[\r\n]/.test(gap) ? undefined : gap
}
