import { rules } from '../rules/index.ts'
import { renderOptionsTable } from '../src/cli/help.ts'
import { purposes } from '../src/reporters/purposes.ts'
import { joinPieces, splitFences } from './fences.ts'
import { renderTable, replaceGenerated } from './generated.ts'
import { renderPresetsTable } from './presets-table.ts'
import { runCommand } from './run-command.ts'

/** A command of a `console` block: `$ npx footlint …`, with what it prints until the next one. */
export interface ConsoleExample {
  readonly command: string
  readonly output: string
}

/** The README with its tables and the output of its commands as they are today. */
export async function renderReadme(readme: string, root: string): Promise<string> {
  const tables = {
    rules: renderRulesTable(),
    options: renderOptionsTable(),
    presets: renderPresetsTable(),
    reporters: renderReportersTable(),
  }
  const withTables = Object.entries(tables).reduce((text, [name, table]) => replaceGenerated(text, name, table), readme)
  const pieces = splitFences(withTables).map(async (piece) =>
    piece.info === 'console' ? { ...piece, content: await renderConsole(piece.content, root) } : piece,
  )
  return joinPieces(await Promise.all(pieces))
}

async function renderConsole(content: string, root: string): Promise<string> {
  const examples = consoleExamples(content).map(
    async ({ command }) => `$ ${command}\n${await runExample(command, root)}`,
  )
  return (await Promise.all(examples)).join('')
}

/** The commands of a block and what the block says they print. */
export function consoleExamples(content: string): ConsoleExample[] {
  return content
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.split('\n')
      return { command, output: output.join('\n') }
    })
}

/** What a terminal shows of a command: the report, then the notes. */
async function runExample(command: string, root: string): Promise<string> {
  const [, words] = /^npx footlint (.+)$/.exec(command) ?? []
  if (words === undefined) throw new Error(`expected \`npx footlint …\`, found \`${command}\``)
  const { stdout, stderr } = await runCommand(words.split(' '), root)
  return stdout + stderr
}

function renderReportersTable(): string {
  return renderTable(
    ['`--format`', 'for'],
    Object.entries(purposes).map(([name, purpose]) => [`\`${name}\``, purpose]),
  )
}

function renderRulesTable(): string {
  return renderTable(
    ['rule', 'reports', 'default', 'fix'],
    rules.map(({ id, summary, recommended, fixable }) => [
      `[\`${id}\`](rules/${id}.md)`,
      summary,
      recommended,
      fixable ?? '',
    ]),
  )
}
