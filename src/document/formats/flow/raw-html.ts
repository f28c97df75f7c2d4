/** Elements that begin raw HTML wherever they open a line (CommonMark 0.31 §4.6, kind 6). */
const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul'
const block = new RegExp(String.raw`^</?(?:${blockNames})(?:[ \t]|/?>|[\r\n]|$)`, 'i')

/** What begins raw HTML that blank lines do not end, and what ends it (kinds 1 to 5). */
const verbatim: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:pre|script|style|textarea)(?:[ \t>\r\n]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]

/** Any other tag that is alone on its line (kind 7); the parser ends a value without quotes at a slash. */
const alone =
  /^<(?:[A-Za-z][A-Za-z\d-]*(?:[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>`/]*|'[^'\r\n]*'|"[^"\r\n]*"))?)*[ \t]*\/?|\/[A-Za-z][A-Za-z\d-]*[ \t]*)>[ \t]*[\r\n]*$/

/** Raw HTML that begins on a line: with which pattern it ends, or with the next blank line. `undefined`: these are words. */
export function rawHtmlOf(line: string, isOpen: boolean): RegExp | 'blank' | undefined {
  for (const [begins, ends] of verbatim) if (begins.test(line)) return ends
  if (block.test(line)) return 'blank'
  return !isOpen && alone.test(line) ? 'blank' : undefined
}
