import type { Document } from '../../document/document.ts'
import type { FileResult, Finding } from '../../finding.ts'
import type { Settings } from '../../settings.ts'
import type { Id, LineRecord, TextSource } from './record.ts'

/** A text with its sources below it, as a list that its markers point to. */
export interface Listed {
  readonly text: string
  /** Where the text ends that was given. */
  readonly length: number
  /** Where the label of each source begins. */
  readonly starts: readonly number[]
}

/** A source of which something is said: its number, and its id where it has one. */
export interface SourcePlace {
  readonly number: number
  readonly id?: Id
}

/** Puts the sources below a text, in the notation that the text cites in. */
export function listSources({ text, format }: LineRecord, sources: readonly TextSource[]): Listed {
  const isMarkdown = format !== 'text'
  const isNoted = isMarkdown && /\[\^[^\]\s]+\](?!:)/.test(text)
  let listed = `${text}${isMarkdown ? openFence(text) : ''}\n\n${isMarkdown ? '## References\n\n' : ''}`
  const starts = sources.map((source, index) => {
    const start = listed.length
    const label = labelOf(source, index)
    listed += `${isNoted ? `[^${label}]:` : `[${label}]`} ${wordsOf(source)}\n\n`
    return start
  })
  return { text: listed, length: text.length, starts }
}

/** What closes a block of code that the text leaves open, so that the sources are no part of it. */
function openFence(text: string): string {
  let open = ''
  for (const [, fence = ''] of text.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (open === '') open = fence
    else if (fence.startsWith(open)) open = ''
  }
  return open === '' ? '' : `\n${open}`
}

/** Where sources are given, a bracket with a number means one of them: nothing has to speak for it. */
export function settingsForSources(settings: Settings): Settings {
  const { bracket = 'auto', ...notations } = settings.notations ?? {}
  return { ...settings, notations: { ...notations, bracket: bracket === 'off' ? 'off' : 'on' } }
}

const labelOf = ({ id }: TextSource, index: number) =>
  /^[\w.-]{1,100}$/.test(String(id ?? '')) ? String(id) : String(index + 1)

/** In one line, and without anything that would be read as more than words. */
function wordsOf({ title = '', url = '' }: TextSource): string {
  const words = title
    .replace(/[^\p{L}\p{N} .,:;'-]+/gu, ' ')
    .trim()
    .slice(0, 200)
  return /[\p{L}\p{N}]/u.test(words) ? words : url.replace(/[^\w:/.-]+/g, '') || 'Source'
}

/** Rules about an order, which the sources have and the text need not follow. */
const orderRules = new Set(['marker-order', 'series-start', 'marker-notation'])

/** What is found in the text itself, in words for a text whose entries are sources. */
export function findingsInText({ findings }: FileResult, { length, starts }: Listed): Finding[] {
  const isInText = ({ end }: { readonly end: number }) => end <= length
  return findings
    .filter(({ range, rule }) => isInText(range) && !orderRules.has(rule))
    .map(({ fix, related, ...finding }) => {
      const isKept = fix?.edits.every(isInText) ?? false
      const own = related.filter(({ range }) => isInText(range))
      return inWords({ ...finding, related: own, ...(isKept && fix && { fix }) }, starts.length)
    })
}

/** To a marker beyond the sources, no other one is near: nobody mistyped it. */
function inWords(finding: Finding, count: number): Finding {
  if (finding.rule !== 'marker-undefined') return finding
  const { nearest: _, ...data } = finding.data
  const given = count === 1 ? '1 source is given' : `${count} sources are given`
  return {
    ...finding,
    messageId: 'undefined',
    message: `\`${String(data['marker'])}\` names no source, ${given}`,
    data,
  }
}

/** Sources that nothing in the text cites. */
export function unusedSources(
  { series }: Pick<Document, 'series'>,
  { starts }: Listed,
  sources: readonly TextSource[],
): SourcePlace[] {
  const entries = series.flatMap((one) => one.entries)
  const cited = new Set(entries.filter(({ markers }) => markers.length > 0).map(({ labelRange }) => labelRange.start))
  return sources.flatMap(({ id }, index) =>
    cited.has(starts[index]!) ? [] : [{ number: index + 1, ...(id !== undefined && { id }) }],
  )
}
