import { createSource } from '../../source.ts'
import type { Source } from '../../source.ts'
import { coveredNumbers } from '../covered.ts'
import { findRedefinitions } from '../definitions.ts'
import type { Candidate } from '../document.ts'
import { isDoubtful } from '../entries/judge.ts'
import { findEntryStarts } from '../entries/starts.ts'
import type { EntryStart } from '../entries/starts.ts'
import { findAll } from '../find.ts'
import type { ReadOptions } from '../find.ts'
import { readMarkdown } from '../formats/markdown.ts'
import { noLibrary } from '../library.ts'
import { mayHoldResidues } from '../residue/find.ts'
import { findScopes } from '../scope.ts'
import { findSystems } from '../systems.ts'
import { goesBySigns } from '../unmarked.ts'
import { mayBeCostly } from './costly.ts'
import { excerptOf } from './excerpt.ts'
import { mayList } from './lists.ts'

/**
 * Whether all hints in a document are in vain: what they stand in is read, and nothing in it is a marker, an entry or a
 * leftover, whatever the rest holds, in which there is no hint. False where that is not certain without reading the whole.
 */
export function isInVain({ format, path, text }: Source, options: ReadOptions): boolean {
  if (format !== 'markdown' || text.length < worthwhile || !goesBySigns(options)) return false
  if (mayBeNoted(text) || mayBeCostly(text)) return false
  const excerpt = excerptOf(text)
  return excerpt !== undefined && holdsNothing(createSource(path, excerpt), text, options)
}

/** To read a text that is shorter takes less time than to choose what to read of it. */
const worthwhile = 500

/** Whether the last `[^…]` begins a line, as a note does. */
function mayBeNoted(text: string): boolean {
  const at = text.lastIndexOf('[^')
  return at >= 0 && (at === 0 || text.charCodeAt(at - 1) === 10)
}

/** Whether nothing of an excerpt counts in the whole text. */
function holdsNothing(excerpt: Source, whole: string, options: ReadOptions): boolean {
  const { text } = excerpt
  const reading = readMarkdown(excerpt)
  if (mayHoldResidues(reading, text) || findRedefinitions(reading.definitions, text).length > 0) return false
  const found = findAll(reading, text, options)
  const cited = numbersOf(found.candidates)
  // Whether what looks like an entry is one depends on the heading above it, too.
  const mayBeEntry = ({ form, number }: EntryStart) => (form !== 'item' && form !== 'number') || cited.has(number)
  if (found.entries.length > 0 || findEntryStarts(reading).some(mayBeEntry) || mayList(whole, cited)) return false
  const systems = findSystems({ reading, text, library: noLibrary }, found, findScopes)
  return !systems.some(({ verdicts }) => verdicts.some(({ accepted }) => accepted))
}

/** The numbers that some candidates may cite. */
function numbersOf(candidates: readonly Candidate[]): ReadonlySet<number> {
  const cited = candidates.filter((one) => one.family !== 'footnote' && !isDoubtful(one))
  return new Set(cited.flatMap(({ members }) => members.flatMap(coveredNumbers)))
}
