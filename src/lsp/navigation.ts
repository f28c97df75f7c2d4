import * as lsp from 'vscode-languageserver-protocol'
import type { FilePlace } from '../document/book.ts'
import type { FiledRecord } from '../document/document.ts'
import type { ProjectOptions } from '../project/visit.ts'
import { askAt, locationsOf } from './ask.ts'
import { findCitations, placesOf } from './citations.ts'
import { definitionAt, referencesAt } from './definition.ts'
import { recordAt } from './rename-key.ts'
import type { Session } from './session.ts'

/** Ways between markers and entries, those into bibliographies and back included. */
export function answerNavigation(session: Session, options: ProjectOptions): void {
  const { connection, workspace } = session
  const citationsOf = async (uri: string, { record, source }: FiledRecord): Promise<FilePlace[]> => {
    const where = await workspace.whereOf(uri)
    return where ? placesOf(await findCitations({ key: record.key, source }, { ...where, options })) : []
  }
  connection.onRequest(lsp.DefinitionRequest.type, (params) =>
    askAt(session, params, async (view, offset) => {
      const record = view.source.format === 'bibliography' ? recordAt(view, offset) : undefined
      const places = record ? await citationsOf(params.textDocument.uri, record) : definitionAt(view, offset)
      return locationsOf(places, view, session)
    }),
  )
  connection.onRequest(lsp.ReferencesRequest.type, (params) =>
    askAt(session, params, async (view, offset) => {
      const { includeDeclaration } = params.context
      const record = recordAt(view, offset)
      if (!record) return locationsOf(referencesAt(view, offset, includeDeclaration), view, session)
      const entry = { source: record.source, ...record.record.keyRange }
      const cited = await citationsOf(params.textDocument.uri, record)
      return locationsOf(includeDeclaration ? [entry, ...cited] : cited, view, session)
    }),
  )
}
