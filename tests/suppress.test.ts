import { describe, expect, it } from 'vitest'
import { secondsOf } from './cost.ts'
import { remaining, run, silenced } from './directive-run.ts'

describe('without directives', () => {
  it('everything stays as it is', () => {
    expect(remaining('{a} <!-- a comment --> {b}')).toEqual(['a@1:1-1:4', 'b@1:24-1:27'])
  })

  it('other comments are not directives', () => {
    expect(remaining('<!-- footlint is nice --> {a}')).toEqual(['a@1:27-1:30'])
    expect(remaining('<!-- see footlint-disable-line a --> {a}')).toEqual(['a@1:38-1:41'])
    expect(remaining('<!-- eslint-disable --> {a}')).toEqual(['a@1:25-1:28'])
  })

  it('what is not a comment in the document is not one', () => {
    expect(remaining('{a} <!-- footlint-disable-line a -->', { comments: [] })).toEqual(['a@1:1-1:4'])
  })
})

it('directives are not obeyed nor audited where they are switched off', () => {
  expect(remaining('{a} <!-- footlint-disable-lien -->', { directives: undefined })).toEqual(['a@1:1-1:4'])
  expect(remaining('{a} <!-- footlint-disable-line a -->', { directives: undefined })).toEqual(['a@1:1-1:4'])
})

describe('disable-line', () => {
  it('silences the line on which it begins', () => {
    expect(silenced('{a}\n{a} {b} <!-- footlint-disable-line a, b --> {a}\n{a}')).toEqual(['a', 'b', 'a'])
    expect(remaining('{a}\n{a} {b} <!-- footlint-disable-line a -->\n{a}')).toEqual([
      'a@1:1-1:4',
      'b@2:5-2:8',
      'a@3:1-3:4',
    ])
  })

  it('silences all rules where it names none', () => {
    expect(silenced('{a} {house/c} <!-- footlint-disable-line -->')).toEqual(['a', 'house/c'])
  })

  it('covers a finding that begins on the line, not one that ends there', () => {
    const text = '{a}\nx <!-- footlint-disable-line a -->'
    expect(remaining(text)).toEqual([
      'a@1:1-1:4',
      'directive-unused@2:3-2:35 warning: `footlint-disable-line` silences nothing of `a`',
    ])
  })
})

describe('disable-next-line', () => {
  it.each([
    ['directly below', '<!-- footlint-disable-next-line a -->\n{a}'],
    ['below blank lines', '<!-- footlint-disable-next-line a -->\n\n \t\n{a}'],
    ['with CRLF', '<!-- footlint-disable-next-line a -->\r\n\r\n{a}'],
    ['below other comments', '<!-- footlint-disable-next-line a -->\n\n<!-- x\n y -->\n\n{a}'],
    ['in a block quote', '> <!-- footlint-disable-next-line a -->\n>\n> {a}'],
    ['behind a comment over several lines', '<!-- footlint-disable-next-line a\n-- why\n-->\n{a}'],
    ['behind text', 'x <!-- footlint-disable-next-line a -->\n{a}'],
  ])('silences the next line that is not blank: %s', (_, text) => {
    expect(silenced(text)).toEqual(['a'])
    expect(remaining(text)).toEqual([])
  })

  it('does not silence its own line, nor the line after the next', () => {
    expect(remaining('{a} <!-- footlint-disable-next-line a -->\n{a}\n{a}')).toEqual(['a@1:1-1:4', 'a@3:1-3:4'])
  })

  it('can be stacked', () => {
    const text = '<!-- footlint-disable-next-line a -->\n<!-- footlint-disable-next-line b -- x -->\n{a} {b}\n'
    expect(run(text).suppressed.map(({ finding, reason }) => [finding.rule, reason])).toEqual([
      ['a', undefined],
      ['b', 'x'],
    ])
    expect(remaining(text)).toEqual([])
  })

  it('at the end of the text silences nothing', () => {
    expect(remaining('{a}\n<!-- footlint-disable-next-line a -->\n\n')).toEqual([
      'a@1:1-1:4',
      'directive-unused@2:1-2:38 warning: `footlint-disable-next-line` silences nothing of `a`',
    ])
  })
})

describe('disable and enable', () => {
  it('silence what stands between them', () => {
    const text = '{a}\n<!-- footlint-disable a -->\n{a} {b}\n\n{a}\n<!-- footlint-enable a -->\n{a}'
    expect(remaining(text)).toEqual(['a@1:1-1:4', 'b@3:5-3:8', 'a@7:1-7:4'])
  })

  it('need not come in pairs', () => {
    expect(silenced('<!-- footlint-disable -->\n{a}\n\n{b}')).toEqual(['a', 'b'])
  })

  it('also work inside a line', () => {
    expect(remaining('{a} <!-- footlint-disable a --> {a} <!-- footlint-enable a --> {a}')).toEqual([
      'a@1:1-1:4',
      'a@1:64-1:67',
    ])
  })

  it('without a rule enable all', () => {
    expect(
      remaining('<!-- footlint-disable a -->\n<!-- footlint-disable b -->\n{a}{b}\n<!-- footlint-enable -->\n{a}{b}'),
    ).toEqual(['a@5:1-5:4', 'b@5:4-5:7'])
  })

  it('enable one rule while all are disabled', () => {
    expect(
      remaining(
        '<!-- footlint-disable -->\n{a}{b}\n<!-- footlint-enable a -->\n{a}{b}\n<!-- footlint-disable -->\n{a}',
      ),
    ).toEqual(['a@4:1-4:4'])
  })

  it('are reported where there is nothing to enable', () => {
    expect(remaining('<!-- footlint-enable -->\n{a}')).toEqual([
      'directive-unused@1:1-1:25 warning: `footlint-enable` enables nothing, expected a `footlint-disable` before it',
      'a@2:1-2:4',
    ])
    expect(remaining('<!-- footlint-disable a -->\n{a}\n<!-- footlint-enable a, b -->')).toEqual([
      'directive-unused@3:25-3:26 warning: `footlint-enable` enables nothing, expected a `footlint-disable` before it',
    ])
  })
})

describe('disable-file', () => {
  it('silences the whole file, wherever it stands', () => {
    expect(remaining('{a}{b}\n\n<!-- footlint-disable-file a -->\n\n{a}')).toEqual(['b@1:4-1:7'])
    expect(silenced('{a}{b}\n<!-- footlint-disable-file -->\n{house/c}')).toEqual(['a', 'b', 'house/c'])
  })

  it('does not silence what is said about directives', () => {
    expect(remaining('<!-- footlint-disable-file -->\n{a}\n<!-- footlint-disable-lien a -->')).toEqual([
      'directive-unknown@3:6-3:27 error: Directive `footlint-disable-lien` does not exist, did you mean `footlint-disable-line`?',
    ])
    expect(remaining('<!-- footlint-disable-file directive-unused -->')).toEqual([
      'directive-unknown@1:28-1:44 error: Rule `directive-unused` does not exist',
    ])
  })

  it('is superfluous where narrower ones do it all', () => {
    expect(
      remaining('<!-- footlint-disable-file a -->\n<!-- footlint-disable a -->\n{a} <!-- footlint-disable-line a -->'),
    ).toEqual([
      'directive-unused@1:1-1:33 warning: `footlint-disable-file` silences nothing of `a`',
      'directive-unused@2:1-2:28 warning: `footlint-disable` silences nothing of `a`',
    ])
  })
})

it('takes time in proportion to the text', () => {
  const many = (count: number) =>
    Array.from({ length: count }, () => '<!-- footlint-disable-next-line a -->').join('\n') +
    `\n${'{a} '.repeat(count)}${'<!-- footlint-disable-line b --> '.repeat(count)}`
  const text = many(8000)
  expect(secondsOf(() => run(text))).toBeLessThan(2)
})
