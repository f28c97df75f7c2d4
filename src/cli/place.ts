/** A place in a file, as every report prints it. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
}

/** Reads `file.md:12:5`; `undefined` where it is no place. */
export function parsePlace(operand: string): Place | undefined {
  const match = /^(.+):(\d+):(\d+)$/.exec(operand)
  return match ? { path: match[1]!, line: Number(match[2]), column: Number(match[3]) } : undefined
}
