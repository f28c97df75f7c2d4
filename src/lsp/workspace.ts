import { resolve } from 'node:path'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol'
import type { ProjectOptions } from '../project/visit.ts'
import type { Where } from './citations.ts'
import { readOutcome } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { openProject, withoutBibliographies } from './project.ts'
import type { Project } from './project.ts'
import { createTexts, roleOf } from './texts.ts'
import type { KeptText, Texts } from './texts.ts'
import { pathOfUri, uriOfPath } from './uris.ts'

/** The texts that are open in an editor, and the folders that they are in. */
export interface Workspace {
  readonly open: (uri: string, language: string, version: number, text: string) => void
  /** Says whether other open texts may have to be judged anew. */
  readonly change: (uri: string, changes: TextDocumentContentChangeEvent[], version: number) => Promise<boolean>
  readonly close: (uri: string) => Promise<boolean>
  /** What was read of the text as it is now; read once for each version. `undefined`: it is not open. */
  readonly outcomeOf: (uri: string) => Promise<Outcome | undefined>
  readonly setFolders: (uris: readonly string[]) => void
  readonly uris: () => readonly string[]
  /** The address of a file, as the editor wrote it if it is open. */
  readonly uriOf: (path: string) => string
  readonly versionOf: (uri: string) => number | undefined
  /** Something besides texts has changed on the disk. */
  readonly forget: (what: 'bibliographies' | 'all') => Promise<void>
  /** Where the documents are that may belong to a text. */
  readonly whereOf: (uri: string) => Promise<Omit<Where, 'options'> | undefined>
}

export function createWorkspace(options: ProjectOptions, home: string): Workspace {
  const texts = createTexts(home)
  const projects = createProjects(options, texts)
  const touch = async (kept: KeptText | undefined) => kept !== undefined && touchOthers(kept, texts, projects)
  return {
    open: texts.open,
    change: (uri, changes, version) => touch(texts.change(uri, changes, version)),
    close: (uri) => touch(texts.close(uri)),
    async outcomeOf(uri) {
      const kept = texts.at(uri)
      if (!kept) return undefined
      const project = await projects.at(kept.cwd)
      const { version } = kept.document
      if (kept.reading?.version === version && kept.reading.project === project) return kept.reading.outcome
      const outcome = readOutcome(kept, project, options)
      kept.reading = { version, project, outcome }
      const done = await outcome
      kept.last = done.view && roleOf(done.view)
      return done
    },
    setFolders: (uris) => texts.setFolders(uris.flatMap((uri) => pathOfUri(uri) ?? [])),
    uris: () => texts.all().map(({ uri }) => uri),
    uriOf: (path) => texts.atPath(path)?.uri ?? uriOfPath(path),
    versionOf: (uri) => texts.at(uri)?.document.version,
    forget: projects.forget,
    whereOf: async (uri) => {
      const kept = texts.at(uri)
      return kept && { project: await projects.at(kept.cwd), isOpen: texts.folders().includes(kept.cwd) }
    },
  }
}

interface Projects {
  readonly at: (cwd: string) => Promise<Project>
  readonly forgetBibliographies: (cwd: string) => Promise<void>
  readonly forget: Workspace['forget']
}

function createProjects(options: ProjectOptions, texts: Texts): Projects {
  const projects = new Map<string, Promise<Project>>()
  const bytesIn = (cwd: string) => (path: string) => {
    const text = texts.atPath(resolve(cwd, path))?.document.getText()
    return text === undefined ? undefined : Buffer.from(text)
  }
  const at = (cwd: string) => {
    const project = projects.get(cwd) ?? openProject(cwd, { ...options, cwd }, bytesIn(cwd))
    projects.set(cwd, project)
    return project
  }
  const forgetBibliographies = async (cwd: string) => {
    projects.set(cwd, Promise.resolve(withoutBibliographies(await at(cwd))))
  }
  return {
    at,
    forgetBibliographies,
    async forget(what) {
      if (what === 'all') projects.clear()
      else for (const cwd of projects.keys()) await forgetBibliographies(cwd)
    },
  }
}

/** What depends on a text that has changed is read anew when it is asked for; says whether anything does. */
async function touchOthers({ uri, cwd, path, last }: KeptText, texts: Texts, projects: Projects): Promise<boolean> {
  const { shelf } = await projects.at(cwd)
  const isBibliography = last?.isBibliography || (path !== undefined && shelf.volumes.has(path))
  if (isBibliography) await projects.forgetBibliographies(cwd)
  const isCompanion = (one: KeptText) =>
    one.uri !== uri && one.cwd === cwd && last !== undefined && one.last?.book.includes(last.path)
  const companions = texts.all().filter(isCompanion)
  for (const one of companions) one.reading = undefined
  return companions.length > 0 || (isBibliography && texts.all().length > 1)
}
