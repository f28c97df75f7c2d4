import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { joinPieces, splitFences } from '../scripts/fences.ts'
import { renderTable, replaceGenerated } from '../scripts/generated.ts'
import { renderOptionsTable } from '../scripts/options-table.ts'
import { examplesOf, renderPage, sectionsOf } from '../scripts/page.ts'
import { defineRule } from '../src/rule.ts'

/** Finds nothing but the first character of a text that is not `.`, so that no reader of documents is needed. */
const rule = defineRule({
  id: 'text-start',
  summary: 'A text begins with a full stop',
  severity: 'warning',
  fixable: 'safe',
  options: v.strictObject({
    expected: v.optional(v.pipe(v.string(), v.description('The first character')), '.'),
    mode: v.optional(v.union([v.picklist(['a|b', 'c']), v.boolean(), v.literal(3)])),
    ignore: v.optional(v.array(v.string()), []),
  }),
  messages: { start: 'Text begins with `{{marker}}`' },
  *check({ document: { source }, options, report }) {
    const marker = source.text.slice(0, 1)
    if (marker !== options.expected) yield report('start', { start: 0, end: 1 }, { marker })
  },
})

const page = `# text-start

<!-- generated -->
<!-- /generated -->

## What

\`\`\`\`markdown
\`\`\`markdown bad
not a fence
\`\`\`
\`\`\`\`

## Examples

\`\`\`markdown bad
a


b
\`\`\`

\`\`\`text output
stale
\`\`\`

\`\`\`json options
{ "expected": "a" }
\`\`\`

\`\`\`text-input good
a
\`\`\`
`

describe('fences', () => {
  test.each([page, '', '\n', '```\n```', 'a\n```x\n\n```\n\nb', '````\n```\n````\n'])(
    'are joined as they were split',
    (text) => {
      expect(joinPieces(splitFences(text))).toBe(text)
    },
  )

  test('that are not closed are an error', () => {
    expect(() => splitFences('a\n```md\nb')).toThrow('line 2 is not closed')
  })
})

describe('a page', () => {
  test('has sections and examples', () => {
    expect(sectionsOf(page)).toEqual(['What', 'Examples'])
    expect(examplesOf(page)).toEqual([
      { verdict: 'bad', path: 'example.md', content: 'a\n\n\nb\n', options: {}, output: ['stale'], line: 16 },
      { verdict: 'good', path: 'example.txt', content: 'a\n', options: { expected: 'a' }, output: undefined, line: 31 },
    ])
  })

  test('gets its header and its outputs written, and stays as it is the second time', () => {
    const rendered = renderPage(page, rule)
    expect(rendered).toContain('A text begins with a full stop.\n\n**Severity:** warning · **Fix:** safe')
    expect(rendered).toContain('```text output\n1:1-1:2 warning Text begins with `a`\n```')
    expect(rendered).toContain('```markdown bad\na\n\n\nb\n```')
    expect(renderPage(rendered, rule)).toBe(rendered)
  })

  test('without a place for its header is an error', () => {
    expect(() => renderPage('# text-start\n', rule)).toThrow('<!-- generated -->')
  })
})

test('options are listed with type, default and meaning', () => {
  expect(renderOptionsTable(rule).split('\n').slice(2)).toEqual([
    '| `expected` | string | `"."` | The first character |',
    '| `mode` | `"a\\|b"` or `"c"` or boolean or `3` |  |  |',
    '| `ignore` | list of string | `[]` |  |',
  ])
})

test('tables and generated parts keep what stands around them', () => {
  expect(renderTable(['a'], [['b']])).toBe('| a |\n| --- |\n| b |')
  expect(replaceGenerated('x\n<!-- t -->\nold\n<!-- /t -->\ny', 't', 'new')).toBe(
    'x\n<!-- t -->\n\nnew\n\n<!-- /t -->\ny',
  )
})
