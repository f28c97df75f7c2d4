import { describe, expect, test } from 'vitest'
import { run } from './world.ts'

const text = `# The gate

It was built early.[1] Nobody paid.[2][4] See buf[0] and [1904].

## References

[1] Adler, The gate.

[2] Berg, The wall.

[3] Carl, The sea.
`

const explain = async (place: string) => run(['explain', `a.md:${place}`], { files: { 'a.md': text } })

describe('footlint explain <file:line:column>', () => {
  test.each([
    ['3:20', '[1] is a marker (bracket): an entry has its number.\n[1] points to line 7: Adler, The gate.\n'],
    ['3:22', '[1] is a marker (bracket): an entry has its number.\n[1] points to line 7: Adler, The gate.\n'],
    ['3:39', '[4] is a marker (bracket): it stands among citations that have entries.\n[4] points nowhere.\n'],
    ['3:50', '[0] is no marker: no entry has the number 0.\n'],
    ['3:58', '[1904] is no marker: it is a year.\n'],
    ['7:1', '[1] is the label of an entry: Adler, The gate.\nCited at 3:20.\n'],
    ['11:2', '[3] is the label of an entry: Carl, The sea.\nNothing cites it.\n'],
    ['3:1', 'Nothing at this place could be a marker.\n'],
  ])('%s', async (place, expected) => {
    expect(await explain(place)).toMatchObject({ code: 0, stdout: expected, stderr: '' })
  })

  test('a notation that is switched off or on is said', async () => {
    const said = async (notations: object) => {
      const files = { 'a.md': text, '.footlintrc.json': JSON.stringify({ notations }) }
      const explained = await run(['explain', 'a.md:3:20'], { files })
      const listed = await run(['--debug', 'candidates', 'a.md'], { files })
      return [explained.stdout, listed.stdout.split('\n')[0]]
    }
    expect(await said({ bracket: 'off' })).toEqual([
      '[1] is no marker: switched off in the configuration.\n',
      'a.md:3:20: [1] bracket rejected: switched off in the configuration',
    ])
    expect(await said({ bracket: 'on' })).toEqual([
      '[1] is a marker (bracket): the configuration says so.\n[1] points to line 7: Adler, The gate.\n',
      'a.md:3:20: [1] bracket accepted: the configuration says so',
    ])
  })

  test('a place outside the file is said', async () => {
    const { code, stdout, stderr } = await explain('99:1')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe('footlint: a.md has no line 99 with a column 1\n')
  })

  test('a file that does not exist is said', async () => {
    const { code, stderr } = await run(['explain', 'b.md:1:1'])
    expect(code).toBe(2)
    expect(stderr).toContain('b.md')
  })
})
