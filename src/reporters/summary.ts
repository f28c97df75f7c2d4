import { summarize } from '../finding.ts'
import type { Run } from '../finding.ts'

type Paint = (text: string) => string

interface SummaryColors {
  readonly red: Paint
  readonly yellow: Paint
  readonly green: Paint
}

const same: Paint = (text) => text
const plain: SummaryColors = { red: same, yellow: same, green: same }

/** The last line for people: how much was found in how much. */
export function renderSummary(run: Run, colors: SummaryColors = plain): string {
  const { files, errors, warnings, infos, fixable } = summarize(run)
  const suppressed = run.files.flatMap((file) => file.suppressed)
  const recorded = suppressed.filter(({ by }) => by === 'baseline').length
  const silenced = suppressed.length - recorded
  const counts = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')]
  const found = counts.filter((text) => !text.startsWith('0 '))
  const paint = errors > 0 ? colors.red : warnings > 0 ? colors.yellow : colors.green
  const parts = [
    files === 0 ? 'No document checked' : `${paint(inWords(found) || 'Nothing to report')} in ${count(files, 'file')}`,
    files === 0 ? '' : checkedPart(run),
    fixable > 0 ? `${fixable} can be fixed` : '',
    silenced > 0 ? `${silenced} silenced by directives` : '',
    recorded > 0 ? `${recorded} recorded in the baseline` : '',
    run.failures.length > 0 ? colors.red(`${count(run.failures.length, 'path')} could not be checked`) : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** What a silent run has looked at: the answer to "did it see my footnotes at all?". */
function checkedPart(run: Run): string {
  const markers = run.files.reduce((sum, file) => sum + file.stats.markers, 0)
  const entries = run.files.reduce((sum, file) => sum + file.stats.entries, 0)
  return `${count(markers, 'marker')} and ${count(entries, 'entry', 'entries')} seen`
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
