import { FootlintError } from '../errors.ts'
import { printable } from '../reporters/terminal.ts'
import { issuesUrl, version } from '../version.ts'
import { parseArguments } from './args.ts'
import type { Arguments } from './args.ts'
import type { Output, World } from './streams.ts'

/** Runs a command line and gives its exit code. Touches nothing of the process but the file system. */
export async function main(world: World): Promise<number> {
  try {
    const given = parseArguments(world.argv)
    if (given.values.help) world.stdout.write((await import('./help.ts')).renderHelp())
    else if (given.values.version) world.stdout.write(`${version}\n`)
    else return await run(given, world)
    return 0
  } catch (error) {
    complain(world.stderr, error)
    return 2
  }
}

async function run(given: Arguments, world: World): Promise<number> {
  switch (given.command) {
    case 'explain':
      return (await import('./explain.ts')).explain(given.operands, world)
    case 'rules':
      return (await import('./rules.ts')).listRules(given, world)
    case 'renumber':
      return (await import('./renumber.ts')).renumberCommand(given, world)
    case 'convert':
      return (await import('./convert.ts')).convertCommand(given, world)
    case 'lsp':
      return (await import('./lsp.ts')).lsp(given, world)
    case 'compare':
      return (await import('./compare.ts')).compareCommand(given, world)
    case 'init':
      return (await import('./init.ts')).init(given.operands, world)
    default:
      return (await import('./check.ts')).check(given, world)
  }
}

/** What a user can mend is one line and a hint. Anything else is ours: all that helps to find it. */
function complain(stderr: Output, error: unknown): void {
  if (error instanceof FootlintError) {
    stderr.write(`footlint: ${printable(error.message)}\n`)
    if (error.hint !== undefined) stderr.write(`  ${printable(error.hint)}\n`)
    return
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  stderr.write(`footlint: internal error, please report it: ${issuesUrl}\n`)
  for (const line of stack.split('\n')) stderr.write(`  ${printable(line)}\n`)
}
