/**
 * Whether a part of a text may be one that the parser would take too long for. What is read as plain text for that reason does
 * not mean what it means alone.
 */
export function mayBeCostly(text: string): boolean {
  return text.length > 1 << 17 || count(text, '*') + count(text, '_') >= 3000 || count(text, '[') > 4000
}

function count(text: string, sign: string): number {
  let found = 0
  for (let at = text.indexOf(sign); at >= 0 && found < 4001; at = text.indexOf(sign, at + 1)) found++
  return found
}
