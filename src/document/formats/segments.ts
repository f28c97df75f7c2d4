import type { Range } from '../../source.ts'

/**
 * Cuts Markdown where every container is certainly closed: before a line that is not indented and continues nothing,
 * behind a blank line. What lies between two cuts means the same alone as in the whole, but for the definitions that it
 * refers to. When in doubt, there is no cut.
 */
export function splitSegments(text: string, from: number): Range[] {
  const segments: Range[] = []
  const state = createState()
  const endOfLine = lineEnds(text)
  let start = from
  let blankBefore = true
  let hasWords = false
  for (let lineStart = from; lineStart < text.length;) {
    const lineEnd = endOfLine(lineStart)
    const line = text.slice(lineStart, lineEnd)
    if (isBlank(line)) blankBefore = true
    else {
      if (blankBefore && lineStart > start && state.closes(line)) {
        if (hasWords) segments.push({ start, end: lineStart })
        start = lineStart
        state.reset()
      }
      blankBefore = false
      hasWords = true
    }
    state.read(line)
    lineStart = lineEnd
  }
  if (!isBlank(text.slice(start))) segments.push({ start, end: text.length })
  return segments
}

/** Gives the offset behind the next line end: LF, CRLF or CR. Nothing is read twice, wherever the next LF may be. */
function lineEnds(text: string): (from: number) => number {
  let feed = -1
  return (from) => {
    if (feed < from) feed = text.indexOf('\n', from)
    if (feed < 0) feed = text.length
    for (let index = from; index < feed; index++) {
      if (text.charCodeAt(index) === 13 && text.charCodeAt(index + 1) !== 10) return index + 1
    }
    return Math.min(feed + 1, text.length)
  }
}

/** Only spaces and tabs make a blank line (CommonMark 0.31 §2.1); a no-break space is a word. */
const isBlank = (line: string): boolean => /^[ \t\r\n]*$/.test(line)

/** Marks of containers at the start of a line. */
const containers = /^[ \t]*(?:>[ \t]?|[-+*](?:[ \t]+|$)|\d{1,9}[.)](?:[ \t]+|$)|\[\^[^\]\s]+\]:[ \t]*)*/
const fencePattern = /^(?:(`{3,})(?!.*`)|(~{3,})|(\${2,})(?!.*\$))/
const listMarker = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))([ \t]+|$)/
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}[\r\n]*$/
const noteMarker = /^ {0,3}\[\^[^\]\s]+\]:/

/** A fence, or raw HTML that blank lines do not end; inside a container it is open no longer than the container. */
interface Open {
  readonly closedBy: (line: string) => boolean
  /** Whether a line that is not blank stands outside of the container; `undefined` where there is none. */
  readonly isOutside: ((line: string) => boolean) | undefined
}

/** What is open at a line. */
interface State {
  /** Whether a line behind a blank one begins something new, with nothing left open. */
  closes(line: string): boolean
  read(line: string): void
  reset(): void
}

function createState(): State {
  let open: Open | undefined
  /** Where the content of the outermost list item or note begins, and whether it is still open for certain. */
  let item: { readonly offset: number; readonly certain: boolean } | undefined
  /** Perhaps inside raw HTML that ends at the next blank line: what looks like a fence may be none. */
  let inHtml = false
  /** Nobody can tell any more what is open. */
  let lost = false

  return {
    closes(line) {
      if (lost || /^[ \t]/.test(line) || (open && !open.isOutside)) return false
      return !(item && (listMarker.test(line) || noteMarker.test(line)))
    },
    reset() {
      open = undefined
      item = undefined
      inHtml = false
    },
    read(line) {
      if (isBlank(line)) inHtml = false
      if (open) {
        if (open.isOutside?.(line)) open = undefined
        else {
          if (open.closedBy(line)) open = undefined
          return
        }
      }
      item = itemAfter(item, line)
      const prefix = containers.exec(line)![0]
      const rest = line.slice(prefix.length)
      const isBare = prefix.trim() === ''
      const indent = /^ */.exec(prefix)![0].length
      const isTop = isBare && indent < (item?.offset ?? 4)
      const closedBy = opening(rest, isTop)
      if (closedBy && inHtml) lost = true
      if (isBare && /^<[/a-zA-Z]/.test(rest) && !closedBy) inHtml = true
      if (!closedBy) return
      if (prefix.includes('\t') || (isBare && indent > 0 && item && !item.certain)) lost = true
      else if (isTop) open = indent < 4 ? { closedBy, isOutside: undefined } : undefined
      else if (!isBare || item) open = { closedBy, isOutside: outsideOf(prefix, item?.offset) }
      if (closedBy(line.slice(prefix.length + 2)) && !isFence(rest)) open = undefined
    },
  }
}

function itemAfter(
  item: { readonly offset: number; readonly certain: boolean } | undefined,
  line: string,
): { readonly offset: number; readonly certain: boolean } | undefined {
  if (noteMarker.test(line)) return { offset: 4, certain: true }
  const marker = rule.test(line) ? null : listMarker.exec(line)
  if (marker) {
    const space = marker[2]!.length > 4 || marker[2] === '' ? 1 : marker[2]!.length
    const offset = marker[1]!.length + space
    const isNested = item?.certain === true && /^ */.exec(line)![0].length >= item.offset
    return { offset: isNested ? item.offset : offset, certain: true }
  }
  const indent = /^ */.exec(line)![0].length
  return item && line.trim() !== '' && indent < item.offset ? { ...item, certain: false } : item
}

/** How a line shows that it stands outside of the container whose marks are `prefix`. */
function outsideOf(prefix: string, offset: number | undefined): (line: string) => boolean {
  if (/^ {0,3}>/.test(prefix)) return (line) => !/^ {0,3}>/.test(line)
  return (line) => line.trim() !== '' && /^ */.exec(line)![0].length < (offset ?? 1)
}

const isFence = (rest: string): boolean => fencePattern.test(rest)

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
