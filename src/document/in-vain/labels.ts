import type { Range } from '../../source.ts'
import { normalizeLabel } from '../label.ts'
import { createOpened, opensLine } from '../label-twice.ts'

/** Offsets at which something may be defined, by the label. */
export type Labels = ReadonlyMap<string, readonly number[]>

/** All labels that a text may define; `undefined` where one cannot be told. */
export function labelsIn(text: string): Labels | undefined {
  const labels = new Map<string, number[]>()
  const openedBefore = createOpened(text)
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 2)) {
    const open = openedBefore(at)
    if (open < 0) continue
    if (text.charCodeAt(open - 1) === 92) return undefined
    if (!opensLine(text, open)) continue
    const label = inOneLine(text.slice(open + 1, at))
    const known = labels.get(label)
    if (known) known.push(open)
    else labels.set(label, [open])
  }
  return labels
}

/** Where the labels that a stretch refers to may be defined. */
export function definedElsewhere(text: string, { start, end }: Range, labels: Labels): readonly number[] {
  if (labels.size === 0) return []
  const words = text.slice(start, end)
  return [...words.matchAll(/\[((?:\\.|[^[\]\\]){1,999})\]/gs)].flatMap(
    ([, label]) => labels.get(inOneLine(label!)) ?? [],
  )
}

const inOneLine = (label: string): string => normalizeLabel(label.replace(/[\r\n]+[ \t>]*/g, ' '))
