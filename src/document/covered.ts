import type { Member } from './document.ts'

/** More numbers than that in one range are no citations any more. */
const widestRange = 100

/** All numbers that a member stands for: 3, 4 and 5 of `3-5`, and of `5-3` too. */
export function coveredNumbers({ number, through }: Pick<Member, 'number' | 'through'>): number[] {
  if (number === undefined) return []
  if (through === undefined) return [number]
  const from = Math.min(number, through)
  const length = Math.min(Math.abs(through - number) + 1, widestRange)
  return Array.from({ length }, (_, index) => from + index)
}
