import { reporterNames } from '../reporters/index.ts'
import type { CommandName } from './commands.ts'

/** One option: what parsing, `--help` and the README's table are made of. */
export interface Option {
  readonly short?: string
  /** What its value is called; a flag has none. */
  readonly value?: string
  readonly multiple?: true
  /** The commands it belongs to; without, all. */
  readonly commands?: readonly CommandName[]
  readonly group: 'Input' | 'Rules and configuration' | 'Baseline' | 'Speed' | 'Fixes' | 'Numbers' | 'Output' | 'Other'
  readonly help: string
}

const check = ['check'] as const
/** Commands that take documents. */
const documents = ['check', 'renumber', 'convert'] as const
const renumber = ['renumber'] as const
/** Commands that report findings. */
const reporting = ['check', 'compare'] as const
const configured = [...documents, 'compare'] as const
/** Those, and the command that serves an editor. */
const project = [...configured, 'lsp'] as const

export const options = {
  stdin: { group: 'Input', commands: documents, help: 'read one document from standard input; so does the path -' },
  'stdin-filename': {
    value: '<path>',
    group: 'Input',
    commands: documents,
    help: 'what that document is called: decides its format, its configuration and what the report says',
  },
  staged: {
    group: 'Input',
    commands: check,
    help: "judge what is in git's index, not the files on the disk: the documents that a commit would change",
  },
  'changed-since': {
    value: '<ref>',
    group: 'Input',
    commands: check,
    help: 'judge the documents that were changed since the branch left <ref>, as they are on the disk, each as a whole',
  },
  translation: {
    group: 'Input',
    commands: ['compare'],
    help: 'the second text is a translation of the first: compare what each paragraph cites, whatever the language',
  },
  reader: {
    value: '<way>',
    group: 'Input',
    commands: documents,
    help: 'read Markdown in `segments` (the default) or, to compare, as one `whole` with the parser; the findings are the same',
  },
  'ignore-path': {
    value: '<file>',
    group: 'Input',
    commands: project,
    help: 'take the patterns of this file, relative to the working directory, in place of .footlintignore',
  },
  'no-ignore': {
    group: 'Input',
    commands: project,
    help: 'check files that .gitignore, .footlintignore or `ignores` leave out',
  },
  'no-error-on-unmatched-pattern': {
    group: 'Input',
    commands: documents,
    help: 'a glob or folder without a document is no error',
  },
  'no-warn-ignored': { group: 'Input', commands: documents, help: 'no note about a named file that is ignored' },

  config: {
    short: 'c',
    value: '<file>',
    group: 'Rules and configuration',
    commands: project,
    help: 'use this configuration for all documents',
  },
  'no-config': {
    group: 'Rules and configuration',
    commands: project,
    help: 'look for no configuration, use the recommended one',
  },
  'no-plugins': {
    group: 'Rules and configuration',
    commands: project,
    help: 'refuse configuration and plugins that would run code',
  },
  rule: {
    value: '<id:severity>',
    multiple: true,
    group: 'Rules and configuration',
    commands: ['check', 'lsp'],
    help: 'set the severity of a rule (error, warning, info, off); can be repeated',
  },
  'no-inline-config': {
    group: 'Rules and configuration',
    commands: ['check', 'compare', 'lsp'],
    help: 'do not obey footlint-disable comments',
  },
  'report-unused-disable-directives-severity': {
    value: '<severity>',
    group: 'Rules and configuration',
    commands: ['check', 'lsp'],
    help: 'severity of footlint-disable comments that silence nothing',
  },
  'print-config': {
    value: '<file>',
    group: 'Rules and configuration',
    commands: check,
    help: 'print what applies to a file and where each value comes from',
  },

  'suppress-all': {
    group: 'Baseline',
    commands: check,
    help: 'record all errors that are there now, so that only new ones are reported; those of files that are not checked stay',
  },
  'suppress-rule': {
    value: '<id>',
    multiple: true,
    group: 'Baseline',
    commands: check,
    help: 'the same for the errors of one rule; can be repeated',
  },
  'prune-suppressions': {
    group: 'Baseline',
    commands: check,
    help: 'take out of the baseline what is no longer there',
  },
  'suppressions-location': {
    value: '<file>',
    group: 'Baseline',
    commands: check,
    help: 'where the baseline is (default: .footlint-baseline.json in the working directory or above it in its repository)',
  },

  jsonl: {
    group: 'Input',
    commands: check,
    help: 'read one JSON document a line from standard input, write a report a line',
  },
  'jsonl-limit': { value: '<n>', group: 'Input', commands: check, help: 'bytes of its longest line (default: 64 MiB)' },
  cache: { group: 'Speed', commands: check, help: 'take what earlier runs found in files that have not changed since' },
  'cache-location': {
    value: '<path>',
    group: 'Speed',
    commands: check,
    help: 'with --cache, the file that it is kept in, or a folder for it (default: .footlintcache)',
  },
  'cache-strategy': {
    value: '<choice>',
    group: 'Speed',
    commands: check,
    help: 'with --cache, what tells that a file has not changed: content (the default), or metadata (size and times first)',
  },
  timing: { group: 'Speed', commands: check, help: 'say on standard error how long each step and each rule took' },
  concurrency: { value: '<n>', group: 'Speed', commands: check, help: 'threads: auto (the default), a number, or off' },

  fix: { group: 'Fixes', commands: check, help: 'make the safe fixes and report what is left' },
  'unsafe-fixes': {
    group: 'Fixes',
    commands: check,
    help: 'with one of the others, make the unsafe fixes too: entries that nothing cites go, others move, numbers change',
  },
  'fix-dry-run': { group: 'Fixes', commands: check, help: 'report what --fix would leave; write nothing' },
  diff: {
    group: 'Fixes',
    commands: documents,
    help: 'print what --fix or the command would change as a unified diff; write nothing; exit with 1 if there is anything',
  },
  'dry-run': {
    group: 'Fixes',
    commands: ['renumber', 'convert'],
    help: 'say what the command would do; write nothing; exit with 1 if there is anything',
  },

  start: {
    value: '<n>',
    group: 'Numbers',
    commands: renumber,
    help: 'the first number of each series (default: the lowest that it has, so that an excerpt from 234 on stays one)',
  },
  'close-gaps': {
    group: 'Numbers',
    commands: renumber,
    help: 'keep the order of the numbers and close the holes only; entries stay where they are',
  },
  labels: {
    value: '<choice>',
    group: 'Numbers',
    commands: renumber,
    help: 'what becomes of footnotes with names: keep (the default), or number them too',
  },
  'merge-duplicates': {
    group: 'Numbers',
    commands: renumber,
    help: 'give entries that are one source (same words, DOI or address) one number; the later ones go',
  },
  to: {
    value: '<notation>',
    group: 'Numbers',
    commands: ['convert'],
    help: 'how markers are to be written: footnote, bracket or superscript',
  },

  format: {
    short: 'f',
    value: '<name>',
    group: 'Output',
    commands: ['check', 'compare', 'rules', 'renumber', 'convert'],
    help: `${reporterNames.join(', ')}, or the path of a module with a reporter of your own; for other commands than check and compare, pretty or json`,
  },
  'output-file': {
    short: 'o',
    value: '<file>',
    group: 'Output',
    commands: reporting,
    help: 'write the report to a file',
  },
  quiet: { group: 'Output', commands: reporting, help: 'report errors only' },
  'max-warnings': {
    value: '<n>',
    group: 'Output',
    commands: reporting,
    help: 'exit with 1 when there are more warnings than this',
  },
  color: { group: 'Output', help: 'colours, also where the output is no terminal' },
  'no-color': { group: 'Output', help: 'no colours' },
  debug: {
    value: 'candidates',
    group: 'Output',
    commands: check,
    help: 'in place of the report, print everything that might be a marker and why it counts or not',
  },

  stdio: { group: 'Other', commands: ['lsp'], help: 'said by editors that start the server; there is no other way' },
  clientProcessId: { value: '<n>', group: 'Other', commands: ['lsp'], help: 'said by editors; nothing depends on it' },
  version: { group: 'Other', help: 'print the version' },
  help: { short: 'h', group: 'Other', help: 'print this help' },
} as const satisfies Readonly<Record<string, Option>>

export type OptionName = keyof typeof options
