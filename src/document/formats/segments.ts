import type { Range } from '../../source.ts'

/**
 * Cuts Markdown where every container is certainly closed: before a line that is not indented and continues nothing,
 * behind a blank line. What lies between two cuts means the same alone as in the whole, but for the definitions that it
 * refers to. When in doubt, there is no cut.
 */
export function splitSegments(text: string, from: number): Range[] {
  const segments: Range[] = []
  const state = createState()
  let start = from
  let blankBefore = true
  let hasWords = false
  for (let lineStart = from; lineStart < text.length;) {
    const lineEnd = endOfLine(text, lineStart)
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

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  const end = feed < 0 ? text.length : feed + 1
  // A lone CR ends a line too; it is looked for inside the line only, so that nothing is read twice.
  for (let index = from; index < end - 1; index++) {
    if (text.charCodeAt(index) === 13 && text.charCodeAt(index + 1) !== 10) return index + 1
  }
  return end
}

/** Only spaces and tabs make a blank line (CommonMark 0.31 §2.1); a no-break space is a word. */
const isBlank = (line: string): boolean => /^[ \t\r\n]*$/.test(line)

/** Marks of containers at the start of a line. */
const containers = /^[ \t]*(?:>[ \t]?|[-+*](?:[ \t]+|$)|\d{1,9}[.)](?:[ \t]+|$)|\[\^[^\]\s]+\]:[ \t]*)*/
const fencePattern = /^(?:(`{3,})(?!.*`)|(~{3,})|(\${2,})(?!.*\$))/
const listMarker = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))([ \t]+|$)/
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
    },
    read(line) {
      if (open) {
        if (open.isOutside?.(line)) open = undefined
        else {
          if (open.closedBy(line)) open = undefined
          return
        }
      }
      item = itemAfter(item, line)
      const prefix = containers.exec(line)![0]
      const isBare = prefix.trim() === ''
      const closedBy = opening(line.slice(prefix.length), isBare && !item)
      if (!closedBy) return
      const indent = /^ */.exec(prefix)![0].length
      if (prefix.includes('\t') || (isBare && indent > 0 && item && !item.certain)) lost = true
      else if (isBare && indent < (item?.offset ?? 4))
        open = indent < 4 ? { closedBy, isOutside: undefined } : undefined
      else if (!isBare || item) open = { closedBy, isOutside: outsideOf(prefix, item?.offset) }
      if (closedBy(line.slice(prefix.length + 2)) && !isFence(line.slice(prefix.length))) open = undefined
    },
  }
}

function itemAfter(
  item: { readonly offset: number; readonly certain: boolean } | undefined,
  line: string,
): { readonly offset: number; readonly certain: boolean } | undefined {
  if (noteMarker.test(line)) return { offset: 4, certain: true }
  const marker = listMarker.exec(line)
  if (marker) {
    const space = marker[2]!.length > 4 || marker[2] === '' ? 1 : marker[2]!.length
    return { offset: Math.min(item?.offset ?? 9, marker[1]!.length + space), certain: true }
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
