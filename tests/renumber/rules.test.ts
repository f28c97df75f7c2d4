import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { splitFences } from '../../scripts/fences.ts'
import { lintWithRule } from '../../scripts/lint-one.ts'
import { readDocument } from '../../src/document/read.ts'
import { edited } from '../../src/edited.ts'
import { renumberFix } from '../../src/renumber/fix.ts'
import { createSource } from '../../src/source.ts'

/** A text on a rule's page that is mended on the same page: `bad`, what is found, `fixed`. */
function mended(id: string): { readonly bad: string; readonly fixed: string }[] {
  const page = readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), 'utf8')
  const fences = splitFences(page).filter(({ info }) => info !== undefined)
  return fences.flatMap(({ info, content }, index) =>
    info === 'markdown fixed' ? [{ bad: fences[index - 2]!.content, fixed: content }] : [],
  )
}

describe.each(['marker-order', 'marker-gap'])('the fix of %s', (id) => {
  const rule = rules.find((one) => one.id === id)!
  const [example] = mended(id)

  test('does what the page shows', () => {
    const { findings } = lintWithRule(rule, createSource('example.md', example!.bad))
    const [first] = findings
    expect(first!.fix).toMatchObject({ safe: false, changes: 'renumber' })
    const after = edited(example!.bad, first!.fix!.edits)
    expect(after).toBe(example!.fixed)
    expect(lintWithRule(rule, createSource('example.md', after)).findings).toEqual([])
  })
})

describe('the fix that renumbers', () => {
  test('goes with the first finding of a series alone', () => {
    const text = 'Aa[1] bb[3] cc[4] dd[7] ee[9] ff[10]\n\n'
    const list = [1, 3, 4, 7, 9, 10].map((number) => `[${number}] Source no. ${number}\n`).join('\n')
    const rule = rules.find((one) => one.id === 'marker-gap')!
    const { findings } = lintWithRule(rule, createSource('a.md', text + list))
    expect(findings.map(({ fix }) => fix?.title)).toEqual(['Close the gaps', undefined, undefined])
  })

  test('is worked out when somebody looks at it, once', () => {
    const document = readDocument(createSource('a.md', 'Aa[^2] bb[^1]\n\n[^1]: one\n[^2]: two\n'))
    const counted = { reads: 0 }
    const watched = new Proxy(document, {
      get(target, name: keyof typeof document) {
        counted.reads++
        return target[name]
      },
    })
    const fix = renumberFix(watched, document.series[0]!, 'cited')
    expect(fix.title).toBe('Number by first citation')
    expect(counted.reads).toBe(0)
    expect(fix.edits).toHaveLength(4)
    const { reads } = counted
    expect(reads).toBeGreaterThan(0)
    expect(fix.edits).toHaveLength(4)
    expect(counted.reads).toBe(reads)
  })
})
