import type { World } from './streams.ts'

interface Choice {
  readonly color?: true
  readonly 'no-color'?: true
}

/** Whether to colour: the flag, then NO_COLOR (no-color.org), then FORCE_COLOR, then what the stream is. */
export function wantsColor(values: Choice, env: World['env'], stream: { readonly isTTY?: boolean }): boolean {
  if (values['no-color']) return false
  if (values.color) return true
  if (env['NO_COLOR']) return false
  const force = env['FORCE_COLOR']
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}
