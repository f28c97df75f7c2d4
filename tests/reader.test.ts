import { describe, expect, test } from 'vitest'
import { fixtures } from './fixture-files.ts'
import { run } from './world.ts'

const files = Object.fromEntries(
  fixtures.filter(({ path }) => path.endsWith('.md')).map(({ path, content }) => [path, content]),
)

describe('--reader', () => {
  test('finds the same in all fixtures, segment by segment and as a whole', async () => {
    const whole = await run(['--reader', 'whole', '-f', 'json'], { files })
    const segments = await run(['--reader', 'segments', '-f', 'json'], { files })
    expect(JSON.parse(whole.stdout).summary.files).toBe(Object.keys(files).length)
    expect(segments.stdout).toBe(whole.stdout)
  })

  test('says what it expects', async () => {
    const { stderr, code } = await run(['--reader', 'fast', 'a.md'], { files: { 'a.md': '' } })
    expect(stderr).toBe('footlint: --reader is `fast`, expected `segments` or `whole`\n')
    expect(code).toBe(2)
  })
})
