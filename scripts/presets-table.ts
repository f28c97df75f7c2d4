import { stylePresets } from '../src/config/presets/index.ts'
import type { Config } from '../src/config/schema.ts'
import { renderTable } from './generated.ts'

/** What the presets of styles prescribe, a line each; an empty cell is what they leave open. */
export function renderPresetsTable(): string {
  const head = ['preset', 'form', 'space before', 'punctuation', 'several in one place', 'cited again']
  return renderTable(
    head,
    [...stylePresets].map(([name, config]) => [`\`${name}\``, ...cellsOf(config)]),
  )
}

const forms: Words = { bracket: '`[1]`', superscript: 'raised' }
const spaces: Words = { attached: 'none', spaced: 'one' }
const sides: Words = {
  before: 'before it',
  'after-except-dash': 'behind it, before dashes',
  ama: 'behind `.` and `,`, before `:` and `;`',
}
const brackets: Words = { merge: 'one pair of brackets', separate: 'brackets for each', forbid: 'never' }
const reuses: Words = { allow: 'same number', forbid: 'never' }

type Words = Readonly<Record<string, string>>

function cellsOf({ rules = {}, notations = {} }: Config): string[] {
  const option = (rule: string, name: string) =>
    (rules[rule] as Readonly<Record<string, string>> | undefined)?.[name] ?? ''
  const delimiter = option('cluster-format', 'delimiter')
  const several = [
    brackets[option('cluster-format', 'adjacent')],
    option('cluster-order', 'order') && 'ascending',
    option('cluster-format', 'collapse') && `ranges from ${option('cluster-format', 'min')} on`,
    delimiter && `\`1${delimiter}3\``,
  ]
  return [
    forms[option('marker-notation', 'notation')] ?? (notations.parenthesis ? '`(1)` as well' : ''),
    spaces[option('marker-spacing', 'before')] ?? '',
    sides[option('marker-punctuation', 'side')] ?? '',
    several.filter(Boolean).join(', '),
    reuses[option('marker-duplicate', 'reuse')] ?? '',
  ]
}
