import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Reader } from '../document/document.ts'
import { ConfigError, UsageError } from '../errors.ts'
import type { FootlintError } from '../errors.ts'
import type { Failure } from '../finding.ts'
import { attemptTo } from '../project/attempt.ts'
import { relativePath } from '../project/paths.ts'
import type { ProjectOptions } from '../project/visit.ts'
import { promisedFormat } from '../source.ts'
import { formatOfLanguage } from './languages.ts'
import { openProject } from './project.ts'
import type { Project } from './project.ts'
import { readView } from './read-view.ts'
import type { OpenText } from './read-view.ts'
import type { View } from './view.ts'

/** What came of reading a text. */
export interface Outcome {
  /** The version of the text, as the editor counts. */
  readonly version: number
  /** `undefined`: it could not be read; `failures` say why. */
  readonly view: View | undefined
  readonly failures: readonly Failure[]
  /** Ignore files or the configuration leave it out: it is not checked. */
  readonly isIgnored: boolean
  /** What is wrong with the configuration. Then the text was read without one, and is not checked. */
  readonly mistake: FootlintError | undefined
  readonly cwd: string
}

/** A text as the editor has it. */
export interface Opened {
  readonly uri: string
  readonly document: TextDocument
  /** Absolute; `undefined` for a text without a file. */
  readonly path: string | undefined
  /** The folder that it belongs to. */
  readonly cwd: string
  /** Its reader, which remembers the version before. */
  readonly reader: Reader
}

/** Reads a text; what is wrong with it or with its configuration is part of the outcome. */
export async function readOutcome(opened: Opened, project: Project, options: ProjectOptions): Promise<Outcome> {
  const { cwd, document } = opened
  const { version } = document
  const text = {
    path: opened.path === undefined ? nameOf(opened.uri) : relativePath(cwd, opened.path),
    text: document.getText(),
    language: formatOfLanguage(document.languageId),
    reader: opened.reader,
  }
  if (text.text.length > largest) return tooLarge(text, { version, cwd })
  const outcome = { version, cwd, view: undefined, failures: [], isIgnored: false, mistake: undefined }
  try {
    const isIgnored =
      (await isForeign(text, project)) || (opened.path !== undefined && (await project.isIgnored(text.path)))
    return { ...outcome, isIgnored, ...(await attemptView(text, project)) }
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof UsageError)) throw error
    const plain = { ...options, cwd, config: false as const, commandLine: undefined, ignore: false }
    const bare = await openProject(cwd, plain, project.bytesOf)
    return { ...outcome, ...(await attemptView(text, bare)), mistake: error }
  }
}

/** An editor may send whatever is open, programs included: what nobody calls prose is not judged. */
async function isForeign({ path, language }: OpenText, project: Project): Promise<boolean> {
  if (language !== undefined || promisedFormat(path) !== undefined) return false
  return (await project.configurationOf(path)).resolve(path).format === undefined
}

/** A letter typed in a larger one would be judged half a minute later. */
const largest = 10_000_000

function tooLarge({ path, text }: OpenText, at: Pick<Outcome, 'version' | 'cwd'>): Outcome {
  const size = `${(text.length / 1_000_000).toFixed(0)} million characters`
  const message = `has ${size}, too many to be checked while it is edited; \`footlint ${path}\` checks the file`
  return { ...at, view: undefined, failures: [{ path, message }], isIgnored: false, mistake: undefined }
}

async function attemptView(text: OpenText, project: Project) {
  let view: View | undefined
  const failures = await attemptTo(text.path, async () => {
    view = await readView(text, project)
  })
  // What a configuration names and nobody can read is said of every text that it is for.
  const missing = [...project.shelf.failures.values()].map(({ path, message }) => ({
    path,
    message: `${path}: ${message}`,
  }))
  return { view, failures: [...failures, ...missing] }
}

/** `untitled:Untitled-1` → `Untitled-1`. */
const nameOf = (uri: string) => /([^/:\\]*)$/.exec(uri.replace(/[?#].*$/, ''))![1] || 'untitled'
