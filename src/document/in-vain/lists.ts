/** Markup that may stand around the number of an item, tags and the rest of a link included. */
const markup = String.raw`(?:[*_~\x60\\\]]|\([^()\s]{0,500}\)|</?[A-Za-z][^<>]{0,300}>)*`

/** An item of a list, or what looks like one: a number at the start of a line, or behind a tag, whatever markup stands before it. */
const item = new RegExp(
  String.raw`(?:^|[\r\n>)])[^\p{L}\p{N}\r\n]{0,100}(\d{1,9})${markup}[.)](?=${markup}(?:[ \t\r\n<&]|$))`,
  'gu',
)
/** Items whose numbers nobody has typed, and digits that are written in another way. */
const untold = /<(?:ol|li)\b|&#/i

/** Whether a list may have an entry for one of some numbers. */
export function mayList(text: string, numbers: ReadonlySet<number>): boolean {
  if (numbers.size === 0) return false
  if (untold.test(text)) return true
  let last: number | undefined
  for (const [, typed] of text.matchAll(item)) {
    const number = Number(typed)
    // `1. 1. 1.` is a way to leave the counting to the renderer.
    if (numbers.has(number) || number === last) return true
    last = number
  }
  return false
}
