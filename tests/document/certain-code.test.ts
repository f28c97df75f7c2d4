import { describe, expect, it } from 'vitest'
import { certainCode } from '../../src/document/certain-code.ts'

function codeIn(text: string): string[] {
  const behindCode = certainCode(text)
  const found: string[] = []
  for (let at = 0, end: number; at < text.length; at = Math.max(end, at + 1)) {
    end = behindCode(at)
    if (end > at) found.push(text.slice(at, end))
  }
  return found
}

/** A line of fewer ticks closes nothing. */
const long = `${'`'.repeat(150)}\n${'`'.repeat(120)}\n${'`'.repeat(150)}`

describe('code that is certain', () => {
  it.each([
    ['nothing', 'Words and `code`.', []],
    ['one fence', 'a\n```js\nb\n```\nc', ['```js\nb\n```\n']],
    ['two', '```\na\n```\n\n```\nb\n```\n', ['```\na\n```\n', '```\nb\n```\n']],
    ['to the end, where nothing closes it', 'a\n```\nb\n`` `\n```` c\n', ['```\nb\n`` `\n```` c\n']],
    ['longer fences', '````\na\n```\n````` \t\nb', ['````\na\n```\n````` \t\n']],
    ['very long fences', long, [long]],
    ['behind front matter', '---\na: |\n```\n---\n```\nb\n```\n', ['```\nb\n```\n']],
    ['not where a tick follows', '```a``` b\n```\nc\n```', ['```\nc\n```']],
    ['below raw HTML and a blank line', '<div>\n \n```\na\n```\n', ['```\na\n```\n']],
    ['not in raw HTML', '<div>\n```\na\n```\n', []],
    ['below a comment that ends', '<!-- b -->\n\n```\na\n```\n', ['```\na\n```\n']],
    [
      'a comment over lines',
      '```\na\n```\n<!--\n\n```\nb\n```\n-->\n',
      ['```\na\n```\n', '<!--\n\n```\nb\n```\n-->\n'],
    ],
    ['not in a comment that something follows, nor behind one', '<!--\n\n--> [1]\n```\nb\n```\n', []],
    ['not in a comment that ends at once', '<!-->\n[1]\n-->\n', []],
    ['not in a comment that HTML ends otherwise', '<!--\n--!> [1]\n-->\n', []],
    ['not in a comment in an item, nor behind one', '- <!--\n\n-->\n```\nb\n```\n', []],
    ['not in HTML that blank lines do not end', '<PRE>\n\n```\na\n```\n</PRE>\n', []],
    ['beside other HTML that begins so', 'a <pref>\n```\na\n```', ['```\na\n```']],
    ['between fences that are indented alike', '- b\n\n  ```\n  a\n\n  ```\n', ['  ```\n  a\n\n  ```\n']],
    ['not where a line of it is indented less', '- b\n\n  ```\n a\n  ```\n', []],
    ['not where another fence may close it', '```\na\n    ```\n[1]\n```\n', []],
    ['not behind a fence in an item', '- ```\n\n```\na\n```\n', []],
    ['between other fences', '~~~\na\n```\n~~~\n', ['~~~\na\n```\n~~~\n']],
    ['a formula', 'a $$ b\n\n$$ c\nd\n$$\n\n$$e$$\n', ['$$ c\nd\n$$\n']],
    ['a fence in a quotation', '> a\n> ```js\n>\n>b\n> ```\n> c', ['> ```js\n>\n>b\n> ```\n']],
    ['to the end of the quotation', '> ```\n> b\nc\n\n```\nd\n```', ['> ```\n> b\n', '```\nd\n```']],
    ['not below a tag in a quotation', '> <div>\n> ```\n> b\n> ```\n', []],
    ['not where the quotation is in another container', '> > ```\n> > b\n', []],
    ['not where a tab may close it', '> ```\n>\t```\n> b\n> ```\n', []],
    ['not where marks of the quotation stand at different places', '> ```\n > ```\n> b\n', []],
    ['below an item', '1. a\n    ```\n    b\n    ```\n', ['    ```\n    b\n    ```\n']],
    ['not among words', 'a\n    ```\n    b\n\n    ```\n', []],
    ['not where a carriage return ends a line', 'b\r```\na\n```\n', []],
    ['with both', '```\r\na\r\n```\r\n', ['```\r\na\r\n```\r\n']],
  ])('is %s', (_, text, code) => {
    expect(codeIn(text)).toEqual(code)
  })
})
