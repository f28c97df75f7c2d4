import type { Candidate, Link, Member, Reading, Verdict } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import { normalizeLabel } from '../label.ts'
import type { Library } from '../library.ts'
import { linksAround } from '../links.ts'
import { alwaysRejected } from './rejections.ts'

/** What there is besides the keys and the entries of the document. */
export interface Surroundings {
  readonly reading: Reading
  readonly text: string
  readonly library: Library
}

/** What the document says of keys, worked out once. */
interface Evidence {
  readonly isKnown: (label: string) => boolean
  readonly isMeant: (label: string) => boolean
  /** It names a bibliography, or has records of its own. */
  readonly hasRecords: boolean
  /** Keys of the text are among its citations. */
  readonly hasKnownKeys: boolean
  /** Labels of link definitions, `@` included. */
  readonly defined: ReadonlySet<string>
  /** Tells of a label whether the document gives it to a figure, a section or an example. */
  readonly isPlace: (label: string) => boolean
}

/**
 * Keys of a bibliography. In brackets they count unless a link or a cross reference explains them; without, only where the
 * bibliography has them, or one that is nearly the same: anything else may be a handle.
 */
export function judgeCitekeys(
  candidates: readonly Candidate[],
  entries: readonly EntryDraft[],
  surroundings: Surroundings,
): Verdict[] {
  const evidence = evidenceOf(candidates, entries, surroundings)
  return candidates.map((candidate): Verdict => {
    const reason = alwaysRejected(candidate) ?? linkReason(candidate, evidence.defined)
    if (reason !== undefined) return { candidate, accepted: false, reason }
    const members = candidate.members.filter(({ label }) => evidence.isKnown(label) || !isPlace(label, evidence))
    if (members.length === 0)
      return {
        candidate,
        accepted: false,
        reason: 'it refers to a place of the document, such as a figure or a section',
      }
    return { candidate: { ...candidate, members }, ...judge(candidate, members, evidence) }
  })
}

function evidenceOf(
  candidates: readonly Candidate[],
  entries: readonly EntryDraft[],
  { reading, text, library }: Surroundings,
): Evidence {
  const own = new Map(entries.map((entry) => [entry.label, entry]))
  const isKnown = (label: string) => own.has(label) || library.find(label) !== undefined
  let places: ReadonlySet<string> | undefined
  return {
    isKnown,
    isMeant: (label) => label.length >= 6 && library.meant(label) !== undefined,
    hasRecords: library.isNamed || own.size > 0,
    hasKnownKeys: candidates.some(({ members }) => members.some(({ label }) => isKnown(label))),
    defined: new Set(reading.definitions.map(({ label }) => normalizeLabel(label))),
    isPlace: (label) => (places ??= placesIn(text)).has(label),
  }
}

type Answer = Pick<Verdict, 'accepted' | 'reason'>

const yes = (reason: string): Answer => ({ accepted: true, reason })
const no = (reason: string): Answer => ({ accepted: false, reason })

function judge(candidate: Candidate, members: readonly Member[], evidence: Evidence): Answer {
  if (members.some(({ label }) => evidence.isKnown(label))) return yes('the bibliography has its key')
  const { text } = candidate
  if (text.startsWith('\\')) {
    return isKnownCommand(text) ? yes('a command that cites holds it') : no('no key is known, and the command is not')
  }
  const isBare = /^-?@/.test(text)
  if (!isBare && !text.startsWith('[')) return yes('a role that cites holds it')
  if (/^\[cite[/:]/.test(text)) return yes('a link that cites holds it')
  const isMeant = members.some(({ label }) => evidence.isMeant(label))
  if (isBare) {
    return isMeant && evidence.hasKnownKeys
      ? yes('the bibliography has a key that is nearly the same')
      : no('no bibliography has this key: it may be a handle or a name')
  }
  if (isMeant) return yes('the bibliography has a key that is nearly the same')
  if (!isCitation(text)) return no('no bibliography has this key, and words stand around it: it may be a handle')
  return evidence.hasRecords
    ? yes('it stands in brackets, and the document has a bibliography')
    : yes('it stands in brackets, and no link definition has its label')
}

/** Each part of the bracket begins with its key, or with words that lead to a source. */
function isCitation(text: string): boolean {
  const parts = text.slice(1, -1).split(';')
  return parts.every((part) => leading.test(part))
}

const leading =
  /^\s*(?:[*_"“„(]*(?:see|see also|see esp\.|see e\.g\.,?|e\.g\.,?|cf\.?|compare|also|and|but see|in|from|by|quoted in|cited in|after|siehe|siehe auch|vgl\.?|vgl\. auch|z\. ?B\.|voir|voir aussi|par ex\.|véase|ver|vedi|zie|se|см\.|zob\.)[*_]*,?\s+)?-?@/iu

/** A link of the text explains what stands in it; so does a link definition with the label, wherever it stands. */
function linkReason({ block, at, to, text }: Candidate, defined: ReadonlySet<string>): string | undefined {
  if (linksAround(block, at, to).some(({ kind }) => kinds.has(kind))) return 'it is the text of a link'
  if (text.startsWith('[') && block.text[to] === '(') return 'it is the text of a link'
  return text.startsWith('[') && defined.has(normalizeLabel(text.slice(1, -1)))
    ? 'a link definition has its label'
    : undefined
}

const kinds: ReadonlySet<Link['kind']> = new Set(['inline', 'autolink', 'shortcut', 'collapsed', 'full', 'anchor'])

/** Labels of Quarto (`fig-`, `sec-` …), of pandoc-crossref (`fig:`) and of their kin. */
const placeLabel =
  /^(?:fig|subfig|suppfig|tbl|tab|lst|sec|eqn?|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|prf|alg|algo|nte|tip|wrn|imp|cau|ch|chap|app|app?endix|part|vid|video|note|fn|item|ex|figure|table|listing|section|equation|theorem|chapter)[-:._]/i

const isPlace = (label: string, evidence: Evidence) => placeLabel.test(label) || evidence.isPlace(label)

/** `{#id}`, `label: id` of a chunk, `\label{id}`, `(#id)`, and Pandoc's numbered examples `(@id)` at the start of a line. */
function placesIn(text: string): ReadonlySet<string> {
  const definition =
    /\{#([^\s{}]+)|\blabel:[ \t]*["']?([^\s"',}]+)|\\label\{([^{}]+)\}|\(\\?#([^\s()]+)\)|^[ \t]*\(@([\w-]+)\)|\bid=["']([^\s"']+)/gm
  return new Set([...text.matchAll(definition)].map((match) => match.slice(1).find((one) => one !== undefined)!))
}

/** Commands of LaTeX, natbib, biblatex and apacite; another one may have `cite` in its name and be about something else. */
const commands = new RegExp(
  String.raw`^\\(?:[Cc]ite|[Cc]ite(?:p|t|alp|alt|author|year|yearpar|num|title|date|url|A|NP|poss|field|ref)|(?:paren|text|foot|auto|smart|super|full|footfull|short|online|note|pnote|fnote|possessive)cite|(?:Paren|Text|Foot|Auto|Smart)cite|(?:paren|text|foot|auto|smart|super|full)?cites|(?:Paren|Text|Foot|Auto|Smart|C)cites)\*?(?![A-Za-z@])`,
)
const isKnownCommand = (text: string) => commands.test(text)
