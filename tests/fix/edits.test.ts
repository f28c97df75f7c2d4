import { describe, expect, test } from 'vitest'
import { fixSource } from '../../src/fix/rounds.ts'
import { editsOf, withoutOverlaps } from '../../src/fix/edits.ts'
import type { Edit, Fix } from '../../src/finding.ts'
import { createSource } from '../../src/source.ts'
import { resolverOfValue } from '../../src/value-config.ts'

const offer = (name: string, ...edits: readonly Edit[]) => ({
  name,
  fix: { title: name, safe: true, edits } satisfies Fix,
})
const at = (start: number, end: number, text = 'x'): Edit => ({ start, end, text })
const chosen = (...offers: readonly ReturnType<typeof offer>[]) => withoutOverlaps(offers).map(({ name }) => name)

describe('fixes that want one place', () => {
  test('give way to the one that begins first', () => {
    expect(chosen(offer('later', at(5, 9)), offer('first', at(2, 6)), offer('apart', at(9, 10)))).toEqual([
      'first',
      'apart',
    ])
  })

  test('are made with all of their edits or none', () => {
    expect(chosen(offer('wide', at(0, 1), at(20, 21)), offer('inside', at(5, 6)))).toEqual(['wide'])
  })

  test('are no neighbours where they meet, but whole lines that go', () => {
    expect(chosen(offer('one', at(0, 3)), offer('other', at(3, 6)))).toEqual(['one'])
    const lines = (name: string, edit: Edit) => ({
      name,
      fix: { ...offer(name, edit).fix, changes: 'entries' as const },
    })
    expect(withoutOverlaps([lines('one', at(0, 3, '')), lines('other', at(3, 6, ''))])).toHaveLength(2)
  })

  test('are left out where their edits make no sense', () => {
    expect(chosen(offer('none'), offer('backwards', at(6, 2)), offer('twice', at(2, 4), at(3, 5)))).toEqual([])
  })

  test('have their turn when the text is read again', () => {
    // The second one goes, and a space is put where it ends.
    const text = 'Aa.[1] Bb.[2][2]Cc.[3] Dd.[4]\n\n[1] A.\n\n[2] B.\n\n[3] C.\n\n[4] D.\n'
    const { settings } = resolverOfValue({}).resolve('a.md')
    const { made, result } = fixSource(createSource('a.md', text), settings)
    expect(made.map(({ finding }) => finding.rule)).toEqual(['marker-duplicate', 'marker-spacing'])
    expect(result.source.text).toBe(text.replace('[2][2]Cc', '[2] Cc'))
  })

  test('make edits in the order of the text', () => {
    const fixes = [offer('b', at(8, 9)), offer('a', at(1, 2), at(4, 5))].map(({ fix }) => fix)
    expect(editsOf(fixes).map(({ start }) => start)).toEqual([1, 4, 8])
  })
})
