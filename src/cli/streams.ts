/** Where the program writes: a stream of the process, or a collector in a test. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/** All that the program gets from outside. */
export interface World {
  /** Without `node` and the script. */
  readonly argv: readonly string[]
  readonly cwd: string
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: Output
  /** Standard output for who writes to it once, where that is faster. */
  readonly whole?: Output | undefined
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
}
