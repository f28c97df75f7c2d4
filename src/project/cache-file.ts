import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { version } from '../version.ts'
import { digest } from './effective.ts'

/*
 * One line a file, its fields between tabs: path, hash of the settings, hash of the content, size and time of change, and
 * what there is to say of it, nothing for most. A run over many files has to split lines, not to parse JSON. The first line
 * names the format, the version and the build of the program and the hash of all that follows.
 */

/** Lines by path. */
export type Lines = Map<string, string>

const format = 'footlint-cache 1'

/** Reads a cache. Whatever is wrong with it, it is as if there were none. */
export function readLines(file: string): Lines {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    return text.slice(0, end) === header(body) ? linesOf(body) : new Map()
  } catch {
    return new Map()
  }
}

function linesOf(body: string): Lines {
  const lines: Lines = new Map()
  for (const line of body.split('\n')) if (line !== '') lines.set(line.slice(0, line.indexOf('\t')), line)
  return lines
}

const header = (body: string) => `${format} ${version}${(build ??= readBuild())} ${digest(body)}`

let build: string | undefined

/** What tells two builds of one version apart; it lies beside the bundle. What runs from its sources has none. */
function readBuild(): string {
  try {
    return `+${readFileSync(new URL('build.txt', import.meta.url), 'utf8').trim()}`
  } catch {
    return ''
  }
}

/**
 * Writes what a run knows over what is in the cache by then: another run may have been faster. The new file takes the
 * name of the old one, so that nobody reads half of it. Where nothing can be written, the next run has more to do.
 */
export function writeLines(file: string, own: ReadonlyMap<string, string | undefined>): void {
  const lines = readLines(file)
  if (own.size >= lines.size / 2) forgetLost(lines, own, dirname(file))
  for (const [path, line] of own) {
    if (line === undefined) lines.delete(path)
    else lines.set(path, line)
  }
  const body = [...lines.values(), ''].join('\n')
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, `${header(body)}\n${body}`)
    renameSync(temporary, file)
  } catch {
    removeIfThere(temporary)
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It never was there: the folder is no folder.
  }
}

/** A run over most of the files is the time to look which of the others are still there. */
function forgetLost(lines: Lines, own: ReadonlyMap<string, unknown>, folder: string): void {
  for (const path of lines.keys()) {
    if (!own.has(path) && !existsSync(resolve(join(folder, path)))) lines.delete(path)
  }
}
