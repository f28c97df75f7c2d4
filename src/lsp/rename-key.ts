import { resolve } from 'node:path'
import { readBibliography } from '../bibliography/bibliography.ts'
import type { FiledRecord } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import type { Edit } from '../finding.ts'
import { edited, withText } from '../fix/edits.ts'
import { relativePath } from '../project/paths.ts'
import { findCitations } from './citations.ts'
import type { Citing, Where } from './citations.ts'
import type { Project } from './project.ts'
import type { FileEdits, Rewritten } from './rewrite.ts'
import { thingAt } from './thing.ts'
import { placeOf } from './view.ts'
import type { View } from './view.ts'

/**
 * Renames the key of a record in its bibliography and in all documents of the project that cite it. Refused wherever
 * something might cite it that nobody reads here: a reader would find the key gone.
 */
export async function renameKey(view: View, offset: number, key: string, where: Where): Promise<Rewritten> {
  const filed = recordAt(view, offset)
  if (!filed) return refused('the key leads to no record of a bibliography')
  const { record, source } = filed
  if (record.key === key) return { files: [], refusals: [] }
  if (!where.isOpen) return refused('no folder is open, and documents elsewhere may cite it')
  const objection = shapeObjection(filed, key, where.project) ?? (await bibliographyObjection(filed, key))
  if (objection !== undefined) return refused(objection)
  const { citing, unread } = await findCitations({ key: record.key, source }, where)
  if (unread.length > 0) return refused(`it may be cited where nobody can read it: ${unread[0]}`)
  const files: FileEdits[] = [{ source, edits: [{ ...record.keyRange, text: key }] }]
  for (const one of citing) {
    const made = editsOf(one, record.key, key)
    if (typeof made === 'string') return refused(made)
    if (made.length > 0) files.push({ source: one.view.source, edits: made })
  }
  return { files, refusals: [] }
}

const refused = (reason: string): Rewritten => ({ files: [], refusals: [reason] })

/** The record that a marker points to or, in a bibliography, the one whose key stands there. */
export function recordAt(view: View, offset: number): FiledRecord | undefined {
  const thing = thingAt(view, offset)
  if (thing?.kind === 'marker') return thing.marker.record
  const record = thing?.kind === 'entry' ? thing.entry.record : undefined
  return record && view.source.format === 'bibliography' ? { record, source: view.source } : undefined
}

function shapeObjection({ source, record }: FiledRecord, key: string, { cwd }: Project): string | undefined {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_:./+-]*$/u.test(key) || !/[\p{L}\p{N}]$/u.test(key))
    return 'expected a key of letters, digits and `_:./+-` that begins and ends with a letter or a digit'
  if (relativePath(cwd, resolve(cwd, source.path)).startsWith('..'))
    return `${source.path} lies outside of the folder, and documents elsewhere may cite it`
  const { start, end } = record.keyRange
  return source.text.slice(start, end) === record.key
    ? undefined
    : 'the key is written in another way in the bibliography'
}

/** Another record that has the key or uses this one, or a bibliography that would be read in another way. */
async function bibliographyObjection({ source, record }: FiledRecord, key: string): Promise<string | undefined> {
  const before = await readBibliography(source)
  const isTaken = before.entries.some((one) => one.key === key || one.aliases.some(({ value }) => value === key))
  if (isTaken) return `\`${key}\` is a key already`
  const user = before.entries.find((one) => one.cites.includes(record.key))
  if (user) return `the record \`${user.key}\` uses it`
  const after = await readBibliography(withText(source, edited(source.text, [{ ...record.keyRange, text: key }])))
  const isSame =
    after.problems.length === before.problems.length &&
    after.entries.length === before.entries.length &&
    after.entries.every(
      (one, index) => one.key === (before.entries[index]!.key === record.key ? key : before.entries[index]!.key),
    )
  return isSame ? undefined : 'the bibliography would be read in another way'
}

/** The edits of one document, or why it stands in the way. */
function editsOf({ view, markers }: Citing, old: string, key: string): readonly Edit[] | string {
  const { source, library } = view
  const where = source.path
  if (library.find(key)) return `\`${key}\` is a key already in what ${where} cites`
  const edits: Edit[] = []
  for (const marker of markers) {
    const { start, end } = placeOf(view, marker)
    const at = source.text.slice(start, end).indexOf(old)
    if (at < 0) return `${where} writes the key in another way`
    edits.push({ start: start + at, end: start + at + old.length, text: key })
  }
  const mentions = source.text.split(old).length - 1
  const longer =
    source.text.match(new RegExp(`[\\p{L}\\p{N}_]${escape(old)}|${escape(old)}[\\p{L}\\p{N}_]`, 'gu'))?.length ?? 0
  if (mentions - longer > edits.length) return `${where} holds \`${old}\` where it is read as no citation`
  return isReadAlike(view, edits, old, key) ? edits : `${where} would be read in another way`
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether the keys of a document are the same afterwards, but for this one. */
function isReadAlike(
  { source, read, settings, library }: View,
  edits: readonly Edit[],
  old: string,
  key: string,
): boolean {
  const keysIn = (text: string) =>
    readDocument(withText(source, text), read, { ...settings, library })
      .marks.flatMap(({ markers }) => markers)
      .map(({ label }) => label)
  const before = keysIn(source.text).map((label) => (label === old ? key : label))
  const after = keysIn(
    edited(
      source.text,
      edits.toSorted((one, other) => one.start - other.start),
    ),
  )
  return before.length === after.length && before.every((label, index) => label === after[index])
}
