import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../src/fix/diff.ts'
import { createFolder } from '../world.ts'

/** Lets programs that are not ours apply a diff. */
function applied(tool: 'patch' | 'git', path: string, before: string, after: string): string {
  const cwd = createFolder({ [path]: before })
  const argv = tool === 'patch' ? ['-p0', '-s'] : ['apply', '--whitespace=nowarn', '-']
  const { status, stderr } = spawnSync(tool, argv, { cwd, input: unifiedDiff(path, before, after), encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return readFileSync(join(cwd, path), 'utf8')
}

const lines = Array.from({ length: 40 }, (_, index) => `Line ${index}.\n`)
const numbered = lines.join('')

describe('a diff', () => {
  test('shows what changed, with three lines around it', () => {
    const after = numbered.replace('Line 20', 'Row 20').replace('Line 23.\n', '')
    expect(unifiedDiff('docs/a.md', numbered, after)).toBe(
      [
        '--- ./docs/a.md',
        '+++ ./docs/a.md',
        '@@ -18,10 +18,9 @@',
        ' Line 17.',
        ' Line 18.',
        ' Line 19.',
        '-Line 20.',
        '+Row 20.',
        ' Line 21.',
        ' Line 22.',
        '-Line 23.',
        ' Line 24.',
        ' Line 25.',
        ' Line 26.',
        '',
      ].join('\n'),
    )
    expect(unifiedDiff('a.md', 'Same.', 'Same.')).toBe('')
    expect(unifiedDiff('a.md', 'One', 'Two')).toBe(
      '--- ./a.md\n+++ ./a.md\n@@ -1 +1 @@\n-One\n\\ No newline at end of file\n+Two\n\\ No newline at end of file\n',
    )
    expect(unifiedDiff('a b.md', '', 'Two\n')).toBe('--- ./a b.md\t\n+++ ./a b.md\t\n@@ -0,0 +1 @@\n+Two\n')
    expect(unifiedDiff('a"\t.md', 'a\n', 'b\n')).toContain('--- "./a\\"\\011.md"\n')
    expect(unifiedDiff('/tmp/a.md', 'a\n', 'b\n')).toContain('--- /tmp/a.md\n')
  })

  const cases: readonly (readonly [string, string, string, string])[] = [
    ['in a folder', 'docs/part/a.md', numbered, numbered.replaceAll('Line 1', 'Row 1')],
    ['with a space and a quote in its name', 'my "docs"/a b.md', numbered, numbered.replace('Line 3', 'Row 3')],
    ['with letters of its own', 'größe/注.md', 'Eins\nZwei\n', 'Eins\nDrei\n'],
    [
      'with CRLF',
      'a.md',
      numbered.replaceAll('\n', '\r\n'),
      numbered.replace('Line 3', 'Row 3').replaceAll('\n', '\r\n'),
    ],
    ['with a byte order mark', 'a.md', '\uFEFFOne\nTwo\n', '\uFEFFOne.\nTwo\n'],
    ['without a line end at its end', 'a.md', 'One\nTwo', 'One\nTwo.'],
    ['that gets one', 'a.md', 'One\nTwo', 'One\nTwo\n'],
    ['whose lines change places', 'a.md', numbered, [...lines.slice(20), ...lines.slice(0, 20)].join('')],
    ['whose lines are all alike', 'a.md', 'x\n'.repeat(30), 'x\n'.repeat(10) + 'y\n' + 'x\n'.repeat(15)],
    ['that is new at both ends', 'a.md', numbered, `First\n${numbered}Last\n`],
  ]
  test.each(cases)('of a file %s is applied by patch and git', (_, path, before, after) => {
    expect(applied('patch', path, before, after)).toBe(after)
    expect(applied('git', path, before, after)).toBe(after)
  })

  test('of any two texts is applied by git', { timeout: 60_000 }, () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { maxLength: 14 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        // An empty file is one that git takes for none.
        if (before === after || before === '' || after === '') return
        expect(applied('git', 'a.md', before, after)).toBe(after)
      }),
      { numRuns: 60 },
    )
  })
})
