import { commands } from './commands.ts'
import { options } from './options.ts'
import type { Option } from './options.ts'

const entries = Object.entries(options) as [string, Option][]
const groups = [...new Set(entries.map(([, option]) => option.group))]

/** What `footlint --help` prints. */
export function renderHelp(): string {
  const commandRows = Object.entries(commands).map(([name, { operands, help }]) => [`${name} ${operands}`.trim(), help])
  const sections = [
    'footlint finds the citation and footnote markers in prose and says which are out of order',
    '',
    'Usage: footlint [command] [options] [paths…]',
    '',
    'Commands:',
    ...rows(commandRows),
    ...groups.flatMap((group) => ['', `${group}:`, ...rows(optionRows(group))]),
    '',
    'Exit codes: 0 nothing to object to, 1 findings (errors, too many warnings, stale suppressions),',
    '            2 wrong usage or configuration, unreadable input, or an internal error',
  ]
  return `${sections.join('\n')}\n`
}

/** The options as the README shows them. */
export function renderOptionsTable(): string {
  const lines = entries.map(([name, option]) => {
    const flag = usage(name, option).replace(/^ +/, '')
    return `| \`${flag}\` | ${option.help.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`
  })
  return ['| option | meaning |', '| --- | --- |', ...lines].join('\n')
}

function optionRows(group: Option['group']): string[][] {
  return entries
    .filter(([, option]) => option.group === group)
    .map(([name, option]) => [usage(name, option), option.help])
}

function usage(name: string, { short, value }: Option): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
}

const nameWidth = 30
const helpWidth = 64

/** Two columns; a name that is too long has a line of its own. */
function rows(pairs: readonly (readonly string[])[]): string[] {
  return pairs.flatMap(([name = '', help = '']) => {
    const [first = '', ...more] = wrap(help, helpWidth)
    const indent = ' '.repeat(nameWidth + 4)
    const continued = more.map((line) => `${indent}${line}`)
    if (name.length > nameWidth) return [`  ${name}`, `${indent}${first}`, ...continued]
    return [`  ${name.padEnd(nameWidth)}  ${first}`, ...continued]
  })
}

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
