import { describe, expect, it } from 'vitest'
import { certainCode } from '../../src/document/certain-code.ts'

const codeIn = (text: string) => certainCode(text).map(({ start, end }) => text.slice(start, end))

/** A line of fewer ticks closes nothing. */
const long = `${'`'.repeat(150)}\n${'`'.repeat(120)}\n${'`'.repeat(150)}`

describe('code that is certain', () => {
  it.each([
    ['nothing', 'Words and `code`.', []],
    ['one fence', 'a\n```js\nb\n```\nc', ['```js\nb\n```']],
    ['two', '```\na\n```\n\n```\nb\n```\n', ['```\na\n```', '```\nb\n```']],
    ['to the end, where nothing closes it', 'a\n```\nb\n`` `\n```` c\n', ['```\nb\n`` `\n```` c\n']],
    ['longer fences', '````\na\n```\n````` \t\nb', ['````\na\n```\n````` \t']],
    ['very long fences', long, [long]],
    ['behind front matter', '---\na: |\n```\n---\n```\nb\n```\n', ['```\nb\n```']],
    ['not where a tick follows', '```a``` b\n```\nc\n```', ['```\nc\n```']],
    ['below raw HTML and a blank line', '<div>\n \n```\na\n```\n', ['```\na\n```']],
    ['not in raw HTML', '<div>\n```\na\n```\n', []],
    ['not beside a comment', '```\na\n```\n<!-- b -->', []],
    ['not beside HTML that blank lines do not end', '```\na\n```\n<PRE>', []],
    ['beside other HTML that begins so', 'a <pref>\n```\na\n```', ['```\na\n```']],
    ['not beside an indented fence', '```\na\n```\n  ```', []],
    ['beside four spaces', '```\na\n```\n    ```', ['```\na\n```']],
    ['not beside a formula', '```\na\n```\n$$', []],
    ['not beside other fences', '```\na\n```\n~~~', []],
    ['not where a carriage return ends a line', 'b\r```\na\n```\n', []],
    ['with both', '```\r\na\r\n```\r\n', ['```\r\na\r\n```\r']],
  ])('is %s', (_, text, code) => {
    expect(codeIn(text)).toEqual(code)
  })
})
