import { setFlagsFromString } from 'node:v8'

/**
 * Flags of V8 by its major version, that of Node 20, of 22, and of 24: how often code has to run before it is compiled once
 * more, to be faster. Most runs are over before that pays for the time that it takes.
 */
const flags: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=132000',
  12: '--invocation-count-for-turbofan=6000',
  13: '--invocation-count-for-turbofan=20000',
}

/** Makes a short run shorter. An engine that is not known is left as it is: it complains of flags that it has not. */
export function tuneForShortRuns({ v8 = '' }: Readonly<Record<string, string | undefined>>): void {
  const flag = flags[v8.split('.')[0]!]
  if (flag) setFlagsFromString(flag)
}
