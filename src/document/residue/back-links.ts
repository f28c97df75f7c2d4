import type { Block } from '../document.ts'
import { sourceRange } from '../formats/prose.ts'
import type { Found } from './find.ts'

/** `↑`, `↑ a b`, `↑ 1,0 1,1`, `^ Jump up to: a b`, `↑ Hochspringen nach: a b`, at the start of an entry. */
const backLink =
  /^(\s*(?:\d{1,4}\.\s+)?)((?:(?:↑|\^)\s*)?Jump up(?: to:?|:)?(?:\s*[↑^])?|↑(?:\s+(?:Hochspringen(?: nach:?)?|Nach oben springen(?: zu:?|:)?))?)((?:\s+a(?:\s+[b-z](?=\s))+)|(?:\s+\d{1,4}[.,]\d+(?:\s+\d{1,4}[.,]\d+)+))?(?=\s)/gmu

/** An arrow alone may be a key or a rise: two entries of a list that begin with one are notes of a wiki. */
export function findBackLinks(blocks: readonly Block[], isWiki: boolean): Found[] {
  const found: (Found & { readonly certain: boolean })[] = []
  for (const block of blocks) {
    if (!block.text.includes('↑') && !block.text.includes('Jump up')) continue
    for (const match of block.text.matchAll(backLink)) {
      const isItem = match.index === 0 && block.item?.number !== undefined
      if (!isItem && !/\d/.test(match[1]!)) continue
      const at = match.index + match[1]!.length
      const range = sourceRange(block, at, match.index + match[0].length)
      found.push({ kind: 'back link', certain: /[↑^]\s*Jump|Jump up to:/.test(match[0]), ...range })
    }
  }
  const isSure = isWiki || found.length > 1
  return found.flatMap(({ certain, ...one }) => (certain || isSure ? [one] : []))
}
