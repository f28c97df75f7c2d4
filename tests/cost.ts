/** Seconds of the processor that something takes, so that a machine with much else to do does not count. */
export function secondsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** The least of three times, since the garbage of the tests before may be collected meanwhile. */
const leastSecondsOf = (work: () => void) => Math.min(secondsOf(work), secondsOf(work), secondsOf(work))

/** What a clock and a processor that does other things too add to any measure. */
const addend = 0.002

/**
 * How much longer each letter takes in a longer text. About 1 where time grows with the text, `times` where with its square.
 * @param make Work over a text of a length.
 * @param length That of the shorter text.
 * @param times How much longer the longer one is.
 */
export function growth(make: (length: number) => () => void, length: number, times: number): number {
  const [short, long] = [make(length), make(length * times)]
  short()
  return (leastSecondsOf(long) + addend) / (leastSecondsOf(short) + addend) / times
}
