import { describe, expect, it } from 'vitest'
import { allOn, fixed, remaining, run } from './directive-run.ts'

describe('a reason', () => {
  it.each([
    ['a -- as printed', 'as printed'],
    ['-- as printed -- twice', 'as printed -- twice'],
    ['a, b --- dashes', 'dashes'],
    ['a --\n  over\n  lines\n', 'over\n  lines'],
    ['a --', undefined],
    ['a', undefined],
    ['', undefined],
  ])('in %j goes with what is silenced', (rest, reason) => {
    expect(run(`{a}{b} <!-- footlint-disable-line ${rest}-->`).suppressed[0]).toMatchObject({ reason })
  })

  it('is asked for on request', () => {
    const directives = { ...allOn, undescribed: 'info' } as const
    expect(
      remaining('{a} <!-- footlint-disable-line a -->\n{a} <!-- footlint-disable-line a -- x -->', { directives }),
    ).toEqual([
      'directive-undescribed@1:5-1:37 info: `footlint-disable-line` gives no reason, expected one behind `--`',
    ])
    expect(remaining('<!-- footlint-disable a -- x -->{a}<!-- footlint-enable -->', { directives })).toEqual([])
  })
})

describe('a blanket directive', () => {
  it('is reported on request', () => {
    const directives = { ...allOn, blanket: 'warning' } as const
    expect(remaining('{a} <!-- footlint-disable-line -- x -->\n<!-- footlint-enable -->', { directives })).toEqual([
      'directive-blanket@1:5-1:40 warning: `footlint-disable-line` silences all rules, expected the ids of those it is for',
      'directive-unused@2:1-2:25 warning: `footlint-enable` enables nothing, expected a `footlint-disable` before it',
    ])
  })
})

describe('an unknown', () => {
  it('rule is reported with the nearest one, at its place', () => {
    expect(remaining('{house/c} <!-- footlint-disable-line hous/c, a -->\n')).toEqual([
      'house/c@1:1-1:10',
      'directive-unknown@1:38-1:44 error: Rule `hous/c` does not exist, did you mean `house/c`?',
      'directive-unused@1:46-1:47 warning: `footlint-disable-line` silences nothing of `a`',
    ])
    expect(run('<!-- footlint-disable-line whatever -->').findings).toEqual([
      {
        rule: 'directive-unknown',
        messageId: 'rule',
        severity: 'error',
        message: 'Rule `whatever` does not exist',
        data: { rule: 'whatever' },
        range: { start: 27, end: 35 },
        related: [],
      },
    ])
  })

  it('verb is reported with the nearest one, at its place', () => {
    expect(run('<!-- footlint-disable-nextline a -->\n{a}').findings[0]).toEqual({
      rule: 'directive-unknown',
      messageId: 'verbNearest',
      severity: 'error',
      message: 'Directive `footlint-disable-nextline` does not exist, did you mean `footlint-disable-next-line`?',
      data: { verb: 'disable-nextline', nearest: 'disable-next-line' },
      range: { start: 5, end: 30 },
      related: [],
    })
    expect(remaining('<!-- footlint-disable: a -->{a}')).toEqual([
      'directive-unknown@1:6-1:23 error: Directive `footlint-disable:` does not exist, did you mean `footlint-disable`?',
      'a@1:29-1:32',
    ])
    expect(remaining('<!-- footlint-ignore -->')).toEqual([
      'directive-unknown@1:6-1:21 error: Directive `footlint-ignore` does not exist, expected one of disable-next-line, disable-line, disable, enable, disable-file',
    ])
  })

  it('is not reported where that is off', () => {
    expect(remaining('<!-- footlint-ignore x -->', { directives: { ...allOn, unknown: 'off' } })).toEqual([])
  })
})

describe('an unused directive', () => {
  it('is one finding about the comment where nothing of it is used', () => {
    expect(run('x <!-- footlint-disable-line a, b -->').findings).toEqual([
      {
        rule: 'directive-unused',
        messageId: 'directive',
        severity: 'warning',
        message: '`footlint-disable-line` silences nothing',
        data: { verb: 'disable-line' },
        range: { start: 2, end: 37 },
        related: [],
        fix: { title: 'Remove the directive', safe: true, edits: [{ start: 1, end: 37, text: '' }] },
      },
    ])
  })

  it('is a finding about the rule where others are used', () => {
    expect(run('{a} <!-- footlint-disable-line a, b -->').findings).toEqual([
      {
        rule: 'directive-unused',
        messageId: 'rule',
        severity: 'warning',
        message: '`footlint-disable-line` silences nothing of `b`',
        data: { verb: 'disable-line', rule: 'b' },
        range: { start: 34, end: 35 },
        related: [],
        fix: { title: 'Remove `b` from the directive', safe: true, edits: [{ start: 32, end: 35, text: '' }] },
      },
    ])
  })

  it('says when the rule is off', () => {
    expect(remaining('<!-- footlint-disable rule-off -->')).toEqual([
      'directive-unused@1:1-1:35 warning: `footlint-disable` silences `rule-off`, which is off',
    ])
  })

  it('is not reported where that is off', () => {
    expect(remaining('<!-- footlint-disable a -->', { directives: { ...allOn, unused: 'off' } })).toEqual([])
  })

  it('names a rule twice', () => {
    expect(remaining('{a} <!-- footlint-disable-line a, a -->')).toEqual([
      'directive-unused@1:32-1:33 warning: `footlint-disable-line` silences nothing of `a`',
    ])
  })

  it('keeps a comment whose text is no slice of the source', () => {
    const text = '> {a} <!-- footlint-disable-line a,\n> b -->'
    const comments = [{ start: 6, end: text.length, text: ' footlint-disable-line a,\nb ' }]
    const [unused] = run(text, { comments }).findings
    expect(unused).toMatchObject({ rule: 'directive-unused', range: { start: 6, end: text.length } })
    expect(unused).not.toHaveProperty('fix')
  })
})

describe('a directive over lines of a block quote', () => {
  it('does not take their prefix for a rule', () => {
    expect(remaining('> {a} <!--\n> footlint-disable-line a,\n> b -->')).toEqual([
      'directive-unused@3:3-3:4 warning: `footlint-disable-line` silences nothing of `b`',
    ])
  })
})

describe('the fix of an unused directive', () => {
  it.each([
    ['one\n\n<!-- footlint-disable a -->\n\ntwo\n', 'one\n\ntwo\n'],
    ['<!-- footlint-disable a -->\n\none\n', 'one\n'],
    ['one\n\n<!-- footlint-disable a -->\n', 'one\n'],
    ['one\n\n<!-- footlint-disable a -->', 'one\n'],
    ['<!-- footlint-disable a -->', ''],
    ['one\n\n<!-- footlint-disable-next-line a -->\ntwo\n', 'one\n\ntwo\n'],
    ['one\n<!-- footlint-disable a -->\n\ntwo\n', 'one\n\ntwo\n'],
    ['one\n<!-- footlint-disable a -->\ntwo\n', 'one\n\ntwo\n'],
    ['one\r\n\r\n<!-- footlint-disable a -->\r\n\r\ntwo\r\n', 'one\r\n\r\ntwo\r\n'],
    ['one\n\n  <!-- footlint-disable\n  a -->  \n\ntwo\n', 'one\n\ntwo\n'],
    ['> one\n>\n> <!-- footlint-disable a -->\n>\n> two\n', '> one\n>\n> \n>\n> two\n'],
    ['one <!-- footlint-disable-line a -->\ntwo', 'one\ntwo'],
    ['one <!-- footlint-disable-line a --> two', 'one two'],
    ['one<!-- footlint-disable-line a -->two', 'onetwo'],
    ['one <!-- footlint-disable-line a -->two', 'one two'],
    ['{a} <!-- footlint-disable-line b, a -- x -->', '{a} <!-- footlint-disable-line a -- x -->'],
    ['{a} <!-- footlint-disable-line a  b -- x -->', '{a} <!-- footlint-disable-line a -- x -->'],
    ['{a} <!-- footlint-disable-line b, house/c, a -->', '{a} <!-- footlint-disable-line a -->'],
  ])('%j → %j', (text, expected) => {
    expect(fixed(text)).toBe(expected)
  })

  it('is unsafe where the text behind it would become prose', () => {
    expect(fixed('<!-- footlint-disable-line a --> *two*', { safe: false })).toBe(' *two*')
  })

  it('leaves the text around it as it is', () => {
    const [finding] = run('one\n<!-- footlint-disable a -->\ntwo\n').findings
    expect(finding!.fix!.edits).toEqual([{ start: 4, end: 31, text: '' }])
  })
})

it('all that comes back is sorted', () => {
  const text = '{b} {a}\n<!-- footlint-enable b -->\n{b} <!-- footlint-nothing -->\n{a}'
  expect(remaining(text).map((line) => line.split(' ')[0])).toEqual([
    'b@1:1-1:4',
    'a@1:5-1:8',
    'directive-unused@2:1-2:27',
    'b@3:1-3:4',
    'directive-unknown@3:10-3:26',
    'a@4:1-4:4',
  ])
})
