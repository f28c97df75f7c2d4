import { UsageError } from '../errors.ts'
import type { Values } from './args.ts'

/** What happens to the fixes. */
export interface FixMode {
  /** Files are written, only reported about, or compared. */
  readonly kind: 'fix' | 'fix-dry-run' | 'diff'
  readonly unsafe: boolean
}

const kinds = ['fix', 'fix-dry-run', 'diff'] as const

/** Whether anything is to be fixed; nothing is unless one of the options says so. */
export function readFixMode(values: Values): FixMode | undefined {
  const [kind, ...others] = kinds.filter((one) => values[one])
  const unsafe = values['unsafe-fixes'] ?? false
  if (others.length > 0) throw new UsageError(`--${kind} and --${others[0]} exclude each other, expected one of them`)
  if (kind !== undefined) return { kind, unsafe }
  if (unsafe)
    throw new UsageError('--unsafe-fixes says which fixes are made, expected --fix, --fix-dry-run or --diff with it')
  return undefined
}
