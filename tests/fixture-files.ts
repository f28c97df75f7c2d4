import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../src/config/schema.ts'

export const fixturesFolder = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** A document of `fixtures/`, with its configuration and what is expected of it. */
export interface Fixture {
  /** Relative to `fixtures/`, with `/`. */
  readonly path: string
  readonly content: string
  readonly config: Config
  /** The path of its `.out`. */
  readonly outPath: string
  /** What stands there, `undefined` where the file is missing. */
  readonly out: string | undefined
  /** Lies in `traps/`: nothing must be found in it unless a `.out` says so. */
  readonly isTrap: boolean
}

const companions = new Set(['.out', '.json'])

function readFixture(path: string): Fixture {
  const stem = `${fixturesFolder}${path.slice(0, -extname(path).length)}`
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
  return {
    path,
    content: readFileSync(`${fixturesFolder}${path}`, 'utf8'),
    config: JSON.parse(read(`${stem}.json`) ?? '{}') as Config,
    outPath: `${stem}.out`,
    out: read(`${stem}.out`),
    isTrap: path.startsWith('traps/'),
  }
}

const paths = readdirSync(fixturesFolder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(fixturesFolder.length))
  .map((path) => path.replace(/^\//, ''))
  // Books are of several files; they have a test of their own.
  .filter((path) => !path.startsWith('books/'))
  .toSorted()

/** All documents under `fixtures/`. A README there speaks of the documents and is none. */
export const fixtures: readonly Fixture[] = paths
  .filter((path) => !companions.has(extname(path)) && basename(path) !== 'README.md')
  .map(readFixture)

/** Files that belong to no document. */
export const strayFiles = paths
  .filter((path) => companions.has(extname(path)))
  .filter((path) => !fixtures.some((fixture) => fixture.path.replace(/\.\w+$/, '') === path.replace(/\.\w+$/, '')))
