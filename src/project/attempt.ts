import { ConfigError, ReadError, RuleError, UsageError, WriteError } from '../errors.ts'
import type { Failure } from '../finding.ts'
import { issuesUrl } from '../version.ts'

/** Does something with a file; says in one line what went wrong. A wrong configuration or command is not the fault of a file. */
export async function attemptTo(path: string, work: () => Promise<void>): Promise<Failure[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (error instanceof ConfigError || error instanceof UsageError) throw error
    if (error instanceof ReadError || error instanceof WriteError)
      return [{ path, message: [error.message, error.hint].filter(Boolean).join('; ') }]
    return [{ path, message: describeCrash(error) }]
  }
}

/** One line about a mistake of the program's own, with the place in its code. */
function describeCrash(error: unknown): string {
  const cause = error instanceof RuleError ? error.cause : error
  const place = cause instanceof Error ? /\n\s*at (.*)/.exec(cause.stack ?? '')?.[1] : undefined
  const where = error instanceof RuleError ? `the rule ${error.rule} broke` : 'footlint broke'
  return `${where} on this file: ${String(cause)}${place ? ` (at ${place})` : ''}; please report it: ${issuesUrl}`
}
