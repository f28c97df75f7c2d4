import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import type { Dirent, Stats } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Failure } from '../finding.ts'
import { nearest } from '../nearest.ts'
import { promisedFormat } from '../source.ts'
import { createIgnores } from './ignores.ts'
import type { IgnoreCheck } from './ignores.ts'
import { createRelativePath, relativePath, withSlashes } from './paths.ts'

export interface DiscoverOptions {
  readonly cwd: string
  /** Whether ignore files count. */
  readonly ignore: boolean
  /** A file of patterns that takes the place of `.footlintignore`. */
  readonly ignorePath?: string | undefined
  /** Whether a glob or a folder without a document is a failure. */
  readonly errorOnUnmatchedPattern: boolean
}

/** A file that was named, or found, with its path relative to the working directory. */
export interface FoundFile {
  readonly path: string
  /** It was named itself, so it is worth a note when it is left out. */
  readonly explicit: boolean
}

/** A path that was named and is left out. */
export interface IgnoredPath {
  readonly path: string
  readonly reason: string
}

export interface Discovery {
  readonly files: readonly FoundFile[]
  readonly ignored: readonly IgnoredPath[]
  readonly failures: readonly Failure[]
}

interface Search {
  readonly options: DiscoverOptions
  readonly check: IgnoreCheck
  /** Absolute path → named itself. */
  readonly found: Map<string, boolean>
  readonly links: Set<string>
  readonly ignored: IgnoredPath[]
  readonly failures: Failure[]
}

const isDocumentName = (name: string) => promisedFormat(name) !== undefined

/** Files, folders and globs → files, each once, sorted by path. What exists is taken as it is, glob characters or not. */
export async function discover(patterns: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const check = createIgnores(options.cwd, options.ignore, options.ignorePath)
  const search: Search = { options, check, found: new Map(), links: new Set(), ignored: [], failures: [] }
  for (const pattern of patterns) {
    const path = resolve(options.cwd, pattern)
    const stats = statIfThere(path)
    if (stats?.isDirectory()) takeFolder(search, path)
    else if (stats) takeFile(search, path)
    else if (isBrokenLink(path)) fail(search, path, 'is a symbolic link that leads nowhere, expected a file')
    else if (await isGlob(pattern)) await takeGlob(search, pattern)
    else fail(search, path, `does not exist, expected a file, a folder or a glob${meantFile(path)}`)
  }
  dropLinksToFound(search)
  const nameOf = createRelativePath(options.cwd)
  return {
    files: sorted(Array.from(search.found, ([path, explicit]) => ({ path: nameOf(path), explicit }))),
    ignored: search.ignored,
    failures: search.failures,
  }
}

function takeFile(search: Search, path: string): void {
  const reason = search.check(path, false)
  if (reason === undefined) search.found.set(path, true)
  else search.ignored.push({ path: relativePath(search.options.cwd, path), reason })
}

function takeFolder(search: Search, folder: string): void {
  const reason = search.check(folder, true)
  if (reason !== undefined) {
    search.ignored.push({ path: relativePath(search.options.cwd, folder), reason })
    return
  }
  const before = search.found.size
  const any = walk(search, folder)
  if (!any && search.found.size === before)
    unmatched(search, relativePath(search.options.cwd, folder), 'holds no document')
}

/** Tells whether there was a document below the folder, found before or not. */
function walk(search: Search, folder: string): boolean {
  let any = false
  const prefix = folder.endsWith(sep) ? folder : folder + sep
  for (const entry of entriesOf(search, folder)) {
    const path = prefix + entry.name
    if (entry.isDirectory()) {
      if (search.check(path, true) === undefined && walk(search, path)) any = true
    } else if (isDocumentName(entry.name) && isFile(entry, path) && search.check(path, false) === undefined) {
      any = true
      add(search, path, entry.isSymbolicLink())
    }
  }
  return any
}

function entriesOf(search: Search, folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    fail(search, folder, `cannot be opened: ${(error as Error).message}`)
    return []
  }
}

/** Links to files are followed, links to folders are not: neither git nor ripgrep does, and they may lead in a circle. */
function isFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && statIfThere(path)?.isFile() === true)
}

function add(search: Search, path: string, isLink: boolean): void {
  if (!search.found.has(path)) search.found.set(path, false)
  if (isLink) search.links.add(path)
}

async function isGlob(pattern: string): Promise<boolean> {
  return /[*?[\]{}()!]/.test(pattern) && (await import('tinyglobby')).isDynamicPattern(withSlashes(pattern))
}

async function takeGlob(search: Search, pattern: string): Promise<void> {
  const { globSync } = await import('tinyglobby')
  const glob = withSlashes(pattern)
  const paths = globSync(glob, {
    cwd: search.options.cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  })
  const base = resolve(search.options.cwd, glob.replace(/[^/]*[*?[\]{}()!].*$/s, ''))
  const isBehindLink = folderLinks(base)
  // `*.rst` asks for its files whatever they are called; `docs/*` does not ask for its pictures.
  const namesExtension = /\.[^./*]+$/.test(glob)
  let any = false
  for (const found of paths) {
    const path = resolve(found)
    if (!namesExtension && !isDocumentName(path)) continue
    if (search.check(path, false) !== undefined || isBehindLink(path)) continue
    any = true
    add(search, path, lstatSync(path).isSymbolicLink())
  }
  if (!any) unmatched(search, pattern, 'matches no document')
}

/** Tells whether a link to a folder leads from a base to a path. tinyglobby follows all links or takes none. */
function folderLinks(base: string): (path: string) => boolean {
  const answers = new Map<string, boolean>()
  return (path) => {
    const folder = dirname(path)
    let answer = answers.get(folder)
    if (answer === undefined) {
      answer = realpathSync(folder) !== join(realpathSync(base), relative(base, folder))
      answers.set(folder, answer)
    }
    return answer
  }
}

function unmatched(search: Search, path: string, problem: string): void {
  if (!search.options.errorOnUnmatchedPattern) return
  search.failures.push({ path, message: `${problem}, expected at least one that is not ignored` })
}

/** A link beside its target would say everything twice. One that was named itself stays. */
function dropLinksToFound(search: Search): void {
  for (const link of search.links) {
    const target = realpathSync(link)
    if (target !== link && search.found.has(target) && !search.found.get(link)) search.found.delete(link)
  }
}

function fail(search: Search, path: string, message: string): void {
  search.failures.push({ path: relativePath(search.options.cwd, path), message })
}

function meantFile(path: string): string {
  try {
    const near = nearest(basename(path), readdirSync(dirname(path)))
    return near === undefined ? '' : `; did you mean ${near}?`
  } catch {
    return ''
  }
}

function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Somebody may enter the folder but not look at the file: reading it will say so.
    if (code === 'EACCES' || code === 'EPERM') return lstatIfThere(path)
    return undefined
  }
}

function lstatIfThere(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}

function isBrokenLink(path: string): boolean {
  return lstatIfThere(path)?.isSymbolicLink() === true
}

function sorted(files: FoundFile[]): FoundFile[] {
  return files.toSorted((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0))
}
