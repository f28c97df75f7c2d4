import { dirname, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Run } from '../finding.ts'
import { nearest } from '../nearest.ts'
import { goneFiles, readBaseline, writeBaseline } from '../project/baseline.ts'
import type { BaselinePlace } from '../project/baseline-place.ts'
import { byPath } from '../project/lint-files.ts'
import { relativePath } from '../project/paths.ts'
import { printable } from '../reporters/terminal.ts'
import type { Source } from '../source.ts'
import { checkedAs, filtered, silence, sizeOf, staleIn, withErrors, without } from '../suppress/baseline.ts'
import type { Baseline, Checked } from '../suppress/baseline.ts'
import { parseBaseline, renderBaseline } from '../suppress/baseline-text.ts'
import { staleFile } from '../suppress/stale.ts'
import type { Values } from './args.ts'
import { isWriting } from './baseline-choice.ts'
import type { Input } from './input.ts'
import { listed } from './rules.ts'
import type { World } from './streams.ts'

/** A baseline that was read; an empty one where there is none yet. */
export interface OpenBaseline {
  readonly place: BaselinePlace
  /** The file as it is. */
  readonly before: Source | undefined
  readonly baseline: Baseline
}

/** To be read before anything is done: one that cannot be used stops all. */
export function openBaseline(place: BaselinePlace): OpenBaseline {
  const before = place.exists ? readBaseline(place) : undefined
  return { place, before, baseline: before ? parseBaseline(before) : new Map() }
}

/** What there is besides the values of the command line. */
interface Surroundings {
  readonly open: OpenBaseline
  readonly input: Input
  readonly world: World
}

/** Takes out of a run what is recorded, says what is recorded in vain, and records or prunes where that was asked for. */
export function throughBaseline(run: Run, values: Values, { open, input, world }: Surroundings): Run {
  const { place, before, baseline } = open
  const checked = run.files.map((file) => {
    const absolute = resolve(world.cwd, file.source.path)
    return checkedAs(relativePath(dirname(place.absolute), absolute), file)
  })
  const isGone = goneFiles(place, input.kind === 'files' ? input.patterns : [], world.cwd)
  const isRead = run.failures.length === 0
  const stale =
    input.kind === 'files' && isRead ? staleIn(baseline, checked, { isGone, isJudged: judgedRules(values) }) : new Map()
  const next = changed({ baseline, checked, stale }, values)
  const after = isWriting(values) ? write({ ...open, next, isRead }, world) : before
  const files = checked.map((one) => silence(one, next))
  const left = filtered(stale, (path, rule, fingerprint) => next.get(path)?.get(rule)?.has(fingerprint) === true)
  return { ...run, files: after && left.size > 0 ? [staleFile(after, left, isGone), ...files].sort(byPath) : files }
}

/** A rule that the command line switches for once says nothing of what it would find otherwise. */
function judgedRules({ rule = [] }: Values): (rule: string) => boolean {
  const switched = new Set(rule.map((one) => one.slice(0, one.lastIndexOf(':'))))
  return (id) => !switched.has(id)
}

interface Known {
  readonly baseline: Baseline
  readonly checked: readonly Checked[]
  readonly stale: Baseline
}

function changed({ baseline, checked, stale }: Known, values: Values): Baseline {
  const isMeant = meantRules(values, checked)
  const isPruned = (_path: string, rule: string) => values['prune-suppressions'] === true || isMeant(rule)
  return withErrors(without(baseline, filtered(stale, isPruned)), checked, isMeant)
}

function meantRules(values: Values, checked: readonly Checked[]): (rule: string) => boolean {
  if (values['suppress-all']) return () => true
  const meant = new Set(values['suppress-rule'])
  const found = checked.flatMap(({ file }) => file.findings.map(({ rule }) => rule))
  const ids = new Set([...listed.map(({ id }) => id), ...found])
  for (const id of meant) {
    if (ids.has(id)) continue
    const near = nearest(id, ids)
    throw new UsageError(
      `--suppress-rule ${id}: there is no such rule${near === undefined ? '' : `, did you mean ${near}?`}`,
    )
  }
  return (id) => meant.has(id)
}

interface Change extends OpenBaseline {
  readonly next: Baseline
  /** `false`: what could not be read may be why something is not found. */
  readonly isRead: boolean
}

/** Gives the file as it is then. */
function write({ place, before, baseline, next, isRead }: Change, { cwd, stderr }: World): Source | undefined {
  const recorded = sizeOf(without(next, baseline))
  const dropped = sizeOf(without(baseline, next))
  const counts = [
    recorded > 0 ? `${recorded} recorded` : '',
    dropped > 0 ? `${dropped} taken out` : '',
    isRead ? '' : 'nothing taken out, since not all could be read',
  ]
  const done = counts.filter((text) => text !== '').join(', ') || 'nothing to record or take out'
  const after = recorded + dropped > 0 ? writeBaseline(place, before, renderBaseline(next), cwd) : before
  stderr.write(`footlint: ${printable(place.path)}: ${done}\n`)
  return after
}
