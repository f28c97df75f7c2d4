const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Puts off a signal that would end the process until the file at hand is written, so that nothing is left beside it.
 * `giveWay` is where the process ends if one has come.
 */
export function heedSignals(): { readonly giveWay: () => Promise<void>; readonly end: () => void } {
  const end = () => {
    for (const signal of signals) process.off(signal, onSignal)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    end()
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.on(signal, onSignal)
  return { giveWay: () => new Promise((resolve) => setImmediate(resolve)), end }
}
