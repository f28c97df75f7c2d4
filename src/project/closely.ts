/** What reads documents and runs the rules over them: most of the program, and not needed for most files. */
export { readDocument } from '../document/read.ts'
export { lintDocument } from '../lint.ts'
