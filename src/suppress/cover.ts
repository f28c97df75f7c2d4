import type { Finding } from '../finding.ts'
import { lineAt } from '../source.ts'
import type { Commented, Directive, Mention } from './directive.ts'
import { nextTextLines } from './lines.ts'

/** Says which mention of a rule silences a finding. To be asked in the order of the text. */
export interface Cover {
  readonly mentionFor: (finding: Finding) => Mention | undefined
  /** `enable` directives that ended something. To be asked when all findings have been seen. */
  readonly effective: () => ReadonlySet<Mention>
}

/**
 * A finding belongs to the line on which its range starts. Of several directives that cover it, the narrowest silences
 * it: a line before a stretch before a file. The wider one is reported where it silences nothing else, never both.
 */
export function coverOf(document: Commented, directives: readonly Directive[]): Cover {
  const lines = linesOf(document, directives)
  const stretches = stretchesOf(directives)
  const file = new Map<string | undefined, Mention>()
  for (const directive of directives) {
    if (directive.verb !== 'disable-file') continue
    for (const mention of directive.mentions) file.set(mention.rule, mention)
  }
  return {
    mentionFor({ rule, range }) {
      stretches.moveTo(range.start)
      const line = lineAt(document.source, range.start)
      const narrow = lines.get(lineKey(line, rule)) ?? lines.get(lineKey(line, undefined)) ?? stretches.covering(rule)
      return narrow ?? file.get(rule) ?? file.get(undefined)
    },
    effective() {
      stretches.moveTo(document.source.text.length)
      return stretches.effective
    },
  }
}

const lineKey = (line: number, rule: string | undefined) => (rule === undefined ? `${line}` : `${line} ${rule}`)

function linesOf(document: Commented, directives: readonly Directive[]): ReadonlyMap<string, Mention> {
  const { source, comments } = document
  const lines = new Map<string, Mention>()
  const below = directives.some(({ verb }) => verb === 'disable-next-line')
    ? nextTextLines(source, comments)
    : undefined
  for (const { verb, comment, mentions } of directives) {
    if (verb !== 'disable-line' && verb !== 'disable-next-line') continue
    const line = verb === 'disable-line' ? lineAt(source, comment.start) : below!(lineAt(source, comment.end - 1))
    for (const mention of mentions) lines.set(lineKey(line, mention.rule), mention)
  }
  return lines
}

/** What `disable` and `enable` have switched, as one goes through the text. */
function stretchesOf(directives: readonly Directive[]) {
  const switches = directives.filter(({ verb }) => verb === 'disable' || verb === 'enable')
  const open = new Map<string | undefined, Mention>()
  /** Rules that were enabled again while all were disabled. */
  const excepted = new Set<string>()
  const effective = new Set<Mention>()
  let position = 0

  const covering = (rule: string) => open.get(rule) ?? (excepted.has(rule) ? undefined : open.get(undefined))
  const disable = (mention: Mention) => {
    if (mention.rule === undefined) excepted.clear()
    open.set(mention.rule, mention)
  }
  const enable = (mention: Mention) => {
    const { rule } = mention
    if (rule === undefined ? open.size > 0 : covering(rule)) effective.add(mention)
    if (rule === undefined) open.clear()
    else if (open.has(undefined)) excepted.add(rule)
    open.delete(rule)
  }
  return {
    effective,
    covering,
    moveTo(offset: number) {
      for (; position < switches.length && switches[position]!.comment.start <= offset; position++) {
        const { verb, mentions } = switches[position]!
        for (const mention of mentions) (verb === 'enable' ? enable : disable)(mention)
      }
    },
  }
}
