import { longestAscending } from './ascending.ts'

/** A paragraph as somebody sees it who cannot read its language. */
export interface Paragraph {
  readonly unit: number
  /** In characters. */
  readonly length: number
  readonly cited: readonly number[]
  /** Numbers in the text, such as years. */
  readonly numbers: readonly string[]
}

/** Paragraphs that say the same: one and one, one and two, two and one, or one and none. */
export interface Bead {
  readonly one: readonly Paragraph[]
  readonly other: readonly Paragraph[]
}

/**
 * Aligns two texts by the lengths of their paragraphs (Gale and Church 1993), with what is cited as anchors: what each text
 * cites once cuts both in pieces, and within those common markers and numbers count for a pair. Linear: between anchors,
 * only a band around the diagonal is looked at.
 */
export function alignParagraphs(one: readonly Paragraph[], other: readonly Paragraph[]): Bead[] {
  const ratio = Math.max(total(other), 1) / Math.max(total(one), 1)
  const beads: Bead[] = []
  let [from, to] = [0, 0]
  for (const [at, against] of [...anchorsOf(one, other), [one.length, other.length] as const]) {
    beads.push(...alignPiece(one.slice(from, at), other.slice(to, against), ratio))
    ;[from, to] = [at, against]
  }
  return beads
}

const total = (paragraphs: readonly Paragraph[]) => paragraphs.reduce((sum, { length }) => sum + length, 0)

/** Pairs of paragraphs of which each cites something that nothing else does; as many as stand in the same order. */
function anchorsOf(one: readonly Paragraph[], other: readonly Paragraph[]): (readonly [number, number])[] {
  const [left, right] = [citedOnce(one), citedOnce(other)]
  const pairs = [...left].flatMap(([target, at]): [number, number][] => {
    const against = right.get(target)
    return at < 0 || against === undefined || against < 0 ? [] : [[at, against]]
  })
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  // A paragraph that was split has several: the first one opens the piece.
  const first = pairs.filter(([at, against], index) => {
    const before = pairs[index - 1]
    return before?.[0] !== at && before?.[1] !== against
  })
  return longestAscending(first, ([, against]) => against)
}

function citedOnce(paragraphs: readonly Paragraph[]): Map<number, number> {
  const places = new Map<number, number>()
  for (const [index, { cited }] of paragraphs.entries()) {
    for (const target of cited) places.set(target, places.has(target) ? -1 : index)
  }
  return places
}

const steps = [
  [1, 1, 0],
  [1, 0, 450],
  [0, 1, 450],
  [2, 1, 230],
  [1, 2, 230],
] as const

const band = 24

function alignPiece(one: readonly Paragraph[], other: readonly Paragraph[], ratio: number): Bead[] {
  const table = createTable(one.length, other.length)
  table.put(0, 0, { cost: 0, step: -1 })
  for (let row = 0; row <= one.length; row++) {
    const [first, last] = table.columnsOf(row)
    for (let column = first; column <= last; column++) {
      if (row + column > 0) table.put(row, column, cheapest(one, other, { row, column, ratio, costAt: table.costAt }))
    }
  }
  return backwards(one, other, table.stepAt)
}

interface Choice {
  readonly cost: number
  readonly step: number
}

/** The costs of all ways to a cell, in a band around the diagonal. */
function createTable(rows: number, columns: number) {
  const width = band + Math.min(200, Math.abs(rows - columns))
  const size = 2 * width + 1
  const costs = new Float64Array((rows + 1) * size).fill(Infinity)
  const choices = new Int8Array((rows + 1) * size).fill(-1)
  const centre = (row: number) => (rows === 0 ? 0 : Math.round((row * columns) / rows))
  const cell = (row: number, column: number) => {
    const offset = column - centre(row) + width
    return row < 0 || column < 0 || offset < 0 || offset >= size ? -1 : row * size + offset
  }
  return {
    columnsOf: (row: number) => [Math.max(0, centre(row) - width), Math.min(columns, centre(row) + width)] as const,
    costAt: (row: number, column: number) => costs[cell(row, column)] ?? Infinity,
    stepAt: (row: number, column: number) => choices[cell(row, column)] ?? -1,
    put(row: number, column: number, { cost, step }: Choice) {
      costs[cell(row, column)] = cost
      choices[cell(row, column)] = step
    },
  }
}

interface Cell {
  readonly row: number
  readonly column: number
  readonly ratio: number
  readonly costAt: (row: number, column: number) => number
}

function cheapest(
  one: readonly Paragraph[],
  other: readonly Paragraph[],
  { row, column, ratio, costAt }: Cell,
): Choice {
  let best: Choice = { cost: Infinity, step: -1 }
  for (const [step, [down, across, penalty]] of steps.entries()) {
    const before = row < down || column < across ? Infinity : costAt(row - down, column - across)
    if (before === Infinity) continue
    const bead = { one: one.slice(row - down, row), other: other.slice(column - across, column) }
    const cost = before + penalty + (down * across === 0 ? 0 : costOf(bead, ratio))
    if (cost < best.cost) best = { cost, step }
  }
  return best
}

function backwards(
  one: readonly Paragraph[],
  other: readonly Paragraph[],
  stepAt: (row: number, column: number) => number,
): Bead[] {
  const beads: Bead[] = []
  let [row, column] = [one.length, other.length]
  while (row > 0 || column > 0) {
    // Where the band is left, which texts of such different lengths may do, there is nothing to say.
    const step = steps[stepAt(row, column)]
    if (!step) break
    const [down, across] = step
    beads.push({ one: one.slice(row - down, row), other: other.slice(column - across, column) })
    row -= down
    column -= across
  }
  return beads.toReversed()
}

/** What speaks against a pair: other lengths than expected, and other markers and numbers. */
function costOf({ one, other }: Bead, ratio: number): number {
  const [length, against] = [total(one) * ratio, total(other)]
  // Gale and Church: the difference is distributed normally, with a variance of 6.8 for each character.
  const deviation = Math.abs(against - length) / Math.sqrt(6.8 * Math.max(1, (length + against) / 2))
  const different = Math.min(1200, deviation * deviation * 20)
  const citing = (key: 'cited' | 'numbers') => unshared(one, other, key)
  return different + 220 * citing('cited') + 60 * citing('numbers')
}

/** How much only one side has, less how much both have. */
function unshared(one: readonly Paragraph[], other: readonly Paragraph[], key: 'cited' | 'numbers'): number {
  const [left, right] = [valuesOf(one, key), valuesOf(other, key)]
  if (left.length === 0 || right.length === 0) return left.length + right.length
  const [all, known] = [new Set(left), new Set(right)]
  let shared = 0
  for (const value of all) if (known.has(value)) shared++
  return all.size + known.size - 3 * shared
}

function valuesOf(paragraphs: readonly Paragraph[], key: 'cited' | 'numbers'): readonly (string | number)[] {
  return paragraphs.length === 1
    ? paragraphs[0]![key]
    : paragraphs.flatMap((each): (string | number)[] => [...each[key]])
}
