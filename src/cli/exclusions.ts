import { UsageError } from '../errors.ts'
import type { Values } from './args.ts'
import type { OptionName } from './options.ts'

/** Refuses an option that is given beside others and means nothing there; says the first of them that was written. */
export function refuseBeside(name: OptionName, values: Values, isStranger: (other: OptionName) => boolean): void {
  const other = (Object.keys(values) as OptionName[]).find((one) => one !== name && isStranger(one))
  if (other !== undefined) throw new UsageError(`--${name} and --${other} exclude each other, expected one of them`)
}
