import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol'
import { dirname } from 'node:path'
import { createReader } from '../document/formats/again/reader.ts'
import { relativePath } from '../project/paths.ts'
import type { Opened, Outcome } from './outcome.ts'
import type { Project } from './project.ts'
import { pathOfUri } from './uris.ts'
import type { View } from './view.ts'

/** An open text with the last that was read of it. */
export interface KeptText extends Opened {
  reading: { readonly version: number; readonly project: Project; readonly outcome: Promise<Outcome> } | undefined
  last: Role | undefined
}

/** What a text was when it was last read. All of that reading need not be kept while it is read again. */
export interface Role {
  readonly isBibliography: boolean
  readonly path: string
  /** The files of its book. */
  readonly book: readonly string[]
}

export function roleOf({ source: { format, path }, book }: View): Role {
  return { isBibliography: format === 'bibliography', path, book: book?.texts.map(({ source }) => source.path) ?? [] }
}

/** The texts that are open, by their address and by their path. */
export interface Texts {
  readonly open: (uri: string, language: string, version: number, text: string) => void
  readonly change: (uri: string, changes: TextDocumentContentChangeEvent[], version: number) => KeptText | undefined
  readonly close: (uri: string) => KeptText | undefined
  readonly at: (uri: string) => KeptText | undefined
  readonly atPath: (path: string) => KeptText | undefined
  readonly all: () => readonly KeptText[]
  /** The folders that are open. */
  readonly folders: () => readonly string[]
  readonly setFolders: (folders: readonly string[]) => void
}

export function createTexts(home: string): Texts {
  const byUri = new Map<string, KeptText>()
  const byPath = new Map<string, KeptText>()
  let folders: readonly string[] = []
  const keep = (kept: KeptText) => {
    byUri.set(kept.uri, kept)
    if (kept.path !== undefined) byPath.set(kept.path, kept)
  }
  return {
    open(uri, language, version, text) {
      const path = pathOfUri(uri)
      const document = TextDocument.create(uri, language, version, text)
      const cwd = folderOf(path, folders, home)
      keep({ uri, document, path, cwd, reader: createReader(), reading: undefined, last: undefined })
    },
    change(uri, changes, version) {
      const kept = byUri.get(uri)
      if (!kept) return undefined
      TextDocument.update(kept.document, changes, version)
      kept.reading = undefined
      return kept
    },
    close(uri) {
      const kept = byUri.get(uri)
      byUri.delete(uri)
      if (kept?.path !== undefined && byPath.get(kept.path) === kept) byPath.delete(kept.path)
      return kept
    },
    at: (uri) => byUri.get(uri),
    atPath: (path) => byPath.get(path),
    all: () => [...byUri.values()],
    folders: () => folders,
    setFolders(now) {
      folders = now
      for (const kept of byUri.values()) keep({ ...kept, cwd: folderOf(kept.path, folders, home), reading: undefined })
    },
  }
}

/** Of the folders of the editor, the deepest around a file; without one, the folder that the file is in. */
function folderOf(path: string | undefined, folders: readonly string[], home: string): string {
  if (path === undefined) return folders[0] ?? home
  const around = folders.filter((folder) => path === folder || !relativePath(folder, path).startsWith('..'))
  return around.toSorted((one, other) => other.length - one.length)[0] ?? dirname(path)
}
