import { resolve } from 'node:path'
import type * as lsp from 'vscode-languageserver-protocol'
import type { FilePlace } from '../document/book.ts'
import { toOffset, toRange } from './positions.ts'
import type { Session } from './session.ts'
import type { View } from './view.ts'

interface In {
  readonly textDocument: lsp.TextDocumentIdentifier
}

interface At extends In {
  readonly position: lsp.Position
}

type Answer<R> = Promise<R | null>

/** Asks about a text that is open; of others, nothing is known. */
export async function askIn<R>({ workspace }: Session, at: In, find: (view: View) => R | Promise<R>): Answer<R> {
  const outcome = await workspace.outcomeOf(at.textDocument.uri)
  return outcome?.view ? find(outcome.view) : null
}

/** Asks about a place in a text. */
export function askAt<R>(session: Session, at: At, find: (view: View, offset: number) => R | Promise<R>): Answer<R> {
  return askIn(session, at, (view) => find(view, toOffset(view.source, at.position)))
}

export function locationsOf(places: readonly FilePlace[], { cwd }: View, { workspace }: Session): lsp.Location[] {
  return places.map((place) => ({
    uri: workspace.uriOf(resolve(cwd, place.source.path)),
    range: toRange(place.source, place),
  }))
}
