import picomatch from 'picomatch/posix.js'

export type PathMatcher = (path: string) => boolean

/**
 * Tells whether a path is in a folder and matches one of the patterns there. Written like `files` of other linters:
 * `*.md` without a slash means the file's name in any folder, `docs/*.md` the path from the folder, `docs/` all in it.
 */
export function matcherOf(patterns: string | readonly string[], folder: string | undefined): PathMatcher {
  const matches = picomatch([patterns].flat().map(wholePattern), { dot: true })
  return (path) => {
    const inside = relativeTo(folder, path)
    return inside !== undefined && matches(inside)
  }
}

function wholePattern(pattern: string): string {
  const plain = pattern.replace(/^\.?\/(?=.)/, '')
  const whole = plain.endsWith('/') ? `${plain}**` : plain
  return pattern.includes('/') ? whole : `**/${whole}`
}

/** A path as it is called inside a folder; `undefined` where it is elsewhere. */
export function relativeTo(folder: string | undefined, path: string): string | undefined {
  if (folder === undefined) return path.replace(/^\.?\//, '')
  const start = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(start) && path.length > start.length ? path.slice(start.length) : undefined
}
