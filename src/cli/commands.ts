/** What footlint can do, with the operands each takes. A folder called like a command is linted as `./rules`. */
export const commands = {
  check: { operands: '[paths…]', help: 'check files, folders and globs (the default command)' },
  explain: {
    operands: '<rule | file:line:column>',
    help: "print a rule's page, or what a bracket is taken for and why",
  },
  compare: {
    operands: '<base> <head> [paths…]',
    help: 'say what has become of the citations of a text: two files, a file of a commit (main:article.md), or two commits',
  },
  renumber: {
    operands: '<paths…>',
    help: 'number markers and entries anew by first citation, and write the files; a file of a book stands for the whole book',
  },
  convert: {
    operands: '--to <notation> <paths…>',
    help: 'write markers and entries in another notation, and the files',
  },
  rules: { operands: '', help: 'list all rules' },
  lsp: { operands: '', help: 'serve an editor over standard input and output (language server protocol)' },
  init: { operands: '', help: 'write a configuration file to begin with' },
} as const

export type CommandName = keyof typeof commands

export const commandNames = Object.keys(commands) as CommandName[]
