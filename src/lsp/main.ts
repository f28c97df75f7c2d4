import { createProtocolConnection, LSPErrorCodes, Message, ResponseError } from 'vscode-languageserver-protocol/node'
import type { ResponseMessage } from 'vscode-languageserver-protocol/node'
import type { ProjectOptions } from '../project/visit.ts'
import { serve } from './server.ts'

/** Speaks the language server protocol over two streams until the other side is gone. Gives the exit code. */
export function serveStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  options: ProjectOptions,
  home: string,
): Promise<number> {
  const connection = createProtocolConnection(input, output, undefined, {
    connectionStrategy: { cancelUndispatched },
  })
  return serve(connection, options, home)
}

/** What was cancelled before its turn came is not worked out. */
function cancelUndispatched(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message)) return undefined
  const error = new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled').toJson()
  return { jsonrpc: message.jsonrpc, id: message.id, error }
}
