import type * as v from 'valibot'
import { nearest } from '../nearest.ts'
import type { Place } from './place.ts'

type Issue = v.BaseIssue<unknown>

/** What is wrong with a value, and where in it. */
export interface Explanation {
  readonly place: Place
  /** `expected a string, found 5`. */
  readonly problem: string
}

/** Puts an issue of valibot into words: what was expected, what was found, and what was probably meant. */
export function explainIssue(schema: v.GenericSchema<any>, issue: Issue): Explanation {
  const { leaf, path } = mostTelling(issue)
  const place = path.map((item) => item.key as string | number)
  const last = place.at(-1)
  if (leaf.type === 'strict_object' && path.at(-1)?.origin === 'key') {
    const known = keysAt(schema, place.slice(0, -1))
    if (leaf.expected !== 'never') return { place: place.slice(0, -1), problem: `expected the key ${leaf.expected}` }
    return { place, problem: `unknown key${meant(String(last), known) || `, expected ${oneOf(known)}`}` }
  }
  const custom = leaf.message.startsWith('Invalid ') ? undefined : leaf.message
  const expected = custom ?? `expected ${readable(leaf.expected)}`
  const guess = typeof leaf.input === 'string' ? meant(leaf.input, quoted(leaf), '"') : ''
  return { place, problem: `${expected}, found ${show(leaf.input)}${guess}` }
}

/** `, did you mean …?`, or nothing where no known word is near. */
export function meant(word: string, known: Iterable<string>, quote = '`'): string {
  const near = nearest(word, known)
  return near === undefined ? '' : `, did you mean ${quote}${near}${quote}?`
}

/** A value in an error message, cut to a length that fits in a line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'function') return 'a function'
  const text = JSON.stringify(value) ?? typeof value
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}

/**
 * Of an alternative that failed in all its branches, the branch that got furthest: in `[severity, options]` with a
 * misspelt severity that is the severity, not "neither a severity nor a list".
 */
function mostTelling(issue: Issue): { leaf: Issue; path: readonly v.IssuePathItem[] } {
  const path = issue.path ?? []
  const branches = (issue.issues ?? []).map(mostTelling).filter((branch) => branch.path.length > 0)
  const [best] = branches.toSorted((one, other) => other.path.length - one.path.length)
  return best ? { leaf: best.leaf, path: [...path, ...best.path] } : { leaf: issue, path }
}

/** The strings that would have been right. */
function quoted(issue: Issue): string[] {
  const own = [...(issue.expected ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]!)
  return [...new Set([...own, ...(issue.issues ?? []).flatMap(quoted)])]
}

const words = new Map([
  ['Object', 'an object'],
  ['Array', 'a list'],
  ['string', 'a string'],
  ['number', 'a number'],
  ['boolean', '`true` or `false`'],
  ['never', 'nothing more'],
])

/** valibot's `("a" | "b" | Array)` → `"a", "b" or a list`. */
function readable(expected: string | null): string {
  const parts = (expected ?? 'something else').replace(/[()]/g, '').split(' | ')
  return oneOf(parts.map((part) => words.get(part) ?? part))
}

function oneOf(parts: readonly string[]): string {
  if (parts.length === 0) return 'none'
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`
}

/** The parts of valibot's schemas that hold other schemas. */
interface Holder {
  readonly entries?: Readonly<Record<string, Holder>>
  readonly wrapped?: Holder
  readonly value?: Holder
  readonly item?: Holder
  readonly items?: readonly Holder[]
  readonly options?: readonly Holder[]
}

/** The keys that an object may have at a place. */
function keysAt(schema: object, place: Place): readonly string[] {
  let found: readonly Holder[] = unwrap(schema)
  for (const key of place) {
    found = found.flatMap((one) => unwrap(one.entries?.[key] ?? one.items?.[key as number] ?? one.item ?? one.value))
  }
  return found.flatMap((one) => Object.keys(one.entries ?? {}))
}

/** A schema behind `optional`, and all branches of a `union`. */
function unwrap(schema: Holder | undefined): readonly Holder[] {
  if (schema?.wrapped) return unwrap(schema.wrapped)
  const branches = schema?.options?.filter((option) => typeof option === 'object')
  if (branches && branches.length > 0) return branches.flatMap(unwrap)
  return schema ? [schema] : []
}
