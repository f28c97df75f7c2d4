import { hash } from 'node:crypto'
import type { Resolution } from '../config/resolve.ts'

/** As many characters of a hash are kept: 144 bits. */
const length = 24

export const digest = (data: string | Uint8Array): string => hash('sha256', data, 'base64url').slice(0, length)

/** Rules of plugins have the name of it in their ids. */
const isOfPlugin = (id: string) => id.includes('/')
const known = new WeakMap<Resolution, string>()

/**
 * A hash of all that is configured for a document. `undefined` where its result is more than a function of that and its
 * text: rules of plugins may do anything, and bibliographies are files of their own.
 */
export function digestOf(resolution: Resolution): string | undefined {
  let found = known.get(resolution)
  if (found === undefined) {
    const { settings, format, language, bibliography } = resolution
    if (bibliography || settings.rules.some(({ rule }) => isOfPlugin(rule.id))) return undefined
    const own = settings.rules.map(({ rule, severity, options, fixes }) => [rule.id, severity, options, fixes])
    const all = [own, settings.notations, settings.directives, [...settings.knownRules], format, language]
    found = digest(JSON.stringify(all))
    known.set(resolution, found)
  }
  return found
}
