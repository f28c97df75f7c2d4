import type { ProtocolConnection } from 'vscode-languageserver-protocol'
import type { Client } from './client.ts'
import type { Workspace } from './workspace.ts'

/** One editor, from `initialize` to `exit`. */
export interface Session {
  readonly connection: ProtocolConnection
  readonly workspace: Workspace
  readonly client: Client
}
