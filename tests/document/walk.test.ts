import { describe, expect, it } from 'vitest'
import { walkLines } from '../../src/document/lines/walk.ts'

/** What somebody comes to who looks for `^`. */
function comeTo(text: string, from = 0) {
  const seen: string[] = []
  let place = text.indexOf('^', from)
  const take = (kind: string, start: number, end: number) => {
    seen.push(`${kind}${text.slice(start, end)}`)
    place = text.indexOf('^', end)
    return true
  }
  const isCertain = walkLines(text, from, {
    sought: () => place,
    words: (start, end, holdsTag) => take(holdsTag ? 'tag: ' : '', start, end),
    code: (start, end, isIndented) => take(isIndented ? 'indented: ' : 'code: ', start, end),
  })
  return isCertain ? seen : undefined
}

describe('who looks for something comes to', () => {
  it.each([
    ['nothing', 'a\n\nb\n', []],
    ['lines between blank ones', 'a\n\nb\nc^\nd\n\ne\n\nf^', ['b\nc^\nd\n', 'f^']],
    ['all of them once', 'a^\nb^\n\nc^\n', ['a^\nb^\n', 'c^\n']],
    ['lines between blank ones that hold white space', 'a\n \t\nb^\n\t\nc\r\n\r\nd^\r\n \r\n', ['b^\n', 'd^\r\n']],
    ['lines up to code, and behind it', 'a^\n```\nb\n```\nc^\nd', ['a^\n', 'c^\nd']],
    ['code', 'a\n```\nb\n\nc^^\n```\n~~~ ^\n', ['code: ```\nb\n\nc^^\n```\n', 'code: ~~~ ^\n']],
    ['indented code', '- a\n\n  ```\n  b^\n  ```\n', ['indented:   ```\n  b^\n  ```\n']],
    [
      'lines of which one begins with a tag',
      'a\n  <b>\nc^\n\nd <e>^\n\n<f>\n\ng^',
      ['tag: a\n  <b>\nc^\n', 'd <e>^\n', 'g^'],
    ],
    ['lines below a comment that ends', '<!-- a -->\n\nb^', ['b^']],
    ['a comment over lines', '<!--\n\na^\n\n-->\n\nb^', ['indented: <!--\n\na^\n\n-->\n', 'b^']],
    ['a fence in a quotation', '> a\n> ```\n> b^\nc^', ['indented: > ```\n> b^\n', 'c^']],
    ['a formula', 'a $$\n\n$$\nb^\n$$\n', ['code: $$\nb^\n$$\n']],
  ])('%s', (_, text, seen) => {
    expect(comeTo(text)).toEqual(seen)
  })

  it.each([
    ['a fence in an item', '- ```\n\na^'],
    ['raw HTML that goes on', 'a^\n\n<pre>\n\n</pre>'],
    ['a fence below a tag', 'a^\n\n<b>\n```\n```\n'],
    ['a fence that is indented otherwise than the one before', '  ```\n  a^\n   ```\n'],
    ['a carriage return by itself', 'a^\rb'],
  ])('nothing that is certain where there is %s', (_, text) => {
    expect(comeTo(text)).toBeUndefined()
  })

  it('nothing before it begins', () => {
    expect(comeTo('---\na^\n---\nb^', 10)).toEqual(['b^'])
  })

  it('the next text when another was seen before', () => {
    expect(comeTo('```\na^\n```\n')).toEqual(['code: ```\na^\n```\n'])
    expect(comeTo('b\n\na^\n\n```')).toEqual(['a^\n'])
  })
})
