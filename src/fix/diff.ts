import { outOfOrder } from '../document/series/order.ts'
import type { Edit } from '../finding.ts'

/** Lines of the text before, from `start` to `end`, that those of the text after take the place of. */
interface Change {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

const context = 3

/** A unified diff from one text to another, as `patch` and `git apply` take it; empty where they are alike. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const old = linesOf(before)
  const now = linesOf(after)
  const hunks = hunksOf(changesOf(old, now)).map((changes) => renderHunk(changes, old, now))
  return [`--- ${nameOf(path)}\n+++ ${nameOf(path)}\n`, ...hunks].join('')
}

/** The edits that make one text of another, line by line. */
export function lineEdits(before: string, after: string): Edit[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const starts = [0]
  for (const line of old) starts.push(starts.at(-1)! + line.length)
  return changesOf(old, now).map(({ start, end, from, to }) => ({
    start: starts[start]!,
    end: starts[end]!,
    text: now.slice(from, to).join(''),
  }))
}

/** A line ends with LF, as it does for `patch`; a CR before it is part of the line. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/**
 * `./` is one part that `git apply` strips and `patch -p0` does not. A name with a space ends with a tab, and one with
 * characters that a header cannot hold is quoted, as GNU diff does.
 */
function nameOf(path: string): string {
  const name = /^(?:\/|\.\.?\/|[A-Za-z]:)/.test(path) ? path : `./${path}`
  if (!special.test(name)) return name.includes(' ') ? `${name}\t` : name
  return `"${name.replaceAll(new RegExp(special, 'gu'), (one) => (/["\\]/.test(one) ? `\\${one}` : octal(one)))}"`
}

const special = /["\\]|(?![\u0080-\u009F])\p{Cc}/u
const octal = (character: string) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`

/** Lines that occur once in either text hold the two together; between them, what is alike at both ends is left out. */
function changesOf(old: readonly string[], now: readonly string[]): Change[] {
  const changes: Change[] = []
  let [start, from] = [0, 0]
  for (const [end, to] of [...anchors(old, now), [old.length, now.length] as const]) {
    const change = trimmed({ start, end, from, to }, old, now)
    if (change.start < change.end || change.from < change.to) changes.push(change)
    start = end
    from = to
  }
  return changes
}

function anchors(old: readonly string[], now: readonly string[]): [number, number][] {
  const places = once(now)
  const pairs = [...once(old)].flatMap(([line, index]): [number, number][] => {
    const place = places.get(line)
    return place === undefined || index === undefined ? [] : [[index, place]]
  })
  const moved = new Set(outOfOrder(pairs.map(([, place]) => place)))
  return pairs.filter((_, index) => !moved.has(index))
}

/** Lines that occur once, and where; the others have no place. */
function once(lines: readonly string[]): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>()
  for (const [index, line] of lines.entries()) places.set(line, places.has(line) ? undefined : index)
  return places
}

function trimmed({ start, end, from, to }: Change, old: readonly string[], now: readonly string[]): Change {
  while (start < end && from < to && old[start] === now[from]) {
    start++
    from++
  }
  while (start < end && from < to && old[end - 1] === now[to - 1]) {
    end--
    to--
  }
  return { start, end, from, to }
}

/** Changes whose context would meet make one hunk. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = []
  for (const change of changes) {
    const last = hunks.at(-1)
    if (last && change.start - last.at(-1)!.end <= 2 * context) last.push(change)
    else hunks.push([change])
  }
  return hunks
}

function renderHunk(changes: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const first = changes[0]!
  const last = changes.at(-1)!
  const start = Math.max(0, first.start - context)
  const end = Math.min(old.length, last.end + context)
  const from = first.from - (first.start - start)
  const to = last.to + (end - last.end)
  const parts = [`@@ -${rangeOf(start, end)} +${rangeOf(from, to)} @@\n`]
  let at = start
  const put = (sign: string, lines: readonly string[]) => {
    for (const line of lines) parts.push(sign, line, line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n')
  }
  for (const change of changes) {
    put(' ', old.slice(at, change.start))
    put('-', old.slice(change.start, change.end))
    put('+', now.slice(change.from, change.to))
    at = change.end
  }
  put(' ', old.slice(at, end))
  return parts.join('')
}

/** Lines count from 1; an empty stretch is named by the line before it. */
function rangeOf(start: number, end: number): string {
  const count = end - start
  return count === 1 ? `${start + 1}` : `${count === 0 ? start : start + 1},${count}`
}
