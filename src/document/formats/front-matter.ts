/**
 * The length of the front matter at the beginning of a text, fences included, or 0.
 *
 * Front matter is ours to find: the parser's extension swallows every list and quote of a document that begins with a
 * rule (`---`) and has no second one. A blank line behind the first fence means a rule, as Pandoc has it.
 */
export function frontMatterLength(text: string): number {
  if (!text.startsWith('---') && !text.startsWith('+++')) return 0
  const opening = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:\r|\n|$))/.exec(text)
  if (!opening) return 0
  const closing = opening[1] === '---' ? /^(?:---|\.\.\.)[ \t]*$/gm : /^\+\+\+[ \t]*$/gm
  closing.lastIndex = opening[0].length
  const match = closing.exec(text)
  return match ? match.index + match[0].length : 0
}
