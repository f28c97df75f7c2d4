import { labelKey } from '../document/label.ts'
import { groupBy } from '../document/group-by.ts'
import { similarPairs } from './similar.ts'
import { pairsInSlots, slotsOf } from './slots.ts'
import type { BothStandings } from './slots.ts'
import type { Cite, Telling } from './telling.ts'
import { lettersOf } from './targets.ts'
import type { Target } from './targets.ts'

/** What is one source, whatever its label: the same number for targets of both texts that are one. */
export interface Sameness {
  readonly base: (target: Target) => number
  readonly head: (target: Target) => number
}

type Side = 'base' | 'head'

interface Pairing {
  readonly classes: Record<Side, Map<Target, number>>
  readonly join: (one: Target, other: Target) => void
  readonly isOpen: (side: Side, target: Target) => boolean
}

/**
 * Finds what the targets of two versions have become: by their keys, by their words, by words that are nearly the same, by
 * where they are cited, by their labels, in this order. A list whose numbers have changed is the same list.
 */
export function sameTargets(base: Telling, head: Telling, standings: BothStandings): Sameness {
  const pairing = createPairing()
  const open = (side: Side, { targets }: Telling) => targets.filter((target) => pairing.isOpen(side, target))
  joinBy(base.targets, head.targets, keyOf, pairing)
  joinBy(open('base', base), open('head', head), ({ text }) => text, pairing)
  joinBy(open('base', base), open('head', head), lettersOf, pairing)
  for (const [one, other] of similarPairs(open('base', base), open('head', head))) pairing.join(one, other)
  joinByPlace(base, head, standings, pairing)
  joinBy(open('base', base), open('head', head), shortKeyOf, pairing)
  return sealed(base, head, pairing)
}

/** So many of the labels have to be in both where they count. */
const sharedLabels = 0.3

/** By labels, as the words of a translation are others; where it numbers anew, by the order in which they are first cited. */
export function sameInTranslation(base: Telling, head: Telling): Sameness {
  const pairing = createPairing()
  const [bases, heads] = [citedIn(base), citedIn(head)]
  // A bracket that counts for no marker there may be one all the same.
  const labels = new Set(head.targets.map(shortKeyOf))
  const shared = bases.filter((target) => labels.has(shortKeyOf(target)))
  if (shared.length >= bases.length * sharedLabels) joinBy(bases, head.targets, shortKeyOf, pairing)
  else for (const [index, target] of bases.entries()) if (heads[index]) pairing.join(target, heads[index])
  return sealed(base, head, pairing)
}

function citedIn({ cites }: Telling): Target[] {
  return [...new Set(cites.flatMap(({ target, marker, entry }) => (marker && !entry ? target : [])))]
}

function createPairing(): Pairing {
  const classes: Record<Side, Map<Target, number>> = { base: new Map(), head: new Map() }
  let count = 0
  return {
    classes,
    join(one, other) {
      const known = classes.base.get(one) ?? classes.head.get(other) ?? count++
      classes.base.set(one, known)
      classes.head.set(other, known)
    },
    isOpen: (side, target) => !classes[side].has(target),
  }
}

function sealed(base: Telling, head: Telling, { classes }: Pairing): Sameness {
  const count = base.targets.length + head.targets.length
  return {
    base: (target) => classes.base.get(target) ?? count + target.id,
    head: (target) => classes.head.get(target) ?? count + base.targets.length + target.id,
  }
}

/** Keys of a bibliography are meant to stay. */
const keyOf = ({ family, label }: Target) => (family === 'citekey' ? label : '')

/** Notes in their places have no labels. */
const shortKeyOf = (target: Target) => {
  if (target.family === 'inline note') return ''
  return target.family === 'citekey' ? `@${target.label}` : labelKey(target)
}

/** Targets with one key are one; what has none is left. */
function joinBy(
  bases: readonly Target[],
  heads: readonly Target[],
  key: (target: Target) => string,
  { join, isOpen }: Pairing,
): void {
  const byKey = groupBy(heads, key)
  for (const target of bases) {
    const own = key(target)
    const [first] = own === '' ? [] : (byKey.get(own) ?? [])
    if (first) join(target, first)
  }
  for (const target of bases) {
    const own = key(target)
    if (own === '' || isOpen('base', target)) continue
    for (const other of byKey.get(own) ?? []) if (isOpen('head', other)) join(target, other)
  }
}

/** Two records that are there under two keys are two sources. */
const areRecords = (one: Target, other: Target) => one.family === 'citekey' && one.text !== '' && other.text !== ''

/** What most places speak for; where it is even, what has kept its label. */
function joinByPlace(base: Telling, head: Telling, standings: BothStandings, { join, isOpen }: Pairing): void {
  const isOpenCite = (side: Side) => (cite: Cite) => isOpen(side, cite.target)
  const pairs = pairsInSlots(base.cites.filter(isOpenCite('base')), head.cites.filter(isOpenCite('head')), {
    base: (cite) => slotsOf(standings.base(cite)),
    head: (cite) => slotsOf(standings.head(cite)),
  })
  const votes = new Map<string, { one: Target; other: Target; count: number }>()
  for (const [{ target: one }, { target: other }] of pairs) {
    const key = `${one.id} ${other.id}`
    const vote = votes.get(key) ?? { one, other, count: 0 }
    vote.count++
    votes.set(key, vote)
  }
  const isKept = (one: Target, other: Target) => Number(labelKey(one) === labelKey(other))
  const sorted = [...votes.values()].sort(
    (a, b) => b.count - a.count || isKept(b.one, b.other) - isKept(a.one, a.other) || a.one.id - b.one.id,
  )
  for (const { one, other } of sorted) {
    if (isOpen('base', one) && isOpen('head', other) && !areRecords(one, other)) join(one, other)
  }
}
