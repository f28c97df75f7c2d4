import { DiagnosticRefreshRequest, PublishDiagnosticsNotification } from 'vscode-languageserver-protocol'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import { diagnosticsOf } from './diagnostics.ts'
import { logError } from './log.ts'
import { atTop, createMistakes } from './mistakes.ts'
import type { Session } from './session.ts'
import type { Outcome } from './outcome.ts'

/** What was found in a text; the same id as before means the same diagnostics. */
export interface Report {
  readonly id: string
  readonly items: Diagnostic[]
}

/** Says what was found, when it is asked for and when something has changed. */
export interface Publisher {
  readonly reportOn: (uri: string) => Promise<Report>
  /** A text was opened or changed. `others`: so may be what there is to say of other texts. */
  readonly changed: (uri: string, others: boolean) => void
  readonly closed: (uri: string, others: boolean) => void
  /** Configuration or bibliographies have changed. */
  readonly refresh: () => void
  readonly stop: () => void
}

/** Where somebody types fast, texts that take long are not read at every letter. */
const longestWait = 300

export function createPublisher(session: Session): Publisher {
  const { workspace, client } = session
  const mistakes = createMistakes(session)
  const ids = new WeakMap<Outcome, string>()
  let count = 0
  const reportOn = async (uri: string): Promise<Report> => {
    const outcome = await workspace.outcomeOf(uri)
    if (!outcome) return { id: 'closed', items: [] }
    const id = ids.get(outcome) ?? String(++count)
    ids.set(outcome, id)
    return { id, items: [...mistakes.note(outcome), ...itemsOf(outcome, session)] }
  }
  const sender = createSender(session, reportOn)
  const refresh = () => {
    if (!client.pulls) sender.schedule(workspace.uris())
    else if (client.refreshes) sender.askAgain()
  }
  return {
    reportOn,
    changed(uri, others) {
      if (!client.pulls) sender.schedule([uri])
      if (others) refresh()
    },
    closed(uri, others) {
      if (!client.pulls) sender.clear(uri)
      if (others) refresh()
    },
    refresh() {
      mistakes.forget()
      refresh()
    },
    stop: sender.stop,
  }
}

/** For editors that do not ask: reports are sent as soon as there is time, the last state of each text only. */
function createSender({ connection, workspace }: Session, reportOn: Publisher['reportOn']) {
  const due = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let asking: NodeJS.Timeout | undefined
  let lastTook = 0
  const send = async (uri: string) => {
    const { items } = await reportOn(uri)
    const version = workspace.versionOf(uri)
    if (version === undefined || due.has(uri)) return
    await connection.sendNotification(PublishDiagnosticsNotification.type, { uri, version, diagnostics: items })
  }
  const sendAll = async () => {
    const uris = [...due]
    due.clear()
    const began = performance.now()
    for (const uri of uris) await send(uri).catch((error: unknown) => logError(connection, error))
    lastTook = performance.now() - began
  }
  return {
    schedule(uris: readonly string[]) {
      for (const uri of uris) due.add(uri)
      clearTimeout(timer)
      timer = setTimeout(() => void sendAll(), Math.min(lastTook, longestWait))
    },
    clear(uri: string) {
      due.delete(uri)
      void connection.sendNotification(PublishDiagnosticsNotification.type, { uri, diagnostics: [] }).catch(() => {})
    },
    /** Who edits a bibliography must not have all other texts read at every letter. */
    askAgain() {
      clearTimeout(asking)
      asking = setTimeout(() => {
        connection.sendRequest(DiagnosticRefreshRequest.type).catch((error: unknown) => logError(connection, error))
      }, longestWait)
    },
    stop() {
      clearTimeout(timer)
      clearTimeout(asking)
    },
  }
}

function itemsOf(outcome: Outcome, { client, workspace }: Session): Diagnostic[] {
  if (outcome.isIgnored || outcome.mistake) return []
  const found = outcome.view ? diagnosticsOf(outcome.view, { related: client.related, uriOf: workspace.uriOf }) : []
  return [...outcome.failures.map(({ message }) => atTop(message)), ...found]
}
