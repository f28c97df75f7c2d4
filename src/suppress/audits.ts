import { renderMessage } from '../finding.ts'
import type { Data, Finding, Fix } from '../finding.ts'
import { nearest } from '../nearest.ts'
import type { DirectiveSettings, Settings } from '../settings.ts'
import type { Range, Source } from '../source.ts'
import { verbs } from './directive.ts'
import type { Directive, Mention } from './directive.ts'
import { removalOf } from './removal.ts'

/** The checks of directives themselves, described like rules for those who list or explain them. */
export const audits = {
  unused: {
    id: 'directive-unused',
    summary: 'A directive has to silence something',
    severity: 'warning',
    fixable: 'safe',
    messages: {
      directive: '`footlint-{{verb}}` silences nothing',
      rule: '`footlint-{{verb}}` silences nothing of `{{rule}}`',
      off: '`footlint-{{verb}}` silences `{{rule}}`, which is off',
      enable: '`footlint-enable` enables nothing, expected a `footlint-disable` before it',
    },
  },
  unknown: {
    id: 'directive-unknown',
    summary: 'A directive has to be one that exists, and to name rules that exist',
    severity: 'error',
    fixable: undefined,
    messages: {
      rule: 'Rule `{{rule}}` does not exist',
      ruleNearest: 'Rule `{{rule}}` does not exist, did you mean `{{nearest}}`?',
      verb: 'Directive `footlint-{{verb}}` does not exist, expected one of {{verbs}}',
      verbNearest: 'Directive `footlint-{{verb}}` does not exist, did you mean `footlint-{{nearest}}`?',
    },
  },
  blanket: {
    id: 'directive-blanket',
    summary: 'A directive has to name the rules that it silences',
    severity: 'off',
    fixable: undefined,
    messages: { blanket: '`footlint-{{verb}}` silences all rules, expected the ids of those it is for' },
  },
  undescribed: {
    id: 'directive-undescribed',
    summary: 'A directive has to give a reason',
    severity: 'off',
    fixable: undefined,
    messages: { undescribed: '`footlint-{{verb}}` gives no reason, expected one behind `--`' },
  },
} as const

type Audit = keyof DirectiveSettings

interface Context {
  readonly source: Source
  readonly settings: Settings
  /** Mentions that silenced a finding, or ended a stretch. */
  readonly used: ReadonlySet<Mention>
}

/** What there is to say about the directives of a document. */
export function auditDirectives(directives: readonly Directive[], context: Context): Finding[] {
  return directives.flatMap((directive) => {
    const found = directive.verb === undefined ? [unknownVerb(directive, context)] : auditKnown(directive, context)
    return found.filter((one) => one !== undefined)
  })
}

function auditKnown(directive: Directive, context: Context): (Finding | undefined)[] {
  const { comment, mentions, reason, word: verb } = directive
  const isUnknown = ({ rule }: Mention) => rule !== undefined && !context.settings.knownRules.has(rule)
  const unknown = mentions.filter(isUnknown).map((mention) => unknownRule(mention, context))
  const found = [
    ...unknown,
    ...unusedOf(
      directive,
      mentions.filter((mention) => !isUnknown(mention)),
      context,
    ),
  ]
  if (verb === 'enable') return found
  if (mentions[0]!.rule === undefined)
    found.push(finding('blanket', 'blanket', { range: comment, data: { verb } }, context))
  if (reason === undefined)
    found.push(finding('undescribed', 'undescribed', { range: comment, data: { verb } }, context))
  return found
}

function unknownVerb({ word, wordRange }: Directive, context: Context): Finding | undefined {
  const near = nearest(word, verbs)
  const data = near === undefined ? { verb: word, verbs } : { verb: word, nearest: near }
  return finding('unknown', near === undefined ? 'verb' : 'verbNearest', { range: wordRange, data }, context)
}

function unknownRule(mention: Mention, context: Context): Finding | undefined {
  const rule = mention.rule!
  const near = nearest(rule, context.settings.knownRules)
  const data = near === undefined ? { rule } : { rule, nearest: near }
  return finding('unknown', near === undefined ? 'rule' : 'ruleNearest', { range: mention, data }, context)
}

/** One finding where all of a directive is unused, otherwise one for each rule that could be left out. */
function unusedOf(directive: Directive, known: readonly Mention[], context: Context): (Finding | undefined)[] {
  const { word: verb, comment, mentions } = directive
  const unused = known.filter((mention) => !context.used.has(mention))
  if (unused.length === mentions.length && mentions.length > 0) {
    const [only] = unused.length === 1 ? unused : []
    const data = only?.rule === undefined ? { verb } : { verb, rule: only.rule }
    const fix: Fix = { title: 'Remove the directive', ...removalOf(comment, context.source) }
    return [finding('unused', messageFor(only, verb, context), { range: comment, data, fix }, context)]
  }
  return unused.map((mention) => {
    const { start, end } = mention.removal
    const fix: Fix = {
      title: `Remove \`${mention.rule}\` from the directive`,
      safe: true,
      edits: [{ start, end, text: '' }],
    }
    const what = { range: mention, data: { verb, rule: mention.rule! } }
    // Where the place of the id is not known, the range is the whole comment, which has to stay.
    return finding(
      'unused',
      messageFor(mention, verb, context),
      mention.removal === comment ? what : { ...what, fix },
      context,
    )
  })
}

function messageFor(mention: Mention | undefined, verb: string, { settings }: Context): string {
  if (verb === 'enable') return 'enable'
  if (mention?.rule === undefined) return 'directive'
  return settings.rules.some(({ rule }) => rule.id === mention.rule) ? 'rule' : 'off'
}

interface What {
  readonly range: Range
  readonly data: Data
  readonly fix?: Fix
}

function finding(
  audit: Audit,
  messageId: string,
  { range, data, fix }: What,
  { settings }: Context,
): Finding | undefined {
  const severity = settings.directives?.[audit] ?? 'off'
  if (severity === 'off') return undefined
  const { id, messages } = audits[audit]
  const template = (messages as Readonly<Record<string, string>>)[messageId]!
  return {
    rule: id,
    messageId,
    severity,
    message: renderMessage(template, data),
    data,
    range: { start: range.start, end: range.end },
    related: [],
    ...(fix && { fix }),
  }
}
