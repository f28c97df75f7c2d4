import { describe, expect, test } from 'vitest'
import { renumbered, textAfter } from './renumbered.ts'

/** Documents that a long run with generated ones found, made as small as they go. */
describe('renumbering leaves alone', () => {
  test('markers whose entry may be a block that was not read as one', async () => {
    const text = '[0] Aa[1] bb[2] cc[3] dd[5]\n\n[5] Minutes on tides\n'
    expect(await renumbered(text)).toMatchObject({
      text,
      refusals: ['3:1 `[5]` may belong to it and was not read so: it opens a block: the number of a paragraph'],
    })
  })

  test('markers without entries where an item of a list has their number, or would have it', async () => {
    const text = 'The pilots[1] knew it[3] well[4] and[2] so[6].\n\n4. Sand\n'
    expect(await renumbered(text)).toMatchObject({
      text,
      refusals: ['3:1 it has no entries, and the item `4.` may be one'],
    })
    const other = 'The pilots[1] knew it[2] well[3].\n\n9. Sand\n'
    expect(await renumbered(other, { start: 8 })).toMatchObject({
      text: other,
      refusals: ['3:1 it has no entries, and the item `9.` may be one'],
    })
  })

  test('markers beside a bracket that may be one of them', async () => {
    const list = '\n## References\n\n1. Adam.\n\n2. Eve.\n\n3. Cain.\n'
    const text = `They took B12[2] first.[3] It helped.[1] It was cheap.[2] So it went.[1]\n${list}`
    expect(await renumbered(text)).toMatchObject({
      text,
      refusals: ['1:14 `[2]` may belong to it and was not read so: `B12[…]` reads as an index'],
    })
  })

  test('entries that may be lines of prose with two markers at their beginning', async () => {
    const text = 'Aa.[1] Bb.[6]\n\n[0] [2, 3] was dredged\n[6] The pilots knew it.\n[1] Minutes on sand\n'
    expect(await renumbered(text)).toMatchObject({
      text,
      refusals: ['3:1 `[0]` has a marker behind it, and nobody can say whether it is an entry'],
    })
  })

  test('a note whose label stands between two dollars', async () => {
    const text = 'It cost $5[^2] or so, or US$ then.[^1]\n\n[^1]: Sand\n[^2]: Wages\n'
    expect(await renumbered(text, { start: 3 })).toMatchObject({
      text,
      refusals: ['1:11 `[^2]` may belong to it and was not read so: it stands in a formula'],
    })
  })

  test('an item that would get the number of one that was not read as an entry', async () => {
    const list =
      '## References\n\n6. Tides\n\n## References\n\n[1]: https://example.org/1\n\n## References\n\n1. Sand\n'
    const text = `Aa.[4]Bb.[6]Cc.[6]\n\n${list}`
    expect(await renumbered(text, { labels: 'number' })).toMatchObject({
      text,
      refusals: ['13:1 the item `1.` may be meant as well'],
    })
  })

  test('a list that may go on behind its last entry', async () => {
    const text =
      'Aa[241] bb[240] cc[239]\n\n> [239] Sand\n>\n> [240] Wages\n>\n> [235] Ropes\n>\n> [234] Coal\n>\n> [241] Tolls\n'
    expect(await renumbered(text)).toMatchObject({
      text,
      refusals: [
        '7:3 `[235]` may belong to it and was not read so: it stands in a quotation, and no entry has its number',
      ],
    })
  })

  test('both series where a marker of one seems to mean an entry of the other', async () => {
    const notes = '[^8]:\n[^3] Tides\n[^a]:\n[^nota]: Sand\n[3] Wages\n[^2]: Ropes'
    const text = `<p></p>\n<p>The harbour [sic][1, 4] 水 in spring. [2] 水The pilots knew it.[5]\n${notes}</p>\n`
    expect(await renumbered(text, { labels: 'number' }, 'a.txt')).toMatchObject({
      text,
      refusals: [
        '2:41 `[2]` seems to mean `[^2]` and is written in another way',
        '2:41 `[2]` seems to mean `[^2]` and is written in another way',
      ],
    })
  })

  test('a list that cites itself, which is prose', async () => {
    expect(await textAfter('1. The pilots[2] knew it[3].\n2. It was said[4].\n', { start: 1 })).toBe(
      '1. The pilots[1] knew it[2].\n2. It was said[3].\n',
    )
  })

  test('the lowest number that no reader sees', async () => {
    const text = 'Aa [1][1] bb[3]\n\n[1]: http://example.org/1\n[3]: http://example.org/3\n'
    expect(await textAfter(text, { start: 95 })).toBe(
      'Aa [1][1] bb[95]\n\n[1]: http://example.org/1\n[95]: http://example.org/3\n',
    )
  })

  test('the order of a cluster that cannot ascend any more', async () => {
    const text = 'Aa[2][5, 7] bb[5] cc[4]\n\n2. Sand\n\n5. Wages\n\n[4]: http://example.org/4\n'
    expect(await textAfter(text, { start: 95 })).toBe(
      'Aa[95][7, 96] bb[96] cc[97]\n\n95. Sand\n\n96. Wages\n\n[97]: http://example.org/4\n',
    )
  })
})
