import { statOf } from '../project/stat.ts'

/** Whether a command line names a file or folder that is there. What is an option's value counts as well then. */
export const namesDocument = (argv: readonly string[]): boolean =>
  argv.some((word) => !word.startsWith('-') && statOf(word) !== undefined)
