import { isDigitCode } from './codes.ts'

/**
 * The form in which two labels are compared: white space folded, case folded (CommonMark 0.31 §4.7, where upper case
 * after lower case stands for Unicode case folding).
 */
export function normalizeLabel(label: string): string {
  if (isFolded(label)) return label
  return label
    .replace(/\\([[\]\\^])/g, '$1')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .toUpperCase()
}

/** The labels of some notes, as they are compared. */
export function labelsOf(notes: readonly { readonly label: string }[]): Set<string> {
  const labels = new Set<string>()
  for (const { label } of notes) labels.add(normalizeLabel(label))
  return labels
}

/** Digits, capital letters and hyphens are what they are; most labels are numbers. */
function isFolded(label: string): boolean {
  for (let index = 0; index < label.length; index++) {
    const code = label.charCodeAt(index)
    if (!(isDigitCode(code) || (code >= 65 && code <= 90) || code === 45)) return false
  }
  return true
}

/** What two labels are one by: footnotes are compared by their folded label, numbers as numbers: `[01]` and `1.` are one to a reader. */
export function labelKey({ label, number }: { readonly label: string; readonly number: number | undefined }): string {
  return number === undefined ? normalizeLabel(label) : String(number)
}
