import { groupBy } from '../document/group-by.ts'
import { gapPairs } from './gap-pairs.ts'
import type { Telling, Unit } from './telling.ts'

/** Which word of one text is which of the other; -1 where there is none. */
export interface WordMatch {
  readonly toHead: Int32Array
  readonly toBase: Int32Array
}

interface Side {
  readonly units: readonly Unit[]
  readonly ids: readonly number[]
  readonly unit: readonly number[]
}

/**
 * Finds the words that two texts share, wherever they stand: whole blocks first, then stretches that begin with four words
 * that each text has once, then what lies between those. Paragraphs that were moved, split or joined are found again. Every
 * step looks at each word a few times, however long the texts are.
 */
export function matchWords(base: Telling, head: Telling): WordMatch {
  const one = sideOf(base)
  const other = sideOf(head)
  const match = {
    toHead: new Int32Array(one.ids.length).fill(-1),
    toBase: new Int32Array(other.ids.length).fill(-1),
  }
  // What cites the same too is the same; what only reads the same may stand there several times.
  pairUnits(one, other, match, (side, unit) => `${wordKey(side, unit)}|${unit.cites.map((cite) => cite.text).join()}`)
  pairUnits(one, other, match, wordKey)
  pairStretches(one, other, match)
  for (const [at, to] of gapPairs(one.ids, other.ids, match)) {
    if (match.toHead[at] !== -1 || match.toBase[to] !== -1) continue
    link(match, at, to)
    extend(one, other, match, { base: at, head: to })
  }
  return match
}

const sideOf = ({ units, words }: Telling): Side => ({ units, ids: words.ids, unit: words.unit })

function link({ toHead, toBase }: WordMatch, at: number, to: number): void {
  toHead[at] = to
  toBase[to] = at
}

/** Two hashes, of which nobody has ever seen both at once for other words. */
function wordKey({ ids }: Side, { start, end }: Unit): string {
  let [one, other] = [17, 31]
  for (let at = start; at < end; at++) {
    one = (Math.imul(one, 1_000_003) ^ ids[at]!) | 0
    other = (Math.imul(other, 16_777_619) + ids[at]!) | 0
  }
  return `${one} ${other} ${end - start}`
}

/** Units that are the same, where each has its counterpart. */
function pairUnits(one: Side, other: Side, match: WordMatch, keyOf: (side: Side, unit: Unit) => string): void {
  const isOpen = (unit: Unit, taken: Int32Array) => unit.end > unit.start && taken[unit.start] === -1
  const heads = groupBy(
    other.units.filter((unit) => isOpen(unit, match.toBase)),
    (unit) => keyOf(other, unit),
  )
  const bases = groupBy(
    one.units.filter((unit) => isOpen(unit, match.toHead)),
    (unit) => keyOf(one, unit),
  )
  for (const [key, units] of bases) {
    const same = heads.get(key)
    if (same?.length !== units.length) continue
    for (const [index, { start, end }] of units.entries()) {
      for (let word = start; word < end; word++) link(match, word, same[index]!.start + word - start)
    }
  }
}

const size = 4

/** Stretches of five words or more that begin with a group that neither text has twice. */
function pairStretches(one: Side, other: Side, match: WordMatch): void {
  const groups = groupsOf(other, match.toBase)
  for (const [hash, at] of groupsOf(one, match.toHead)) {
    const to = groups.get(hash)
    if (to === undefined || at < 0 || to < 0 || match.toHead[at] !== -1 || match.toBase[to] !== -1) continue
    const stretch = stretchAt(one, other, match, { base: at, head: to })
    if (stretch.length <= size && !isMost(one, stretch) && !isMost(other, { ...stretch, base: stretch.head })) continue
    for (let index = 0; index < stretch.length; index++) link(match, stretch.base + index, stretch.head + index)
  }
}

/** A short paragraph has no more words. */
function isMost({ units, unit }: Side, { base, length }: Stretch): boolean {
  const { start, end } = units[unit[base]!]!
  return length > 1 && length * 2 >= end - start
}

/** Where each group of four words stands; -1 where there are several. */
function groupsOf({ units, ids }: Side, taken: Int32Array): Map<number, number> {
  const groups = new Map<number, number>()
  for (const { start, end } of units) {
    for (let at = start; at + size <= end; at++) {
      if (taken[at] !== -1) continue
      let hash = 17
      for (let index = at; index < at + size; index++) hash = (Math.imul(hash, 1_000_003) ^ ids[index]!) | 0
      groups.set(hash, groups.has(hash) ? -1 : at)
    }
  }
  return groups
}

interface Stretch {
  readonly base: number
  readonly head: number
  readonly length: number
}

/** All that reads the same around two words and has no counterpart yet, within their blocks. */
function stretchAt(one: Side, other: Side, match: WordMatch, seed: { base: number; head: number }): Stretch {
  const from = one.units[one.unit[seed.base]!]!
  const to = other.units[other.unit[seed.head]!]!
  const isSame = (base: number, head: number) =>
    base >= from.start &&
    base < from.end &&
    head >= to.start &&
    head < to.end &&
    match.toHead[base] === -1 &&
    match.toBase[head] === -1 &&
    one.ids[base] === other.ids[head]
  let { base, head } = seed
  while (isSame(base - 1, head - 1)) {
    base--
    head--
  }
  let length = seed.base - base
  while (isSame(base + length, head + length)) length++
  return { base, head, length }
}

/** From two words that belong together on, in both directions. */
function extend(one: Side, other: Side, match: WordMatch, { base, head }: { base: number; head: number }): void {
  for (const step of [-1, 1]) {
    const seed = { base: base + step, head: head + step }
    if (one.unit[seed.base] === undefined || other.unit[seed.head] === undefined) continue
    const stretch = stretchAt(one, other, match, seed)
    const isBeside = step > 0 ? stretch.base === base + 1 : stretch.base + stretch.length === base
    if (!isBeside) continue
    for (let index = 0; index < stretch.length; index++) link(match, stretch.base + index, stretch.head + index)
  }
}
