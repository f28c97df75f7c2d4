import type { Rule } from '../rule.ts'
import { isPlugin, isRule } from './schema.ts'
import type { Plugin } from './schema.ts'

/**
 * Makes a plugin of what a module exports: a plugin, a list of rules, one rule, or rules under names of their own.
 * `undefined`: there is no rule in it.
 */
export function pluginOf(exported: object, reference: string): Plugin | undefined {
  const main: unknown = 'default' in exported ? exported.default : exported
  if (isPlugin(main)) return main
  if (isPlugin(exported)) return exported
  const candidates: readonly unknown[] = Array.isArray(main) ? main : [main, ...values(main), ...values(exported)]
  const rules = [...new Set(candidates.filter(isRule))]
  return rules.length === 0 ? undefined : { name: pluginName(reference), rules }
}

const values = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null && !isRule(value) ? Object.values(value) : []

/** `./lint/house.ts` → `house`, `footlint-plugin-house` → `house`, `@press/footlint-plugin` → `@press`. */
export function pluginName(reference: string): string {
  if (/^(?:\.|\/|[A-Za-z]:)/.test(reference)) {
    const file = reference.split(/[\\/]/).at(-1)!
    return file.replace(/\.[cm]?[jt]s$/, '')
  }
  return reference.replace(/(^|\/)footlint-plugin(?:-|$)/, '$1').replace(/\/$/, '') || reference
}

/** The rules of a plugin under the ids that a configuration uses, which their findings carry too. */
export function pluginRules(plugin: Plugin): readonly Rule[] {
  return plugin.rules.map((rule): Rule => {
    const id = `${plugin.name}/${rule.id}`
    return {
      ...rule,
      id,
      *check(document, options, severity) {
        for (const finding of rule.check(document, options, severity)) yield { ...finding, rule: id }
      },
    }
  })
}
