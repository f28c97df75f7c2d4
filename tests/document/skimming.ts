import fc from 'fast-check'
import { expect } from 'vitest'
import { anchorWords, entityNames, hasHintBesideNotes, plainSigns } from '../../src/document/hints.ts'
import { modelWords, numberedWords } from '../../src/document/bracket-hint.ts'
import { namingKeys, namingLength } from '../../src/document/named.ts'
import { readBlocks, readWhole } from '../../src/document/read.ts'
import { tagBeginnings } from '../../src/document/residue/mediawiki.ts'
import { createSkim } from '../../src/document/skim/skim.ts'
import type { Verdict } from '../../src/document/skim/skim.ts'
import { isUnmarked } from '../../src/document/unmarked.ts'
import { noLibrary } from '../../src/document/library.ts'
import { mayCite } from '../../src/project/project-names.ts'
import { createUsage } from '../../src/project/usage.ts'
import { createSource } from '../../src/source.ts'

const skim = createSkim()!
const found = ['marks', 'entries', 'series', 'strays', 'residues', 'redefinitions', 'missing'] as const

export function skimmed(text: string, format: 'markdown' | 'text' = 'markdown'): Verdict {
  const bytes = new TextEncoder().encode(text)
  skim.room.set(bytes)
  return skim.look(bytes.length, format)
}

/** What a look at its bytes says nothing of says nothing to anybody else either: to all other looks, and to who reads it whole. */
export function checkSkimmed(text: string, how: 'look' | 'read' = 'read'): void {
  for (const [path, format] of [
    ['a.md', 'markdown'],
    ['a.txt', 'text'],
  ] as const) {
    const verdict = skimmed(text, format)
    if (verdict === 'marked') continue
    if (verdict === 'noted') {
      expect(hasHintBesideNotes(text) || mayCite(text) || namingLength(text) > 0 || path === 'a.txt', text).toBe(false)
      continue
    }
    const source = createSource(path, text)
    const about = `${verdict} ${path} ${JSON.stringify(text)}`
    expect(source.hasByteOrderMark, about).toBe(false)
    expect(isUnmarked(source, {}), about).toBe(true)
    expect(mayCite(text) || (format === 'markdown' && namingLength(text) > 0), about).toBe(false)
    expect(createUsage().take({ source, series: [] }, noLibrary), about).toEqual([])
    if (verdict === 'bare') expect(text.includes('<!--'), about).toBe(false)
    if (how === 'look') continue
    const document = readWhole(source, readBlocks, {})
    for (const name of found) expect(document[name], `${name} of ${about}`).toEqual([])
  }
}

const words = [...numberedWords, ...modelWords, ...tagBeginnings].flatMap((word) => [word, word.toUpperCase()])
const signs = [
  ...plainSigns,
  ...entityNames.map((name) => `&${name};`),
  ...anchorWords.map((word) => `#${word}`),
  ...namingKeys.map((key) => `\n${key}: `),
  ...'&#91;|&#x5D;|&#x2191;|&lt;|<sup>|<SUP|</sup>|<!--|-->|cite|{cite|\\citep|nocite:|@|\0|turn|urn|- [x] |]:|](/a)|](#|[a]: /one\n|[A]: /two\n|---\n|```|```\n|\n```\n|\n```js\n|~~~|$$|<pre>|\n<b>|user-content-|footlint|_source='.split(
    '|',
  ),
]
const bits =
  '[|[|[|]|^|(|)|1|2|0|a|b|x|n| | |\n|\n|\r\n|\r|\t|.|:|*|_|`|\\|<|>|&|;|#|-|é|ß|ſ|K|а|水| |­|​|－|😀|The gate|  '.split(
    '|',
  )

const parts = fc.array(fc.oneof(fc.constantFrom(...bits), fc.constantFrom(...signs), fc.constantFrom(...words)), {
  maxLength: 14,
})

/** Out of all signs, words and bits of code, in no order, and cut off anywhere. */
export const skimmable = fc
  .tuple(parts, fc.constantFrom(0, 0, 1, 2, 3))
  .map(([all, cut]) => all.join('').slice(0, -cut || undefined))
