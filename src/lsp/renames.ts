import * as lsp from 'vscode-languageserver-protocol'
import type { ProjectOptions } from '../project/visit.ts'
import { askAt } from './ask.ts'
import { workspaceEditOf } from './edits.ts'
import { toRange } from './positions.ts'
import { renameKey } from './rename-key.ts'
import { renameableAt, renameLabel } from './rename.ts'
import type { Session } from './session.ts'

/** Renames labels and keys, or says why not. */
export function answerRenames(session: Session, options: ProjectOptions): void {
  const { connection, workspace } = session
  connection.onRequest(lsp.PrepareRenameRequest.type, (params) =>
    askAt(session, params, (view, offset) => {
      const found = renameableAt(view, offset)
      if (found && 'refusal' in found) throw refusal([found.refusal])
      return found ? { range: toRange(view.source, found.range), placeholder: found.label } : null
    }),
  )
  connection.onRequest(lsp.RenameRequest.type, (params) =>
    askAt(session, params, async (view, offset) => {
      const { newName, textDocument } = params
      const found = renameableAt(view, offset) ?? { refusal: 'there is no label at this place' }
      if ('refusal' in found) throw refusal([found.refusal])
      const where = await workspace.whereOf(textDocument.uri)
      if (!where) return null
      const { files, refusals } =
        found.kind === 'key'
          ? await renameKey(view, offset, newName, { ...where, options })
          : await renameLabel(view, offset, newName)
      if (refusals.length > 0) throw refusal(refusals)
      return workspaceEditOf(files, view.cwd, session)
    }),
  )
}

const refusal = (reasons: readonly string[]) =>
  new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, `Not renamed, since ${reasons.join('; ')}`)
