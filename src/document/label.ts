import { isDigitCode, isLetterCode } from './codes.ts'

/**
 * The form in which two labels are compared: white space folded, case folded (CommonMark 0.31 §4.7). Upper case after lower
 * case stands for Unicode case folding; what is plain then is written small, as most labels are.
 */
export function normalizeLabel(label: string): string {
  return small(label) ?? fold(label)
}

/** A label of digits, hyphens, full stops and letters of ASCII, in small letters; `undefined` where there is anything else. */
function small(label: string): string | undefined {
  let isSmall = true
  for (let index = 0; index < label.length; index++) {
    const code = label.charCodeAt(index)
    if (isLetterCode(code)) isSmall &&= code >= smallA
    else if (!isDigitCode(code) && code !== hyphen && code !== dot) return undefined
  }
  return isSmall ? label : label.toLowerCase()
}

const smallA = 97
const hyphen = 45
const dot = 46

function fold(label: string): string {
  const folded = label
    .replace(/\\([[\]\\^])/g, '$1')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .toUpperCase()
  return small(folded) ?? folded
}

/** The labels of some notes, as they are compared. */
export function labelsOf(notes: readonly { readonly label: string }[]): Set<string> {
  const labels = new Set<string>()
  for (const { label } of notes) labels.add(normalizeLabel(label))
  return labels
}

/** What two labels are one by: footnotes are compared by their folded label, numbers as numbers: `[01]` and `1.` are one to a reader. */
export function labelKey({ label, number }: { readonly label: string; readonly number: number | undefined }): string {
  return number === undefined ? normalizeLabel(label) : String(number)
}
