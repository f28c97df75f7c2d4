import * as v from 'valibot'
import type { Notation, Rule } from '../rule.ts'
import { formatNames } from '../source.ts'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Rules of somebody else's. A rule `dates` of a plugin `house` is configured as `house/dates`. */
export interface Plugin {
  readonly name: string
  readonly rules: readonly Rule[]
}

/** What a configuration may say about the weight of a rule. */
export const severityNames = ['error', 'warning', 'info', 'off'] as const
export type ConfiguredSeverity = (typeof severityNames)[number]

export const severitySchema = v.picklist(severityNames)

const isOptions = (value: unknown): value is object => isObject(value) && !Array.isArray(value)

/** Options are still unchecked here: each rule has a schema of its own for them. */

const rulesSchema = v.record(
  v.string(),
  v.union(
    [severitySchema, v.strictTuple([severitySchema, v.looseObject({})]), v.custom<object>(isOptions)],
    'expected a severity ("error", "warning", "info", "off"), options or [severity, options]',
  ),
)

/** How far the fixes of a rule are trusted. */
export const fixNames = ['safe', 'unsafe', 'off'] as const
export type ConfiguredFix = (typeof fixNames)[number]

const fixesSchema = v.pipe(
  v.record(v.string(), v.picklist(fixNames)),
  v.description(
    'Rules whose fixes are all "safe" (made by --fix), "unsafe" (made with --unsafe-fixes only) or "off"; by default, what ' +
      'each fix says of itself. None is made that would change what a marker leads to',
  ),
)

const patternsSchema = v.union([v.string(), v.array(v.string())], 'expected a pattern or a list of patterns')

const languageSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'expected a language tag such as "en" or "pt-BR"'),
  v.description('Language of the documents, as a BCP 47 tag'),
)

const formatSchema = v.pipe(
  v.picklist(formatNames),
  v.description('How the documents are read; by default, what the extension of the file says'),
)

const bibliographySchema = v.pipe(
  v.union([v.string(), v.array(v.string())], 'expected a path or a list of paths'),
  v.description(
    'Bibliographies of the documents besides those that they name themselves, relative to the configuration file',
  ),
)

const choice = (description: string) =>
  v.exactOptional(v.pipe(v.picklist(['auto', 'on', 'off']), v.description(description)))

const notationsSchema = v.pipe(
  v.strictObject({
    bracket: choice('`[12]`, `[1, 3-5]`'),
    footnote: choice('`[^n]`'),
    superscript: choice('`¹²`, `^12^`, `<sup>12</sup>`'),
    letter: choice('`[a]`, `[note 1]`'),
    link: choice('`[1]` with a link definition'),
    'inline-note': choice('`^[a note in place]`'),
    citekey: choice('`[@key]`, `@key`, `\\cite{key}`'),
    parenthesis: choice('`(12)`, `(1,3-5)` (default: "off")'),
  } satisfies Record<Notation, unknown>),
  v.description(
    'What may be a marker, by notation: "auto" (the document decides), "on" (all that could be one is), "off" (none is)',
  ),
)

const audit = (description: string) => v.exactOptional(v.pipe(severitySchema, v.description(description)))

const directivesSchema = v.strictObject({
  unused: audit('A directive that silences nothing (default: "warning")'),
  unknown: audit('A directive that names a rule that does not exist (default: "error")'),
  blanket: audit('A directive that names no rule (default: "off")'),
  undescribed: audit('A directive without a reason behind "--" (default: "off")'),
})

const overrideSchema = v.strictObject({
  files: v.pipe(
    patternsSchema,
    v.description('The documents that the override is for; a pattern without "/" matches file names in every folder'),
  ),
  excludedFiles: v.exactOptional(v.pipe(patternsSchema, v.description('Documents that it is not for'))),
  rules: v.exactOptional(v.pipe(rulesSchema, v.description('Rules by id: a severity, options, or both'))),
  fixes: v.exactOptional(fixesSchema),
  notations: v.exactOptional(notationsSchema),
  language: v.exactOptional(languageSchema),
  format: v.exactOptional(formatSchema),
  bibliography: v.exactOptional(bibliographySchema),
})

const bookSchema = v.strictObject({
  files: v.pipe(
    patternsSchema,
    v.description(
      'The files of the book in the order of reading: paths or patterns from the folder of the configuration; what one pattern finds is sorted by name, chapter-2 before chapter-10',
    ),
  ),
  scope: v.exactOptional(
    v.pipe(
      v.picklist(['chapter', 'book']),
      v.description(
        '"chapter" (the default): each file numbers by itself, and entries that it has not are looked up in files that hold nothing but notes; "book": one numbering and one set of entries runs through all files',
      ),
    ),
  ),
})

/** Made by `defineRule`, as far as can be seen from outside; the plugin may bring a valibot of its own. */
export function isRule(value: unknown): value is Rule {
  if (!isObject(value) || !('id' in value && 'check' in value)) return false
  const { id, check, options } = value as Partial<Rule>
  return typeof id === 'string' && typeof check === 'function' && isObject(options) && '~run' in options
}

export function isPlugin(value: unknown): value is Plugin {
  if (!isObject(value)) return false
  const { name, rules } = value as Partial<Plugin>
  return typeof name === 'string' && name !== '' && Array.isArray(rules) && rules.every(isRule)
}

const pluginSchema = v.union(
  [v.string(), v.custom<Plugin>(isPlugin)],
  'expected a path, a package or { name, rules } with rules made by defineRule',
)

/** A configuration as users write it. */
export const configSchema = v.strictObject({
  $schema: v.exactOptional(v.pipe(v.string(), v.description('Where editors find the schema of this file'))),
  extends: v.exactOptional(
    v.pipe(
      v.union([v.string(), v.array(v.string())], 'expected a preset, package or path, or a list of them'),
      v.description(
        'Presets ("recommended", "strict", or a style such as "ieee"), packages or paths, CSL styles among them, that this ' +
          'configuration builds on; later ones win. Without it, "recommended"; with an empty list, nothing',
      ),
    ),
  ),
  style: v.exactOptional(
    v.pipe(v.string(), v.description('Path of a CSL style, whose citation layout the documents follow')),
  ),
  plugins: v.exactOptional(
    v.pipe(v.array(pluginSchema), v.description('Paths or packages with rules of your own, made by defineRule')),
  ),
  rules: v.exactOptional(v.pipe(rulesSchema, v.description('Rules by id: a severity, options, or both'))),
  fixes: v.exactOptional(fixesSchema),
  notations: v.exactOptional(notationsSchema),
  overrides: v.exactOptional(
    v.pipe(v.array(overrideSchema), v.description('What is different for some documents; later ones win')),
  ),
  ignores: v.exactOptional(
    v.pipe(v.array(v.string()), v.description('Documents that are left out, written as in a .gitignore file')),
  ),
  project: v.exactOptional(
    v.pipe(
      v.union([bookSchema, v.array(bookSchema)], 'expected a book { files, scope } or a list of them'),
      v.description('Files that are read together as one book, such as chapters and their notes'),
    ),
  ),
  language: v.exactOptional(languageSchema),
  format: v.exactOptional(formatSchema),
  bibliography: v.exactOptional(bibliographySchema),
  directives: v.exactOptional(
    v.pipe(directivesSchema, v.description('How `<!-- footlint-disable… -->` comments are themselves checked')),
  ),
})

export type Config = v.InferInput<typeof configSchema>
export type RulesConfig = NonNullable<Config['rules']>

/** Gives a configuration in JavaScript or TypeScript its type; returns it as it is. */
export function defineConfig(config: Config): Config {
  return config
}
