import { renderTable } from '../../scripts/generated.ts'
import type { Count, Tally } from './tally.ts'

/** One table by kinds of fault, one by where the documents come from. */
export function renderTables({ faults, origins, total }: Tally): string {
  const byFault = renderTable(
    ['fault', 'mutants', 'found', 'with a second finding'],
    [...faults, ['all', total] as const].map(([fault, count]) => [fault, String(count.mutants), ...shares(count)]),
  )
  const byOrigin = renderTable(
    ['documents', 'number', 'mutants', 'found', 'with a second finding'],
    [...origins, ['all', total] as const].map(([origin, count]) => [
      origin,
      String(count.documents),
      String(count.mutants),
      ...shares(count),
    ]),
  )
  return `${byFault}\n\n${byOrigin}`
}

function shares({ mutants, found, more }: Count): string[] {
  return [found, more].map((part) => (mutants === 0 ? '–' : `${((100 * part) / mutants).toFixed(1)} %`))
}
