import { UsageError } from '../errors.ts'
import { placeOfBaseline } from '../project/baseline-place.ts'
import type { BaselinePlace } from '../project/baseline-place.ts'
import type { Values } from './args.ts'

const writers = ['suppress-all', 'suppress-rule', 'prune-suppressions'] as const
/** What writes nothing, has no file to write of, or is about a change only. */
const looks = ['diff', 'fix-dry-run', 'print-config', 'debug', 'stdin', 'staged', 'changed-since'] as const

/** The baseline, where there is one or is to be one. */
export function baselineFor(operands: readonly string[], values: Values, cwd: string): BaselinePlace | undefined {
  const location = values['suppressions-location']
  const place = placeOfBaseline(cwd, location)
  const writer = writers.find((name) => values[name])
  if (writer !== undefined) {
    checkWriting(writer, operands, values)
    return place
  }
  if (location !== undefined && !place.exists) {
    throw new UsageError(`--suppressions-location ${location}: no such file`, {
      hint: '`footlint --suppress-all` with the same option writes it',
    })
  }
  return place.exists ? place : undefined
}

/** Whether the baseline is to be written. */
export function isWriting(values: Values): boolean {
  return writers.some((name) => values[name])
}

function checkWriting(writer: string, operands: readonly string[], values: Values): void {
  const look = operands.includes('-') ? 'stdin' : looks.find((name) => values[name])
  const other = look ?? (values['suppress-all'] && values['suppress-rule'] ? 'suppress-rule' : undefined)
  if (other !== undefined) throw new UsageError(`--${writer} and --${other} exclude each other, expected one of them`)
}
