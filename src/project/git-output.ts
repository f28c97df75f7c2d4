import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'

/** One file that differs between two states. */
export interface Difference {
  /** Absolute. */
  readonly path: string
  readonly kind: 'added' | 'changed' | 'deleted' | 'unmerged'
  /** What it was called before, absolute, and its blob there; `undefined` where it was not there. */
  readonly before: { readonly path: string; readonly blob: string } | undefined
  /** Its blob in the index; `undefined` where the file on the disk counts. */
  readonly blob: string | undefined
  /** Reads the file on the disk where its name is no UTF-8, so that no path leads to it. */
  readonly readNamed: (() => Buffer) | undefined
}

/** Reads `git diff --raw -z`. With blobs, it is about what git has; otherwise about the disk. */
export function parseRawDiff(output: Buffer, root: string, hasBlobs: boolean): Difference[] {
  const found: Difference[] = []
  const fields = splitAtNul(output)
  for (let at = 0; at < fields.length;) {
    const [oldMode, newMode, oldBlob, newBlob, status] = fields[at]!.toString().slice(1).split(' ') as [
      string,
      string,
      string,
      string,
      string,
    ]
    const isRenamed = status.startsWith('R')
    const [oldName, newName] = [fields[at + 1]!, fields[at + (isRenamed ? 2 : 1)]!]
    at += isRenamed ? 3 : 2
    if (!isFileMode(newMode) && status !== 'D' && status !== 'U') continue
    const old = isFileMode(oldMode) ? { path: pathOf(root, oldName), blob: oldBlob } : undefined
    found.push({
      path: pathOf(root, newName),
      kind: kinds[status[0]!] ?? 'changed',
      before: old,
      blob: hasBlobs ? newBlob : undefined,
      readNamed: readNamed(root, newName),
    })
  }
  return found
}

/** Neither a symbolic link nor a submodule. */
const isFileMode = (mode: string) => mode.startsWith('100')

const kinds: Readonly<Record<string, Difference['kind']>> = { A: 'added', D: 'deleted', U: 'unmerged' }

/** Reads `git ls-files --others -z`. A folder that is a repository of its own ends with a slash. */
export function parseUntracked(output: Buffer, root: string): Difference[] {
  const names = splitAtNul(output).filter((name) => name.at(-1) !== 0x2f)
  return names.map((name) => ({
    path: pathOf(root, name),
    kind: 'added',
    before: undefined,
    blob: undefined,
    readNamed: readNamed(root, name),
  }))
}

function readNamed(root: string, name: Buffer): (() => Buffer) | undefined {
  return isUtf8(name) ? undefined : () => readFileSync(Buffer.concat([Buffer.from(`${root}${sep}`), name]))
}

const pathOf = (root: string, name: Buffer) => resolve(root, name.toString())

function splitAtNul(output: Buffer): Buffer[] {
  const fields: Buffer[] = []
  for (let from = 0, to = output.indexOf(0); to !== -1; from = to + 1, to = output.indexOf(0, from))
    fields.push(output.subarray(from, to))
  return fields
}

/** Reads `git cat-file --batch`: the contents of some blobs, by their names; without one that is not there. */
export function parseBlobs(names: readonly string[], output: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>()
  let at = 0
  for (const name of names) {
    const end = output.indexOf(10, at)
    const [, type, size] = output.toString('utf8', at, end).split(' ')
    at = end + 1
    if (type !== 'blob') continue
    blobs.set(name, output.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return blobs
}

/** Reads `git ls-files --stage -z` and `git ls-tree -z`: the blobs of files, by absolute path. The blob has a place of its own among the words before the tab. */
export function parseListing(output: Buffer, root: string, place: number): Map<string, string> {
  const entries = splitAtNul(output).flatMap((field): [string, string][] => {
    const tab = field.indexOf(9)
    const words = field.toString('utf8', 0, tab).split(' ')
    return isFileMode(words[0]!) ? [[pathOf(root, field.subarray(tab + 1)), words[place]!]] : []
  })
  return new Map(entries)
}
