/** A mistake of the user's or of the surroundings: said in one line, with exit code 2 and no stack trace. */
export abstract class FootlintError extends Error {
  /** What to do about it, in one line. */
  readonly hint: string | undefined

  constructor(message: string, options: { readonly hint?: string | undefined; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = new.target.name
    this.hint = options.hint
  }
}

/** The command line asks for something that does not exist or does not fit. */
export class UsageError extends FootlintError {}

/** A configuration cannot be used. The message begins with the file and the place in it. */
export class ConfigError extends FootlintError {}

/** A document cannot be read. The message is about the path that the caller knows. */
export class ReadError extends FootlintError {}

/** A document cannot be written. The message is about the path that the caller knows, or about `path`. */
export class WriteError extends FootlintError {
  /** Which of several documents it is. */
  readonly path: string | undefined

  constructor(message: string, options: { readonly path?: string | undefined; readonly cause?: unknown } = {}) {
    super(message, options)
    this.path = options.path
  }
}

/** A rule threw: a mistake of its author's, not of the document's. `cause` is what it threw. */
export class RuleError extends Error {
  readonly rule: string

  constructor(rule: string, cause: unknown) {
    super(`the rule ${rule} broke: ${String(cause)}`, { cause })
    this.name = 'RuleError'
    this.rule = rule
  }
}
