import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { below, relativePath } from './paths.ts'

/**
 * Tells whether a run has seen everything that can use a bibliography: a folder was named that holds the whole repository
 * of the file or, where there is none, the working directory; or that of the configuration that names the file.
 */
export function coverageOf(
  patterns: readonly string[],
  cwd: string,
): (path: string, configured: string | undefined) => boolean {
  const folders = patterns.map((pattern) => resolve(cwd, pattern)).filter(isFolder)
  const isSeen = (folder: string) => folders.some((one) => isInside(folder, one))
  return (path, configured) => {
    if (folders.length === 0) return false
    if (configured !== undefined && isSeen(configured) && isInside(path, configured)) return true
    return isSeen(repositoryOf(dirname(path)) ?? cwd) && folders.some((one) => isInside(path, one))
  }
}

/** The folder above, or this one, that holds a repository. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(below(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : repositoryOf(parent)
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

export function isInside(path: string, folder: string): boolean {
  return !/^\.\.(?:\/|$)|^(?:\/|[A-Za-z]:)/.test(relativePath(folder, path))
}
