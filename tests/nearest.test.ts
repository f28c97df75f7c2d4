import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from '../src/nearest.ts'

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['note', 'note', 0],
    ['note', 'nite', 1],
    ['note', 'notes', 1],
    ['note', 'ote', 1],
    ['note', 'ntoe', 1],
    ['note', '', 4],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%j → %j takes %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance)
    expect(editDistance(other, one)).toBe(distance)
  })
})

describe('nearest', () => {
  it('names the word with the fewest edits', () => {
    expect(nearest('marker-gpa', ['marker-order', 'marker-gap', 'marker-spacing'])).toBe('marker-gap')
  })

  it('names the first of two that are equally near', () => {
    expect(nearest('node', ['nose', 'note'])).toBe('nose')
  })

  it('does not care about case', () => {
    expect(nearest('MARKER-GAP', ['marker-gap'])).toBe('marker-gap')
  })

  it('names nothing that is more than two edits away', () => {
    expect(nearest('marker-gap', ['marker-order', 'series-start'])).toBeUndefined()
  })

  it('names nothing where half of the letters would change', () => {
    expect(nearest('ab', ['cd', 'ac'])).toBeUndefined()
    expect(nearest('abc', ['abd'])).toBe('abd')
    expect(nearest('abcd', ['abxy'])).toBeUndefined()
  })

  it('names nothing where nothing is known', () => {
    expect(nearest('note', [])).toBeUndefined()
    expect(nearest('', ['note'])).toBeUndefined()
  })
})
