import { LogMessageNotification, MessageType, ShowMessageNotification } from 'vscode-languageserver-protocol'
import type { ProtocolConnection } from 'vscode-languageserver-protocol'

/** What went wrong without anybody waiting for it. */
export function logError(connection: ProtocolConnection, error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  void connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message }).catch(() => {})
}

/** What the person in front of the editor has to know. */
export function tell(connection: ProtocolConnection, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
}
