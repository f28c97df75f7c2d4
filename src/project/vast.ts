/** A text that long may hold more than fits into the 2 to 4 GB that Node gives to a process, however much there is. */
const manyCharacters = 16_000_000

/** A marker takes about a kB; so many of them fit everywhere. */
const manyBrackets = 250_000

/** Whether what a text holds may need more memory than Node gives to a process. */
export function isVast(text: string): boolean {
  if (text.length > manyCharacters) return true
  if (text.length < 2 * manyBrackets) return false
  let count = 0
  for (let at = text.indexOf('['); at >= 0 && count < manyBrackets; at = text.indexOf('[', at + 1)) count++
  return count === manyBrackets
}
