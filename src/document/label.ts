import { isDigitCode, isLetterCode } from './codes.ts'

/**
 * The form in which two labels are compared: white space folded, case folded (CommonMark 0.31 §4.7, where upper case
 * after lower case stands for Unicode case folding).
 */
export function normalizeLabel(label: string): string {
  let isFolded = true
  for (let index = 0; index < label.length; index++) {
    const code = label.charCodeAt(index)
    if (!isPlain(code)) return fold(label)
    if (code >= smallA) isFolded = false
  }
  // Most labels are numbers.
  return isFolded ? label : label.toUpperCase()
}

/** Digits, hyphens, full stops and letters of ASCII: nothing about them is to be folded but their case. */
const isPlain = (code: number) => isLetterCode(code) || isDigitCode(code) || code === 45 || code === 46
const smallA = 97

const fold = (label: string): string =>
  label
    .replace(/\\([[\]\\^])/g, '$1')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .toUpperCase()

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
