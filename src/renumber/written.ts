import type { Entry, Mark, Member } from '../document/document.ts'
import { lettersOf } from '../document/notations/group.ts'
import type { Edit } from '../finding.ts'
import type { Range } from '../source.ts'

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raisedRun = /[⁰¹²³⁴-⁹]+/

/** A number in the letters of its neighbours: `12`, `¹²`, the 12 of `note 12`, `l`. `like` is what stands there now. */
export function writeLabel(label: string, like: string, family: Mark['family']): string {
  if (family === 'group letter') return lettersOf(Number(label))
  if (family.startsWith('group ')) return like.replace(/\d+$/, () => label)
  return raisedRun.test(like) ? raise(label) : label
}

export function raise(digits: string): string {
  return digits.replace(/\d/g, (digit) => raised[Number(digit)]!)
}

/** Where the label of a marker stands, without white space or brackets; `undefined` where it is written in another way. */
export function labelRangeOf(text: string, { family }: Mark, member: Member): Range | undefined {
  const slice = text.slice(member.start, member.end)
  if (member.through !== undefined || slice === member.label || (family === 'superscript' && raisedRun.test(slice)))
    return { start: member.start, end: member.end }
  const at = slice.indexOf(member.label)
  return at < 0 || at !== slice.lastIndexOf(member.label)
    ? undefined
    : { start: member.start + at, end: member.start + at + member.label.length }
}

const digits = /^\D*?(\d+)\D*$/
const letters = /^[^a-z]*([a-z]{1,2})[^a-z]*$/

/** Gives an entry another label; `undefined` where the label is no part of the text, as in HTML. */
export function relabel(entry: Entry, label: string): Edit | undefined {
  const { labelText, labelRange, kind, family } = entry
  const at = kind === 'list' ? undefined : labelText.lastIndexOf(entry.label)
  const found = at === undefined ? listLabel(labelText, family) : { at, text: entry.label }
  if (!found || found.at < 0) return undefined
  const start = labelRange.start + found.at
  return { start, end: start + found.text.length, text: writeLabel(label, found.text, family) }
}

function listLabel(labelText: string, family: Entry['family']): { at: number; text: string } | undefined {
  if (/^<(?!sup>)/.test(labelText)) return undefined
  const pattern = family === 'group letter' ? letters : raisedRun.test(labelText) ? /^([⁰¹²³⁴-⁹]+)$/ : digits
  const match = pattern.exec(labelText)
  return match ? { at: labelText.lastIndexOf(match[1]!), text: match[1]! } : undefined
}
