import type * as v from 'valibot'
import { renderMessage, milder } from './finding.ts'
import type { Datum, Finding, Fix, Related, Severity } from './finding.ts'
import type { Document, Series } from './document/document.ts'
import type { OrderlyNotes } from './document/orderly/orderly.ts'
import { renumberFix } from './renumber/fix.ts'
import type { Range } from './source.ts'

export type { Document, Range, Finding, Fix, Severity }
export type * from './document/document.ts'
export type { OrderlyNotes }

/** Names between double braces in a message template: `'a {{b}} {{c}}'` → `'b' | 'c'`. */
type Placeholders<T extends string> = T extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
type DataOf<T extends string> = { readonly [Name in Placeholders<T>]: Datum } & { readonly [name: string]: Datum }

type Messages = Readonly<Record<string, string>>
// biome-ignore: the input of a schema is whatever a configuration file holds
type OptionsSchema = v.GenericSchema<any, object>

/** What a rule may add to a finding. `severity` asks for less than the configured one, never for more. */
export interface Extras {
  readonly severity?: Severity
  readonly fix?: Fix
  readonly related?: readonly Related[]
}

type Report<M extends Messages> = <Id extends keyof M & string>(
  messageId: Id,
  range: Range,
  data: DataOf<M[Id]>,
  extras?: Extras,
) => Finding

/** All that a rule gets to see. */
export interface Context<M extends Messages, O, Read extends keyof Document = keyof Document> {
  readonly document: Pick<Document, Read>
  readonly options: O
  readonly report: Report<M>
  /** A fix that numbers a series anew: by first citation, or with its order kept and its gaps closed. */
  readonly renumber: (series: Series, order: 'cited' | 'kept') => Fix
}

/** A rule as the linter runs it. Made by `defineRule`, never by hand. */
export interface Rule {
  readonly id: string
  readonly summary: string
  readonly severity: Severity
  /** Its severity where nothing is configured. */
  readonly recommended: Severity | 'off'
  readonly fixable: 'safe' | 'unsafe' | undefined
  readonly options: OptionsSchema
  readonly messages: Messages
  readonly url?: string | undefined
  /** Whether it finds nothing where footnotes in order are all that there is; without it, a rule has to look at every document. */
  readonly silentOn: ((notes: OrderlyNotes, options: object) => boolean) | undefined
  /** What it reads of a document, if that is little. */
  readonly reads: readonly (keyof Document)[] | undefined
  /** `options` has passed the rule's schema; `severity` is the configured one. */
  check(document: Document, options: object, severity: Severity): Iterable<Finding>
}

/** What a rule is made of. */
interface RuleDraft<M extends Messages, S extends OptionsSchema, Read extends keyof Document> {
  readonly id: string
  readonly summary: string
  readonly severity: Severity
  readonly recommended?: 'off'
  readonly fixable?: 'safe' | 'unsafe'
  readonly options: S
  readonly messages: M
  readonly url?: string
  silentOn?(notes: OrderlyNotes, options: v.InferOutput<S>): boolean
  readonly reads?: readonly Read[]
  check(context: Context<M, v.InferOutput<S>, Read>): Iterable<Finding>
}

/**
 * Makes a rule module. The compiler reads the message templates: an unknown message id, a missing datum or a misspelt
 * option does not compile.
 *
 * - `id`: kebab-case, `<thing>-<problem>`; in a plugin it is used behind the plugin's name
 * - `messages`: one sentence each, without a full stop; `{{name}}` stands for a datum
 * - `recommended`: `off` for a rule that nobody wants without having asked for it
 * - `silentOn`: tells documents in which it finds nothing, where all that they hold are footnotes in order; a rule that has it finds
 *   nothing either where there is no marker and no entry at all. Most documents are like that, and need not be read then
 * - `reads`: all that it reads of a document. A rule that reads nothing but `source` and `uncited` need not have a document read whose
 *   footnotes are in order but for those that nothing cites
 * - `check`: yields findings; it must not keep state between documents
 */
export function defineRule<
  const M extends Messages,
  S extends OptionsSchema,
  const Read extends keyof Document = keyof Document,
>(rule: RuleDraft<M, S, Read>): Rule {
  const { id, summary, severity: proposed, recommended = proposed, fixable, messages, url, silentOn, reads } = rule
  let schema: S | undefined
  return {
    id,
    summary,
    severity: proposed,
    recommended,
    fixable,
    messages,
    url,
    silentOn,
    reads,
    // In the bundle, what checks them is made when somebody asks for it.
    get options() {
      return (schema ??= rule.options)
    },
    check(document, options, severity) {
      const report = reporterOf(rule, severity)
      const renumber = (series: Series, order: 'cited' | 'kept') => renumberFix(document, series, order)
      return rule.check({ document, options, report, renumber })
    },
  }
}

/** Makes findings of one rule. */
function reporterOf<M extends Messages>(
  { id, messages, url }: { readonly id: string; readonly messages: M; readonly url?: string },
  severity: Severity,
): Report<M> {
  return (messageId, range, data, extras = plain) => {
    const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
      rule: id,
      messageId,
      severity: milder(severity, extras.severity ?? severity),
      message: renderMessage(messages[messageId]!, data),
      data,
      range: rangeOnly(range),
      related: extras.related?.map((one) => ({ message: one.message, range: rangeOnly(one.range) })) ?? none,
    }
    if (extras.fix) finding.fix = extras.fix
    if (url !== undefined) finding.url = url
    return finding
  }
}

const plain: Extras = {}
const none: readonly Related[] = []

/** Markers and entries are ranges too; what they hold besides would make a finding a graph that no JSON can carry. */
const rangeOnly = ({ start, end }: Range): Range => ({ start, end })
