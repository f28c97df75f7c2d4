import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FilePlace } from '../document/book.ts'
import type { Marker } from '../document/document.ts'
import { attemptTo } from '../project/attempt.ts'
import { discover } from '../project/discover.ts'
import type { ProjectOptions } from '../project/visit.ts'
import { formatOf, promisedFormat } from '../source.ts'
import type { Source } from '../source.ts'
import type { Project } from './project.ts'
import { readView } from './read-view.ts'
import { isOwn, placeOf } from './view.ts'
import type { View } from './view.ts'

/** The record that a key means: its file and its place. */
export interface Cited {
  readonly key: string
  /** The bibliography. */
  readonly source: Source
}

/** A document and the markers in it that cite a record. */
export interface Citing {
  readonly view: View
  readonly markers: readonly Marker[]
}

export interface Citations {
  readonly citing: readonly Citing[]
  /** Documents that hold the key and could not be read, with the reason. */
  readonly unread: readonly string[]
}

/** Where documents are looked for. */
export interface Where {
  readonly project: Project
  readonly options: ProjectOptions
  /** The folder is open in the editor; otherwise it may be anything, and what lies below it is nobody's project. */
  readonly isOpen: boolean
}

/** Looks through all documents of a project for those that cite a record; only those that hold its key are read. */
export async function findCitations({ key, source }: Cited, { project, options, isOpen }: Where): Promise<Citations> {
  const { cwd, bytesOf } = project
  const { ignore = true, ignorePath } = options
  const found = await discover(isOpen ? ['.'] : filesIn(cwd), {
    cwd,
    ignore,
    ignorePath,
    errorOnUnmatchedPattern: false,
  })
  const citing: Citing[] = []
  const unread = found.failures.map(({ path, message }) => `${path} ${message}`)
  for (const { path } of found.files) {
    if (formatOf(path) === 'bibliography') continue
    const text = bytesOf(path)?.toString() ?? textOf(resolve(cwd, path))
    if (text === undefined) unread.push(`${path} cannot be read`)
    else if (text.includes(key)) {
      const failures = await attemptTo(path, async () => {
        const view = await readView({ path, text, language: undefined }, project)
        citing.push({ view, markers: markersCiting(view, key, source) })
      })
      unread.push(...failures.map(({ message }) => `${path} ${message}`))
    }
  }
  return { citing, unread }
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []))
  return names.filter((name) => promisedFormat(name) !== undefined)
}

/** The markers in a view's own file that cite a record. */
export function markersCiting(view: View, key: string, bibliography: Source): Marker[] {
  return view.documents
    .flatMap(({ series }) => series)
    .filter(({ notation }) => notation === 'citekey')
    .flatMap(({ markers }) => markers)
    .filter(({ label, record }) => label === key && record?.source.path === bibliography.path)
    .filter((marker) => isOwn(view, marker))
}

export function placesOf({ citing }: Citations): FilePlace[] {
  return citing.flatMap(({ view, markers }) => markers.map((marker) => placeOf(view, marker)))
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
