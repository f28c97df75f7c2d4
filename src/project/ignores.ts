import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import createIgnore from 'ignore'
import { UsageError } from '../errors.ts'
import { below, createRelativePath, relativePath } from './paths.ts'

/** Why an absolute path is to be left alone (the file that ignores it), or `undefined`. */
export type IgnoreCheck = (path: string, isFolder: boolean) => string | undefined

type Patterns = ReturnType<typeof createIgnore>

/** What the ignore files of a folder and those above it say. */
interface Level {
  /** What the paths that are tested are relative to. */
  readonly root: string
  /** `undefined` where there is no ignore file up to here. */
  readonly patterns: Patterns | undefined
}

const options = { ignorecase: process.platform === 'win32' || process.platform === 'darwin' }
const neverLinted = /(?:^|\/)(node_modules|\.git)(?:\/|$)/

/** Ignores nothing but what is never linted where `enabled` is false; an ignore path takes the place of `.footlintignore`. */
export function createIgnores(cwd: string, enabled: boolean, ignorePath: string | undefined): IgnoreCheck {
  const extra = ignorePath === undefined ? undefined : readIgnorePath(cwd, ignorePath)
  const check = checkIgnoreFiles(cwd, extra ? ['.gitignore'] : ['.gitignore', '.footlintignore'])
  const nameOf = createRelativePath(cwd)
  return (path, isFolder) => {
    const relative = isFolder ? relativePath(cwd, path) : nameOf(path)
    const mayBeNever = relative.includes('node_modules') || relative.includes('.git')
    const never = mayBeNever ? neverLinted.exec(relative)?.[1] : undefined
    if (never !== undefined) return enabled || isFolder ? `${never} is never checked` : undefined
    if (!enabled) return undefined
    const outside = relative === '.' || relative.startsWith('../')
    return (extra && !outside && extra.test(relative + (isFolder ? '/' : '')).rule?.mark) || check(path, isFolder)
  }
}

/**
 * Reads ignore files as they are needed: from the folder of a path up to the root of its repository, where there is no
 * repository up to the working directory, and elsewhere up to the first folder that was asked about. A deeper file wins.
 */
function checkIgnoreFiles(cwd: string, names: readonly string[]): IgnoreCheck {
  const levels = new Map<string, Level>()
  const repositories = new Map<string, boolean>()

  function isInRepository(folder: string): boolean {
    let known = repositories.get(folder)
    if (known === undefined) {
      const parent = dirname(folder)
      known = isRepository(folder) || (parent !== folder && isInRepository(parent))
      repositories.set(folder, known)
    }
    return known
  }
  const isRoom = (folder: string) =>
    levels.has(folder) || isInRepository(folder) || folder === cwd || !relativePath(cwd, folder).startsWith('..')

  function levelOf(folder: string): Level {
    let level = levels.get(folder)
    if (!level) {
      const parent = dirname(folder)
      const isRoot = isRepository(folder) || parent === folder || !isRoom(parent)
      level = addIgnoreFiles(isRoot ? { root: folder, patterns: undefined } : levelOf(parent), folder, names)
      levels.set(folder, level)
    }
    return level
  }

  return (path, isFolder) => {
    const parent = dirname(path)
    if (isFolder && (isRepository(path) || parent === path || !isRoom(parent))) return undefined
    const { root, patterns } = levelOf(parent)
    return patterns?.test(relativePath(root, path) + (isFolder ? '/' : '')).rule?.mark
  }
}

/** A `.git` is a folder, or a file in a worktree and in a submodule. */
function isRepository(folder: string): boolean {
  return existsSync(below(folder, '.git'))
}

function addIgnoreFiles(above: Level, folder: string, names: readonly string[]): Level {
  const prefix = folder === above.root ? '' : relativePath(above.root, folder)
  let patterns = above.patterns
  for (const name of names) {
    const text = readOptional(below(folder, name))
    if (text === undefined) continue
    const mark = prefix === '' ? name : `${prefix}/${name}`
    patterns = createIgnore(options).add(patterns ?? [])
    patterns.add(linesOf(text).map((line) => ({ pattern: inFolder(line, prefix), mark })))
  }
  return { root: above.root, patterns }
}

function readIgnorePath(cwd: string, path: string): Patterns {
  const text = readOptional(resolve(cwd, path))
  if (text === undefined) throw new UsageError(`cannot read the ignore file ${path}, expected a file with patterns`)
  return createIgnore(options).add(linesOf(text).map((pattern) => ({ pattern, mark: path })))
}

function readOptional(path: string): string | undefined {
  // What is thrown takes longer than to look.
  if (!existsSync(path)) return undefined
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
}

/** A pattern of a folder's ignore file as one of the root's (gitignore(5): with a slash inside it is bound to its folder). */
function inFolder(line: string, prefix: string): string {
  if (prefix === '') return line
  const [, negation, body] = /^(!?)(.*)$/s.exec(line) as unknown as [string, string, string]
  const isBound = body.trimEnd().slice(0, -1).includes('/')
  const folder = prefix.replace(/[\\*?[\]!# ]/g, '\\$&')
  return `${negation}/${folder}/${isBound ? body.replace(/^\//, '') : `**/${body}`}`
}
