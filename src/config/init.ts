import { rules as builtInRules } from '../../rules/index.ts'
import type { Rule } from '../rule.ts'
import { stylePresets } from './presets/index.ts'

/** What `footlint init` writes. */
export const initFileName = '.footlintrc.yaml'

/** A configuration that changes nothing and shows all that could be changed. */
export function initText(rules: readonly Rule[] = builtInRules): string {
  const longest = Math.max(0, ...rules.map((rule) => `${rule.id}: ${rule.recommended}`.length))
  const lines = rules.map((rule) => `  # ${`${rule.id}: ${rule.recommended}`.padEnd(longest)}  # ${rule.summary}`)
  return `# yaml-language-server: $schema=node_modules/footlint/schema.json
# Configuration of footlint. What is not said here is as in the preset.

# "recommended", "strict", a style (${[...stylePresets.keys()].join(', ')}),
# or a path or package; a list of them: later ones win.
extends: recommended

# A style in the Citation Style Language: what its citation layout says applies.
# style: journal.csl

# What is taken for a marker: auto, on or off.
# notations:
#   letter: off

# Language of the documents, where it matters.
# language: en

# Documents that are left out, written as in a .gitignore file.
# ignores:
#   - vendor/

# error, warning, info or off; or { option: value }; or [severity, { option: value }].
# \`footlint explain <rule>\` shows what a rule is about and which options it takes.
rules:
${lines.join('\n')}

# Files that are read together as one book, in the order of reading; scope is chapter or book.
# project:
#   files: [chapter-*.md, notes.md]
#   scope: book

# What is different for some documents; later ones win.
# overrides:
#   - files: 'drafts/**'
#     rules:
#       <rule>: off
`
}
