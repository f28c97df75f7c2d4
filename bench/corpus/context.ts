import type { Finding } from '../../src/finding.ts'
import type { Source } from '../../src/source.ts'

/** The text around a finding on one line: `‹before⟦finding⟧behind›`, line ends as ⏎. */
export function contextOf({ text }: Source, { range }: Pick<Finding, 'range'>, reach = 40): string {
  const part = (start: number, end: number) => text.slice(Math.max(0, start), end).replaceAll(/\r\n|[\r\n]/g, '⏎')
  const before = part(range.start - reach, range.start)
  const behind = part(range.end, range.end + reach)
  return `‹${before}⟦${part(range.start, range.end)}⟧${behind}›`
}
