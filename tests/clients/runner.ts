import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { call, root } from './repository.ts'
import type { Outcome, Variables } from './repository.ts'

interface Step {
  readonly name: string
  readonly env: Variables
  readonly run: string
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

/** What happened on GitHub. */
export interface Event {
  readonly name: 'pull_request' | 'push'
  readonly payload: object
  /** What is checked out. */
  readonly sha: string
}

export interface StepsOutcome extends Outcome {
  readonly summary: string
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action

/**
 * Runs the steps of the action as a runner does: expressions in `env` are worked out, scripts are files that bash gets. Where
 * an earlier run has installed footlint in the temporary folder, it is not installed again.
 */
export function runAction(workspace: string, temporary: string, event: Event, given: Variables): StepsOutcome {
  mkdirSync(temporary, { recursive: true })
  const summary = join(temporary, 'summary')
  writeFileSync(summary, '')
  const defaults = Object.entries(action.inputs).map(([name, { default: value }]) => [name, value])
  const inputs = { ...Object.fromEntries(defaults), ...given } as Variables
  const context = { inputs, github: { action_path: root, event: event.payload } }
  const variables = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_SHA: event.sha,
    GITHUB_WORKSPACE: workspace,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: temporary,
  }
  const outputs: string[] = []
  let last: Outcome = { code: 0, output: '', stdout: '' }
  const isInstalled = existsSync(join(temporary, 'footlint/node_modules/footlint'))
  for (const [index, { env, run }] of action.runs.steps.entries()) {
    if (index === 0 && isInstalled) continue
    const script = join(temporary, `${index}.sh`)
    writeFileSync(script, run)
    const worked = Object.entries(env).map(([name, value]) => [name, evaluate(value, context)])
    const more = { ...variables, ...(Object.fromEntries(worked) as Variables) }
    last = call(workspace, ['bash', '--noprofile', '--norc', '-eo', 'pipefail', script], more)
    outputs.push(last.output)
    if (last.code !== 0) break
  }
  return { ...last, output: outputs.join(''), summary: readFileSync(summary, 'utf8') }
}

/** `${{ inputs.paths }}` and `${{ github.event.a || github.event.b }}`: the first that is anything, or an empty text. */
function evaluate(value: string, context: object): string {
  return value.replace(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) => {
    const values = expression.split('||').map((path) => lookUp(context, path.trim().split('.')))
    return values.find((one) => one !== undefined && one !== '') ?? ''
  })
}

function lookUp(context: unknown, [key, ...keys]: readonly string[]): string | undefined {
  if (key === undefined) return context as string
  return lookUp((context as Record<string, unknown> | undefined)?.[key], keys)
}
