/**
 * What processes that are measured find around them: what is set for this one, but for certificates that Node 20 would read before
 * anything else, which takes it longer than all the rest of its start, and options of its own.
 */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_EXTRA_CA_CERTS: undefined,
  NODE_OPTIONS: undefined,
}
