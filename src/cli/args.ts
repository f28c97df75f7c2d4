import { parseArgs } from 'node:util'
import { UsageError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { commandNames, commands } from './commands.ts'
import type { CommandName } from './commands.ts'
import { options } from './options.ts'
import type { Option, OptionName } from './options.ts'

/** A command line, read. Options that were not written are `undefined`. */
export interface Arguments {
  readonly command: CommandName
  /** Paths, or the rule to explain. */
  readonly operands: readonly string[]
  readonly values: Values
}

/** Flags are `true`, options with a value hold it, those that may be repeated hold all their values. */
export type Values = {
  readonly [Name in OptionName]?: (typeof options)[Name] extends { multiple: true }
    ? readonly string[]
    : (typeof options)[Name] extends { value: string }
      ? string
      : true
}

/** By any name. The table is made when an option is written. */
const table = (): Readonly<Record<string, Option>> => options

/** Reads a command line by the table of options; what is not in it is an error that names the nearest. */
export function parseArguments(argv: readonly string[]): Arguments {
  const values: Record<string, string | string[] | true> = {}
  let isLiteral = false
  let command: CommandName | undefined
  const operands: string[] = []
  for (const token of tokensOf(argv)) {
    if (token.kind === 'option-terminator') isLiteral = true
    else if (token.kind === 'option') addOption(values, token)
    else if (!isLiteral && command === undefined && operands.length === 0 && isCommand(token.value))
      command = token.value
    else operands.push(token.value)
  }
  for (const name of Object.keys(values)) checkApplies(name, command ?? 'check')
  return { command: command ?? 'check', operands, values }
}

/** Where there is nothing but operands, nothing has to be loaded that parses. */
function tokensOf(argv: readonly string[]) {
  if (!argv.some((word) => word.startsWith('-'))) return argv.map((value) => ({ kind: 'positional' as const, value }))
  const parsed = parseArgs({
    args: [...argv],
    options: parserTable(),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  return parsed.tokens
}

function parserTable() {
  return Object.fromEntries(
    Object.entries(table()).map(([name, option]) => {
      const type = option.value === undefined ? ('boolean' as const) : ('string' as const)
      return [name, option.short === undefined ? { type } : { type, short: option.short }]
    }),
  )
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function addOption(values: Record<string, string | string[] | true>, token: OptionToken): void {
  const { name, rawName, value, inlineValue } = token
  const option = Object.hasOwn(table(), name) ? table()[name] : undefined
  if (!option) throw unknownOption(rawName)
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value, found ${JSON.stringify(value)}`)
    values[name] = true
    return
  }
  const looksLikeOption = value !== undefined && !inlineValue && value.length > 1 && value.startsWith('-')
  if (value === undefined || looksLikeOption) {
    const hint = looksLikeOption ? `if ${value} is the value, write --${name}=${value}` : undefined
    throw new UsageError(`${rawName} needs a value, expected ${rawName} ${option.value}`, { hint })
  }
  values[name] = option.multiple ? [...((values[name] as string[] | undefined) ?? []), value] : value
}

function unknownOption(rawName: string): UsageError {
  const meant = nearest(rawName.replace(/^-+/, ''), Object.keys(table()))
  return new UsageError(`unknown option ${rawName}${meant === undefined ? '' : `, did you mean --${meant}?`}`, {
    hint: '`footlint --help` lists all options',
  })
}

function checkApplies(name: string, command: CommandName): void {
  const option = table()[name]!
  if (option.commands === undefined || option.commands.includes(command)) return
  const where = option.commands.map((one) => `\`footlint ${one}\``).join(' and ')
  throw new UsageError(`--${name} has no meaning for \`footlint ${command}\`, expected it with ${where}`)
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commands, word)
}

/** The command that a word which is no path was probably meant to be. */
export function meantCommand(word: string): CommandName | undefined {
  return nearest(word, commandNames) as CommandName | undefined
}
