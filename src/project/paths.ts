import { relative, resolve, sep } from 'node:path'

/** A path as it is reported: relative to a folder, with `/` on every system. On another drive it stays absolute. */
export function relativePath(folder: string, path: string): string {
  const isBelow = sep === '/' && folder.startsWith('/') && path.startsWith(`${folder}/`)
  if (isBelow && isPlain(path)) return path.slice(folder.length + 1)
  return withSlashes(relative(folder, path)) || '.'
}

/** Without anything that Node would make shorter. */
const isPlain = (path: string) => !path.includes('/.') && !path.includes('//') && !path.endsWith('/')

/** `join` for a folder as Node calls it and a name in it. */
export const below = (folder: string, name: string): string => folder + (folder.endsWith(sep) ? '' : sep) + name

/** `relativePath` for the absolute paths of many files: what a folder is called is worked out once. */
export function createRelativePath(from: string): (file: string) => string {
  const prefixes = new Map<string, string>()
  return (file) => {
    const cut = file.lastIndexOf(sep)
    const folder = file.slice(0, cut)
    // The root of a file system, or of a drive, is not called as other folders are.
    if (!folder.includes(sep)) return relativePath(from, file)
    let prefix = prefixes.get(folder)
    if (prefix === undefined) {
      const name = relativePath(from, folder)
      prefix = name === '.' ? '' : `${name}/`
      prefixes.set(folder, prefix)
    }
    return prefix + file.slice(cut + 1)
  }
}

/** `resolve` for the paths of many files, most of which go straight down from a folder. */
export function placeIn(folder: string, path: string): string {
  const isDown = sep === '/' && /^[^/.]/.test(path) && folder !== '/'
  return isDown && isPlain(path) ? `${folder}/${path}` : resolve(folder, path)
}

/** `placeIn` for the paths of many files: where a folder is is worked out once. */
export function createPlaceIn(from: string): (path: string) => string {
  const places = new Map<string, string>()
  return (path) => {
    const cut = path.lastIndexOf('/')
    const name = path.slice(cut + 1)
    if (sep !== '/' || cut < 1 || name === '' || name === '.' || name === '..') return resolve(from, path)
    const folder = path.slice(0, cut)
    let place = places.get(folder)
    if (place === undefined) {
      const found = resolve(from, folder)
      place = found === '/' ? found : `${found}/`
      places.set(folder, place)
    }
    return place + name
  }
}

/** A path with `/` as its separator; a backslash is one only on Windows, elsewhere it is part of a name. */
export function withSlashes(path: string, separator: string = sep): string {
  return separator === '\\' ? path.replaceAll('\\', '/') : path
}
