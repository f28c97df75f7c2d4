import { relative, sep } from 'node:path'

/** A path as it is reported: relative to a folder, with `/` on every system. On another drive it stays absolute. */
export function relativePath(folder: string, path: string): string {
  return withSlashes(relative(folder, path)) || '.'
}

/** A path with `/` as its separator; a backslash is one only on Windows, elsewhere it is part of a name. */
export function withSlashes(path: string, separator: string = sep): string {
  return separator === '\\' ? path.replaceAll('\\', '/') : path
}
