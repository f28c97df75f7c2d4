import type { Targets } from './second-reader.ts'

/** What of a page leads elsewhere than before. */
export function compareTargets(before: Targets, after: Targets): string | undefined {
  const index = before.findIndex((targets, at) => targets.join('\n') !== after[at]?.join('\n'))
  if (index >= 0) return `${show(before[index])} became ${show(after[index])}`
  return after.length > before.length ? `${show(after[before.length])} came` : undefined
}

/**
 * The same where markers that led nowhere may lead somewhere now: whatever a block led to, one block leads to still. A
 * paragraph that becomes a note goes to the end of the page with what it cites, so that the order says nothing.
 */
export function compareMended(before: Targets, after: Targets): string | undefined {
  const left = [...after]
  for (const targets of before.toSorted((one, other) => other.length - one.length)) {
    const at = left.findIndex((now) => targets.every((target) => now.some((one) => isLeft(target, one))))
    if (at < 0) return `${show(targets)} is lost`
    left.splice(at, 1)
  }
  return undefined
}

/** A note that had swallowed the next one, whose colon was lost, ends where it should now. */
const isLeft = (target: string, one: string) => one === target || (one !== '' && target.startsWith(one))

/** The same where entries may have moved: they take what they cite along, so that the order of the blocks says nothing. */
export function compareMoved(before: Targets, after: Targets): string | undefined {
  const [old, now] = [sorted(before), sorted(after)]
  const index = old.findIndex((one, at) => one !== now[at])
  if (index < 0 && old.length === now.length) return undefined
  return `${JSON.stringify(old.at(index)?.slice(0, 60))} became ${JSON.stringify(now.at(index)?.slice(0, 60))}`
}

/** The same where entries that nothing cites may have gone with what they cite: nothing that is left leads elsewhere. */
export function compareRemoved(before: Targets, after: Targets, removed: number): string | undefined {
  const left = sorted(before)
  for (const one of sorted(after)) {
    const at = left.indexOf(one)
    if (at < 0) return `${JSON.stringify(one.slice(0, 60))} came`
    left.splice(at, 1)
  }
  return left.length > removed ? `${JSON.stringify(left[0]!.slice(0, 60))} is lost` : undefined
}

const sorted = (targets: Targets) => targets.map((each) => each.join('\n')).toSorted()

const show = (targets: readonly string[] | undefined) =>
  JSON.stringify((targets ?? []).map((target) => target.slice(0, 40)))
