import type { LinkDefinition, Redefinition } from './document.ts'
import { normalizeLabel } from './label.ts'

/**
 * Definitions of links whose label has one already, where it is a word; those with a number are entries. A comment that
 * is written as a definition (`[//]: #`, `[comment]: <>`) leads nowhere and may come any number of times.
 */
export function findRedefinitions(definitions: readonly LinkDefinition[], text: string): Redefinition[] {
  const firsts = new Map<string, LinkDefinition>()
  const found: Redefinition[] = []
  for (const definition of definitions) {
    if (/^\d{1,4}$/.test(definition.label) || /^#?$/.test(definition.url)) continue
    const label = normalizeLabel(definition.label)
    const first = firsts.get(label)
    if (!first) firsts.set(label, definition)
    else {
      const { start, end } = definition.labelRange
      found.push({ labelText: text.slice(start, end), definition, first })
    }
  }
  return found
}
