import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The absolute path of a file that an editor names; `undefined` for what is no file, such as a text without a name. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return resolve(fileURLToPath(uri))
  } catch {
    // A host, or an escaped slash: nothing that this machine has.
    return undefined
  }
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href
}
