import type { Member } from './document.ts'

/** More numbers than that in one range are no citations any more. */
const widestRange = 100

/** All numbers that a member stands for: 3, 4 and 5 of `3-5`. */
export function coveredNumbers({ number, through }: Pick<Member, 'number' | 'through'>): number[] {
  if (number === undefined) return []
  const length = Math.min(Math.max((through ?? number) - number + 1, 1), widestRange)
  return Array.from({ length }, (_, index) => number + index)
}
