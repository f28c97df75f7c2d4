import { ApplyWorkspaceEditRequest } from 'vscode-languageserver-protocol'
import { explainAt } from '../explain.ts'
import type { Target } from '../convert/convert.ts'
import { workspaceEditOf } from './edits.ts'
import { fixAll } from './fixes.ts'
import { tell } from './log.ts'
import { toOffset } from './positions.ts'
import type { Rewritten } from './rewrite.ts'
import type { Session } from './session.ts'
import { placeOf } from './view.ts'
import type { View } from './view.ts'
import { convertView, renumberView, targets } from './whole.ts'

/** What an editor can have done; the first argument is always the address of the text. */
export const commandNames = {
  fixAll: 'footlint.server.fixAll',
  renumber: 'footlint.server.renumber',
  convert: 'footlint.server.convert',
  explain: 'footlint.server.explain',
} as const

type Run = (view: View, given: readonly unknown[], session: Session) => Promise<unknown>

const commands: Readonly<Record<string, Run>> = {
  [commandNames.fixAll]: async (view, _, session) => {
    const edits = await fixAll(view)
    return apply('Make all safe fixes', { files: [{ source: view.source, edits }], refusals: [] }, view, session)
  },
  [commandNames.renumber]: async (view, _, session) =>
    apply('Number by first citation', await renumberView(view), view, session),
  [commandNames.convert]: async (view, [to], session) => {
    if (typeof to !== 'string' || !targets.has(to))
      return tell(session.connection, `expected a notation (${[...targets].join(', ')}), found ${String(to)}`)
    return apply('Convert', await convertView(view, to as Target), view, session)
  },
  [commandNames.explain]: async (view, [position]) => {
    const place = position as { readonly line: number; readonly character: number } | undefined
    if (typeof place?.line !== 'number' || typeof place.character !== 'number') return []
    const offset = view.start + toOffset(view.source, place)
    return explainAt(view.documents, offset, (range) => placeOf(view, range))
  },
}

/** Does what an editor asked for; what cannot be done is said. */
export async function runCommand(name: string, given: readonly unknown[], session: Session): Promise<unknown> {
  const [uri, ...rest] = given
  const outcome = typeof uri === 'string' ? await session.workspace.outcomeOf(uri) : undefined
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!outcome?.view || !run) return null
  return (await run(outcome.view, rest, session)) ?? null
}

async function apply(label: string, { files, refusals }: Rewritten, view: View, session: Session): Promise<boolean> {
  const { connection } = session
  for (const refusal of refusals) await tell(connection, `${label}: not done, since ${refusal}`)
  const isEmpty = files.every(({ edits }) => edits.length === 0)
  if (isEmpty) {
    if (refusals.length === 0) await tell(connection, `${label}: nothing to change`)
    return false
  }
  const edit = workspaceEditOf(files, view.cwd, session)
  const { applied } = await connection.sendRequest(ApplyWorkspaceEditRequest.type, { label, edit })
  return applied
}
