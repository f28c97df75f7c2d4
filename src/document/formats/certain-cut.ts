import { beginsWords, isBlank, mayCloseFence } from './flow/lines.ts'

/** Marks of containers at the start of a line. */
const containers =
  /^[ \t]*(?:>[ \t]?|[-+*](?:[ \t]+|(?=[\r\n]|$))|\d{1,9}[.)](?:[ \t]+|(?=[\r\n]|$))|\[\^[^\]\s]+\]:[ \t]*)*/
const fencePattern = /^(?:(`{3,})(?!.*`)|(~{3,})|(\${2,})(?!.*\$))/
const listMarker = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))([ \t]+|(?=[\r\n]|$))/
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}[\r\n]*$/
const noteMarker = /^ {0,3}\[\^[^\]\s]+\]:/

/** A fence, or raw HTML that blank lines do not end; inside a container it is open no longer than the container. */
interface Open {
  readonly isFence: boolean
  readonly closedBy: (line: string) => boolean
  /** Whether a line that is not blank stands outside of the container; `undefined` where there is none. */
  readonly isOutside: ((line: string) => boolean) | undefined
}

/** What is open at a line. */
interface State {
  /** Whether a line behind a blank one begins something new, with nothing left open. Notes are kept together unless they are many. */
  closes(line: string, isLong: boolean): boolean
  read(line: string): void
  /** Whether a line of words changes nothing: nothing is open, and no item or note was. */
  isIdle(): boolean
  /** Inside of a fence that stands in no container. */
  isFenced(): boolean
}

/** Where the content of the outermost list item or note begins, and whether it is still open for certain. */
interface Item {
  readonly offset: number
  readonly certain: boolean
}

/** Indented by four columns, in whichever container. */
const mayBeCode = / {4}|\t/

/**
 * Whether a line opens an item that could interrupt no paragraph, in other containers or not; right behind indented code the
 * parser takes it for words, blank lines between them or not. One with many marks is not looked at to its end.
 */
function hasWeakItem(line: string): boolean {
  let rest = line
  for (let marks = 0; marks < 20; marks++) {
    const marker = listMarker.exec(rest)
    const mark = marker ?? otherMark.exec(rest)
    if (!mark) return false
    rest = rest.slice(mark[0].length)
    if (marker && (!/^ *(?:[-+*]|1[.)])$/.test(marker[1]!) || isBlank(rest))) return true
  }
  return true
}

/** Of a quote or a note. */
const otherMark = /^ {0,3}(?:>|\[\^[^\]\s]+\]:)[ \t]*/

/** A parser's time for a segment grows faster than the segment. */
const long = 1 << 14

interface Search {
  /** Where nothing is open. */
  readonly from: number
  readonly beyond: number
  readonly endOfLine: (from: number, limit: number) => number
}

/** The first line beyond an offset before which every container is certainly closed, without a look at what stands in them; or the end of the text. */
export function findCertainCut(text: string, { from, beyond, endOfLine }: Search): number {
  const state = createState()
  let blankBefore = true
  for (let lineStart = from; lineStart < text.length;) {
    const lineEnd = endOfLine(lineStart, text.length)
    // Inside of a paragraph nothing begins or ends with a line of words, inside of a fence with one without its mark.
    if (
      state.isFenced()
        ? !mayCloseFence(text, lineStart)
        : !blankBefore && state.isIdle() && beginsWords(text.charCodeAt(lineStart))
    ) {
      lineStart = lineEnd
      continue
    }
    const line = text.slice(lineStart, lineEnd)
    const isWords = !isBlank(line)
    if (isWords && blankBefore && lineStart > beyond && state.closes(line, lineStart - from > long)) return lineStart
    blankBefore = !isWords
    state.read(line)
    lineStart = lineEnd
  }
  return text.length
}

function createState(): State {
  let open: Open | undefined
  let item: Item | undefined
  /** Perhaps inside raw HTML that ends at the next blank line: what looks like a fence may be none. */
  let inHtml = false
  /** Nobody can tell any more what is open. */
  let lost = false
  /** The last line that is not blank, but for one of words in a paragraph. */
  let last = ''

  return {
    closes(line, isLong) {
      if (lost || /^[ \t]/.test(line) || (open && !open.isOutside)) return false
      if (mayBeCode.test(last) && hasWeakItem(line)) return false
      return !(item && (listMarker.test(line) || (noteMarker.test(line) && !isLong)))
    },
    isFenced: () => open !== undefined && open.isOutside === undefined && open.isFence,
    isIdle: () => open === undefined && item === undefined,
    read(line) {
      if (isBlank(line)) inHtml = false
      else last = line
      if (open && !open.isOutside?.(line)) {
        if (open.closedBy(line)) open = undefined
        return
      }
      item = itemAfter(item, line)
      if (item && inHtml) item = { ...item, certain: false }
      const found = openedBy(line, item)
      if (found === 'unknown' || (found !== 'html' && found && inHtml)) lost = true
      inHtml ||= found === 'html'
      open = typeof found === 'object' ? found : undefined
    },
  }
}

/** What a line opens beyond its end: a fence or raw HTML, raw HTML that a blank line ends, or nobody knows. */
function openedBy(line: string, item: Item | undefined): Open | 'html' | 'unknown' | undefined {
  const prefix = containers.exec(line)![0]
  const rest = line.slice(prefix.length)
  const isBare = prefix.trim() === ''
  const indent = /^ */.exec(prefix)![0].length
  const isTop = isBare && indent < (item?.offset ?? 4)
  const closedBy = opening(rest, isTop)
  if (!closedBy) return isBare && /^<[/a-zA-Z]/.test(rest) ? 'html' : undefined
  if (isUncertain(prefix, item)) return 'unknown'
  if ((isBare && !item && indent >= 4) || isClosedAtOnce(rest, closedBy)) return undefined
  return { isFence: fencePattern.test(rest), closedBy, isOutside: isTop ? undefined : outsideOf(prefix, item?.offset) }
}

/** Whether nobody can tell what a fence behind such marks stands in. */
function isUncertain(prefix: string, item: Item | undefined): boolean {
  return prefix.includes('\t') || (/^ +$/.test(prefix) && item?.certain === false)
}

/** Raw HTML may end on the line that it begins on; a fence does not. */
function isClosedAtOnce(rest: string, closedBy: Open['closedBy']): boolean {
  return !fencePattern.test(rest) && closedBy(rest.slice(2))
}

function itemAfter(item: Item | undefined, line: string): Item | undefined {
  if (noteMarker.test(line)) return { offset: 4, certain: true }
  const marker = rule.test(line) ? null : listMarker.exec(line)
  if (marker) {
    const space = marker[2]!.length > 4 || marker[2] === '' ? 1 : marker[2]!.length
    const offset = marker[1]!.length + space
    const isNested = item?.certain === true && /^ */.exec(line)![0].length >= item.offset
    // An item that begins with a blank line ends with the next one; how far a tab leads depends on where it stands.
    const certain = !isBlank(line.slice(marker[0].length)) && !marker[2]!.includes('\t')
    return { offset: isNested ? item.offset : offset, certain }
  }
  const indent = /^ */.exec(line)![0].length
  return item && line.trim() !== '' && indent < item.offset ? { ...item, certain: false } : item
}

/** How a line shows that it stands outside of the container whose marks are `prefix`. */
function outsideOf(prefix: string, offset: number | undefined): (line: string) => boolean {
  if (/^ {0,3}>/.test(prefix)) return (line) => !/^ {0,3}>/.test(line)
  return (line) => line.trim() !== '' && /^ */.exec(line)![0].length < (offset ?? 1)
}

/** What closes the fence or the raw HTML (CommonMark 0.31 §4.5, §4.6 kinds 1 to 5) that begins here. */
function opening(rest: string, isTop: boolean): ((line: string) => boolean) | undefined {
  const fence = fencePattern.exec(rest)
  if (fence) {
    const marks = (fence[1] ?? fence[2] ?? fence[3])!
    const close = new RegExp(`^${isTop ? ' {0,3}' : '[ \\t>]*'}[${marks[0]}]{${marks.length},}[ \\t\\r\\n]*$`)
    return (line) => close.test(line)
  }
  if (rest.startsWith('<!--')) return (line) => line.includes('-->')
  if (rest.startsWith('<?')) return (line) => line.includes('?>')
  if (rest.startsWith('<![CDATA[')) return (line) => line.includes(']]>')
  if (/^<![A-Za-z]/.test(rest)) return (line) => line.includes('>')
  if (/^<(?:pre|script|style|textarea)(?=[\s>]|$)/i.test(rest))
    return (line) => /<\/(?:pre|script|style|textarea)>/i.test(line)
  return undefined
}
