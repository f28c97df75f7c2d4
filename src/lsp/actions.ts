import { CodeActionKind } from 'vscode-languageserver-protocol'
import type { CodeAction, CodeActionParams } from 'vscode-languageserver-protocol'
import type { Finding } from '../finding.ts'
import { fingerprints } from '../fingerprint.ts'
import { commandNames } from './commands.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { disableFinding } from './disable.ts'
import { workspaceEditOf } from './edits.ts'
import { fixAll, fixOf, makeFix } from './fixes.ts'
import { fromRange } from './positions.ts'
import type { Rewritten } from './rewrite.ts'
import type { Session } from './session.ts'
import { canConvertTo, canRenumber } from './whole.ts'
import { thingAt } from './thing.ts'
import type { View } from './view.ts'
import type { Outcome } from './outcome.ts'

export const fixAllKind = `${CodeActionKind.SourceFixAll}.footlint`
export const rewriteKind = `${CodeActionKind.RefactorRewrite}.footlint`

/** What an action that was not chosen yet has to know. */
export interface Late {
  readonly uri: string
  readonly fingerprint: string
  readonly what: 'fix' | 'disable'
}

/** What can be done at a place. */
export async function actionsAt(
  { view, isIgnored, mistake }: Outcome,
  { textDocument: { uri }, range, context }: CodeActionParams,
  session: Session,
): Promise<CodeAction[]> {
  if (!view) return []
  const wants = (kind: string) => context.only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? true
  const actions: CodeAction[] = []
  const isJudged = !isIgnored && !mistake
  if (isJudged && wants(CodeActionKind.QuickFix)) {
    const { start, end } = fromRange(view.source, range)
    const here = view.findings.filter((one) => one.range.start <= end && start <= one.range.end)
    for (const finding of here) actions.push(...(await quickFixes(view, finding, uri, session)))
  }
  if (isJudged && wants(fixAllKind))
    actions.push(...(await fixAllAction(view, uri, session, context.only !== undefined)))
  if (wants(rewriteKind)) actions.push(...rewriteActions(view, uri, { range, isAsked: context.only !== undefined }))
  return actions
}

async function quickFixes(view: View, finding: Finding, uri: string, session: Session): Promise<CodeAction[]> {
  const fingerprint = fingerprints(view.result).get(finding)!
  const diagnostics = diagnosticsOf({ ...view, findings: [finding] }, optionsOf(session))
  const base = { kind: CodeActionKind.QuickFix, diagnostics }
  const fix = fixOf(view, finding)
  const fixed: CodeAction[] = fix
    ? [{ ...base, title: fix.safe ? fix.title : `${fix.title} (unsafe)`, ...(fix.safe && { isPreferred: true }) }]
    : []
  const disabling = { ...base, title: `Disable ${finding.rule} for this line` }
  const all = [
    ...fixed.map((action) => ({ action, what: 'fix' as const })),
    ...(canDisable(view, finding) ? [{ action: disabling, what: 'disable' as const }] : []),
  ]
  const made: CodeAction[] = []
  for (const { action, what } of all) {
    const late: Late = { uri, fingerprint, what }
    if (session.client.lateEdits) made.push({ ...action, data: late })
    else made.push(...withEdit(action, await resolveLate(view, late), view, session))
  }
  return made
}

const optionsOf = ({ client, workspace }: Session) => ({ related: client.related, uriOf: workspace.uriOf })

const canDisable = ({ source, settings }: View, { rule }: Finding) =>
  settings.directives !== undefined &&
  !rule.startsWith('directive-') &&
  ['markdown', 'quarto', 'html', 'mdx'].includes(source.format)

/** Works out the edit of an action. Refusals say why there is none. */
export async function resolveLate(view: View, { fingerprint, what }: Late): Promise<Rewritten> {
  const finding = [...fingerprints(view.result)].find(([, name]) => name === fingerprint)?.[0]
  if (!finding || !view.result.findings.includes(finding)) return { files: [], refusals: ['the text has changed'] }
  if (what === 'fix') return makeFix(view, finding)
  const edit = await disableFinding(view, finding)
  return edit
    ? { files: [{ source: view.source, edits: [edit] }], refusals: [] }
    : { files: [], refusals: ['no comment can stand here without changing what the text says'] }
}

function withEdit(action: CodeAction, { files, refusals }: Rewritten, view: View, session: Session): CodeAction[] {
  if (refusals.length === 0) return [{ ...action, edit: workspaceEditOf(files, view.cwd, session) }]
  return session.client.disabledActions ? [{ ...action, disabled: { reason: refusals.join('; ') } }] : []
}

/** On saving, an editor asks for this alone and wants the edit; in a menu, it is worked out when it is chosen. */
async function fixAllAction(view: View, uri: string, session: Session, isAsked: boolean): Promise<CodeAction[]> {
  const action = { title: 'Make all safe fixes', kind: fixAllKind }
  if (!view.findings.some((finding) => finding.fix?.safe)) return []
  if (!isAsked) return [{ ...action, command: { title: action.title, command: commandNames.fixAll, arguments: [uri] } }]
  const edits = await fixAll(view)
  if (edits.length === 0) return []
  return [{ ...action, edit: workspaceEditOf([{ source: view.source, edits }], view.cwd, session) }]
}

const targets = {
  footnote: 'Convert to footnotes',
  bracket: 'Convert to numbers in brackets',
  superscript: 'Convert to raised numbers',
} as const

/** What is done with a document as a whole is offered on its markers and entries, and where it is asked for. */
function rewriteActions(
  view: View,
  uri: string,
  { range, isAsked }: { readonly range: CodeActionParams['range']; readonly isAsked: boolean },
): CodeAction[] {
  if (!isAsked && !thingAt(view, fromRange(view.source, range).start)) return []
  const action = (title: string, command: string, ...rest: string[]): CodeAction => ({
    title,
    kind: rewriteKind,
    command: { title, command, arguments: [uri, ...rest] },
  })
  return [
    ...(canRenumber(view) ? [action('Number by first citation', commandNames.renumber)] : []),
    ...(Object.keys(targets) as (keyof typeof targets)[])
      .filter((to) => canConvertTo(view, to))
      .map((to) => action(targets[to], commandNames.convert, to)),
  ]
}
