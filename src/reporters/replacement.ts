import { edited } from '../edited.ts'
import type { Edit, Finding } from '../finding.ts'
import type { Source } from '../source.ts'

/**
 * A safe fix as one replacement, for formats whose reader makes it at a click, and each one for itself: edits that
 * belong together must not be taken apart. An unsafe fix wants to be looked at, which `--diff` is for.
 */
export function replacementOf(source: Source, { fix }: Finding): Edit | undefined {
  if (!fix?.safe || fix.edits.length === 0) return undefined
  const edits = fix.edits.toSorted((one, other) => one.start - other.start || one.end - other.end)
  const start = edits[0]!.start
  const end = Math.max(...edits.map((edit) => edit.end))
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  return { start, end, text: edited(source.text.slice(start, end), moved) }
}
