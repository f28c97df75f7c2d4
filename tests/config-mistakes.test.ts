import { describe, expect, it } from 'vitest'
import { checkShape } from '../src/config/layer.ts'
import { broken, problem } from './config-resolving.ts'

describe('a mistake', () => {
  it.each([
    [{ rule: {} }, 'rule: unknown key, did you mean `rules`?'],
    [{ rules: 5 }, 'rules: expected an object, found 5'],
    [{ 'odd key': 5 }, /^\["odd key"\]: unknown key, expected \$schema, extends, style, plugins, .* or directives$/],
    [{ rules: { gpa: 'error' } }, 'rules.gpa: unknown rule, did you mean `gap`?'],
    [{ rules: { whatever: 'error' } }, 'rules.whatever: unknown rule'],
    [{ rules: { toString: 'error' } }, 'rules.toString: unknown rule'],
    [{ rules: { 'hous/dates': 'off' } }, 'rules["hous/dates"]: unknown rule, there is no plugin `hous`'],
    [
      { rules: { gap: 'eror' } },
      'rules.gap: expected a severity ("error", "warning", "info", "off"), options or [severity, options], found "eror", did you mean "error"?',
    ],
    [
      { rules: { gap: 2 } },
      'rules.gap: expected a severity ("error", "warning", "info", "off"), options or [severity, options], found 2',
    ],
    [
      { rules: { gap: ['wraning', {}] } },
      'rules.gap[0]: expected "error", "warning", "info" or "off", found "wraning", did you mean "warning"?',
    ],
    [{ rules: { spacing: { befor: 'one' } } }, 'rules.spacing.befor: unknown key, did you mean `before`?'],
    [{ notations: { brackets: 'off' } }, 'notations.brackets: unknown key, did you mean `bracket`?'],
    [{ notations: { bracket: 'no' } }, 'notations.bracket: expected "auto", "on" or "off", found "no"'],
    [
      { overrides: [{ files: '*', notations: { bracket: true } }] },
      'overrides[0].notations.bracket: expected "auto", "on" or "off", found true',
    ],
    [{ style: 5 }, 'style: expected a string, found 5'],
    [{ rules: { gap: ['error'] } }, 'rules.gap[1]: expected an object, found nothing'],
    [{ rules: { gap: ['error', {}, 1] } }, 'rules.gap[2]: expected nothing more, found 1'],
    [
      { rules: { spacing: ['error', { before: 'hous' }] } },
      'rules.spacing[1].before: expected "house", "none" or "one", found "hous", did you mean "house"?',
    ],
    [{ rules: { spacing: ['off', { befor: 'one' }] } }, 'rules.spacing[1].befor: unknown key, did you mean `before`?'],
    [{ rules: { spacing: ['off', { limits: { mots: 1 } }] } }, 'rules.spacing[1].limits: expected the key "most"'],
    [
      { rules: { spacing: ['off', { limits: { most: 1, mots: 1 } }] } },
      'rules.spacing[1].limits.mots: unknown key, did you mean `most`?',
    ],
    [{ rules: { spacing: ['off', { limits: { most: 0 } }] } }, 'rules.spacing[1].limits.most: expected >=1, found 0'],
    [{ rules: { spacing: ['off', { ignore: ['a', 7] }] } }, 'rules.spacing[1].ignore[1]: expected a string, found 7'],
    [{ rules: { gap: ['off', { any: 1 }] } }, 'rules.gap[1].any: unknown key, expected none'],
    [
      { overrides: [{ files: 'never.md', rules: { gpa: 'off' } }] },
      'overrides[0].rules.gpa: unknown rule, did you mean `gap`?',
    ],
    [{ overrides: [{ rules: {} }] }, 'overrides[0]: expected the key "files"'],
    [{ overrides: [{ files: '*', rulse: {} }] }, 'overrides[0].rulse: unknown key, did you mean `rules`?'],
    [{ overrides: [{ files: 3 }] }, 'overrides[0].files: expected a pattern or a list of patterns, found 3'],
    [{ overrides: [{ files: ['*', 3] }] }, 'overrides[0].files[1]: expected a string, found 3'],
    [{ directives: { unsued: 'off' } }, 'directives.unsued: unknown key, did you mean `unused`?'],
    [{ language: 'en_US' }, 'language: expected a language tag such as "en" or "pt-BR", found "en_US"'],
    [
      { format: 'markdwon' },
      'format: expected "markdown", "text", "html", "mdx", "quarto", "notebook", "org" or "latex", found "markdwon", did you mean "markdown"?',
    ],
    [{ ignores: 'vendor' }, 'ignores: expected a list, found "vendor"'],
    [
      { plugins: [{ name: 'x', rules: [{ id: 'a' }] }] },
      'plugins[0]: expected a path, a package or { name, rules } with rules made by defineRule, found {"name":"x","rules":[{"id":"a"}]}',
    ],
    [{ extends: 4 }, 'extends: expected a preset, package or path, or a list of them, found 4'],
  ])('in %j is told in one line', (config, message) => {
    const told = broken(config)
    expect(told.startsWith('.footlintrc.yaml: ')).toBe(true)
    expect(told.slice('.footlintrc.yaml: '.length)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    )
  })

  it('in the whole is told too', () => {
    expect(problem(() => checkShape([], { name: 'a.json', place: [], folder: '/' }))).toBe(
      'a.json: expected an object, found []',
    )
    expect(problem(() => checkShape('x', { name: 'package.json', place: ['footlint'], folder: '/' }))).toBe(
      'package.json: footlint: expected an object, found "x"',
    )
  })

  it('shows no more of a value than fits in a line', () => {
    expect(broken({ format: 'x'.repeat(500) })).toBe(
      `.footlintrc.yaml: format: expected "markdown", "text", "html", "mdx", "quarto", "notebook", "org" or "latex", found "${'x'.repeat(56)}…`,
    )
  })
})
