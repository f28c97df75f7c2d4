import { importModule, nameOf } from '../config/load.ts'
import { UsageError } from '../errors.ts'
import type { Reporter } from '../finding.ts'

/** A reporter of the user's own: what a module exports by default, held to what a reporter is. */
export async function loadReporter(file: string, cwd: string): Promise<Reporter> {
  const name = nameOf(file, cwd)
  const module = await importModule(file, { cwd })
  const report: unknown = 'default' in module ? module.default : undefined
  if (typeof report !== 'function') {
    const hint = 'export default (run, { color }) => `${run.files.length} files\\n`'
    throw new UsageError(`${name}: expected a function as its default export, found ${kindOf(report)}`, { hint })
  }
  return (run, options) => {
    const text = attempt(name, () => (report as (...values: unknown[]) => unknown)(run, options))
    if (typeof text === 'string') return text
    throw new UsageError(`${name}: expected a string from the reporter, found ${kindOf(text)}`)
  }
}

function attempt(name: string, report: () => unknown): unknown {
  try {
    return report()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${name}: the reporter failed: ${message.split('\n')[0]}`, { cause: error })
  }
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'none'
  return value instanceof Promise ? 'a promise' : `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`
}
