import * as lsp from 'vscode-languageserver-protocol'
import type { ProjectOptions } from '../project/visit.ts'
import { actionsAt, resolveLate } from './actions.ts'
import type { Late } from './actions.ts'
import { askAt, askIn } from './ask.ts'
import { runCommand } from './commands.ts'
import { completionsAt } from './completion.ts'
import { workspaceEditOf } from './edits.ts'
import { highlightsAt } from './highlight.ts'
import { hoverAt } from './hover.ts'
import { tell } from './log.ts'
import { answerNavigation } from './navigation.ts'
import { outlineOf } from './outline.ts'
import { toRange } from './positions.ts'
import { answerRenames } from './renames.ts'
import type { Session } from './session.ts'
import { foldsOf, symbolsOf } from './symbols.ts'
import type { View } from './view.ts'

/** Answers the requests of an editor from what was read of its texts. Each only brings a function and its answer together. */
export function answerRequests(session: Session, options: ProjectOptions): void {
  answerHovers(session)
  answerNavigation(session, options)
  answerRenames(session, options)
  answerWhole(session)
  answerActions(session)
}

function answerHovers(session: Session): void {
  const { connection, client } = session
  const kind = client.markdown ? lsp.MarkupKind.Markdown : lsp.MarkupKind.PlainText
  connection.onRequest(lsp.HoverRequest.type, (params) =>
    askAt(session, params, (view, offset) => {
      const hovered = hoverAt(view, offset)
      return hovered ? { contents: { kind, value: hovered.text }, range: toRange(view.source, hovered.range) } : null
    }),
  )
  connection.onRequest(lsp.DocumentHighlightRequest.type, (params) =>
    askAt(session, params, (view, offset) =>
      highlightsAt(view, offset).map((place) => ({
        range: toRange(view.source, place),
        kind: place.kind === 'entry' ? lsp.DocumentHighlightKind.Write : lsp.DocumentHighlightKind.Read,
      })),
    ),
  )
  connection.onRequest(lsp.CompletionRequest.type, (params) => askAt(session, params, completionList))
}

function completionList(view: View, offset: number): lsp.CompletionList {
  const { items, isIncomplete } = completionsAt(view, offset)
  return {
    isIncomplete,
    items: items.map((item, index) => ({
      label: item.label,
      detail: item.detail,
      documentation: { kind: lsp.MarkupKind.Markdown, value: item.documentation },
      kind: item.kind === 'record' ? lsp.CompletionItemKind.Reference : lsp.CompletionItemKind.Value,
      // What is typed may be words of the entry: all that fits was chosen here.
      filterText: view.source.text.slice(item.range.start, offset),
      sortText: String(index).padStart(5, '0'),
      textEdit: { range: toRange(view.source, item.range), newText: item.text },
    })),
  }
}

function answerWhole(session: Session): void {
  const { connection } = session
  connection.onRequest(lsp.DocumentSymbolRequest.type, (params) =>
    askIn(session, params, (view) =>
      symbolsOf(view).map(({ name, detail, range, label }) => ({
        name,
        detail,
        kind: lsp.SymbolKind.Field,
        range: toRange(view.source, range),
        selectionRange: toRange(view.source, label),
      })),
    ),
  )
  connection.onRequest(lsp.FoldingRangeRequest.type, (params) =>
    askIn(session, params, (view) =>
      foldsOf(view).map(({ first, last }) => ({
        startLine: first,
        endLine: last,
        kind: lsp.FoldingRangeKind.Region,
      })),
    ),
  )
  connection.onRequest('footlint/outline', (params: lsp.DocumentSymbolParams) => askIn(session, params, outlineOf))
}

function answerActions(session: Session): void {
  const { connection, workspace } = session
  connection.onRequest(lsp.CodeActionRequest.type, async (params) => {
    const outcome = await workspace.outcomeOf(params.textDocument.uri)
    return outcome ? actionsAt(outcome, params, session) : []
  })
  connection.onRequest(lsp.CodeActionResolveRequest.type, async (action) => {
    const late = action.data as Late | undefined
    const view = late && (await workspace.outcomeOf(late.uri))?.view
    if (!late || !view) return action
    const { files, refusals } = await resolveLate(view, late)
    if (refusals.length === 0) return { ...action, edit: workspaceEditOf(files, view.cwd, session) }
    await tell(connection, `${action.title}: not done, since ${refusals.join('; ')}`)
    return action
  })
  connection.onRequest(lsp.ExecuteCommandRequest.type, ({ command, arguments: given }) =>
    runCommand(command, given ?? [], session),
  )
}
