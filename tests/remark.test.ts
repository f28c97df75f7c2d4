import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test, vi } from 'vitest'
import type { Config } from '../src/config/schema.ts'
import { lintText } from '../src/api.ts'
import plugin, { remarkFootlint } from '../src/remark.ts'
import { again, doubtful, remark as info, wrong } from './sample-rules.ts'

vi.mock('../rules/index.ts', async () => ({ rules: (await import('./sample-rules.ts')).rules }))

const config: Config = {
  extends: [],
  plugins: [{ name: 'own', rules: [wrong, doubtful, info, again] }],
  rules: {
    'own/sample-wrong': 'error',
    'own/sample-doubtful': 'warning',
    'own/sample-remark': 'info',
    'own/sample-again': 'error',
  },
}

function run(value: string, given: Config = config, path = 'docs/a.md') {
  const processor = unified().use(remarkParse).use(remarkFootlint, given)
  const file = new VFile({ value, path })
  processor.runSync(processor.parse(file), file)
  return file.messages
}

test('findings become messages', () => {
  const messages = run('One WRONG.\n\nTwo DOUBTFUL, a REMARK.\n\nAGAIN and AGAIN.\n')
  const [error, warning, note, related] = messages
  expect(messages).toHaveLength(4)
  expect(error).toMatchObject({
    reason: 'Unexpected `WRONG`, expected a better word',
    ruleId: 'own/sample-wrong',
    source: 'footlint',
    fatal: true,
    actual: 'WRONG',
    line: 1,
    column: 5,
    place: { start: { line: 1, column: 5, offset: 4 }, end: { line: 1, column: 10, offset: 9 } },
  })
  expect(error!.expected).toBeUndefined()
  expect(error!.note).toBeUndefined()
  expect(warning).toMatchObject({ fatal: false, expected: ['sure'], url: 'https://example.org/sample-doubtful' })
  expect(note).toMatchObject({ ruleId: 'own/sample-remark', fatal: undefined })
  expect(related).toMatchObject({ line: 5, column: 11, note: '5:1 first said here' })
  expect(String(error)).toBe('docs/a.md:1:5-1:10: Unexpected `WRONG`, expected a better word')
})

test('the messages are the findings of the linter', () => {
  const text = 'WRONG <!-- footlint-disable-line own/sample-doubtful -- as quoted --> DOUBTFUL\n\nAGAIN AGAIN REMARK\n'
  const messages = run(text)
  const { findings } = lintText(text, { path: 'docs/a.md', config })
  expect(messages.map((message) => [message.ruleId, message.reason])).toEqual(
    findings.map((finding) => [finding.rule, finding.message]),
  )
  expect(messages.map((message) => message.ruleId)).not.toContain('own/sample-doubtful')
})

test('overrides go by the path of the file', () => {
  const given: Config = { ...config, overrides: [{ files: 'drafts/**', rules: { 'own/sample-wrong': 'off' } }] }
  expect(run('WRONG', given, 'drafts/a.md')).toEqual([])
  expect(run('WRONG', given, 'a.md')).toHaveLength(1)
})

test('a fix that reaches beyond its place is not offered as a replacement', () => {
  const reaching: Config = {
    extends: [],
    plugins: [
      {
        name: 'own',
        rules: [
          {
            ...wrong,
            *check(document, options, severity) {
              for (const finding of wrong.check(document, options, severity)) {
                const { start, end } = finding.range
                const inside = [
                  { start: end - 1, end, text: 'k' },
                  { start, end: start + 1, text: 'w' },
                ]
                const outside = [{ start: start - 1, end: start, text: '' }]
                yield { ...finding, fix: { title: 'Fix', safe: true, edits: start === 0 ? inside : outside } }
              }
            },
          },
        ],
      },
    ],
    rules: { 'own/sample-wrong': 'error' },
  }
  const [first, second] = run('WRONG WRONG', reaching)
  expect(first!.expected).toEqual(['wRONk'])
  expect(second!.expected).toBeUndefined()
})

test('a wrong configuration is an error of the processor', () => {
  expect(() => run('x', { rules: { 'no-such-rule': 'error' } })).toThrow('unknown rule')
})

test('without a configuration, the recommended one', () => {
  const processor = unified().use(remarkParse).use(plugin)
  expect(() => processor.runSync(processor.parse('Nothing.'))).not.toThrow()
  expect(plugin).toBe(remarkFootlint)
})
