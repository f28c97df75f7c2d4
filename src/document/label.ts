/**
 * The form in which two labels are compared: white space folded, case folded (CommonMark 0.31 §4.7, where upper case
 * after lower case stands for Unicode case folding).
 */
export function normalizeLabel(label: string): string {
  return label
    .replace(/\\([[\]\\^])/g, '$1')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .toUpperCase()
}
