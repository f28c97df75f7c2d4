import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lint } from '../src/api.ts'
import { placeOf } from '../scripts/lint-one.ts'
import { fixtures, fixturesFolder, strayFiles } from './fixture-files.ts'
import type { Fixture } from './fixture-files.ts'

/** `UPDATE_FIXTURES=1 npx vitest run tests/fixtures.test.ts` writes what is found; read the diff before it is committed. */
const isUpdate = process.env['UPDATE_FIXTURES'] === '1'

/** What is found, a line each: `line:column-line:column severity rule message`. */
async function findingsOf({ content, path, config }: Fixture): Promise<string> {
  const { source, findings } = await lint(content, { path, config })
  return findings.map((one) => `${placeOf(source, one)} ${one.severity} ${one.rule} ${one.message}\n`).join('')
}

describe('fixtures', () => {
  test.each(fixtures.map((fixture) => [fixture.path, fixture] as const))('%s', async (_, fixture) => {
    const found = await findingsOf(fixture)
    const expected = fixture.out ?? (fixture.isTrap ? '' : undefined)
    if (isUpdate && found !== expected) writeFileSync(fixture.outPath, found)
    else expect(found, expected === undefined ? 'its .out is missing' : '').toBe(expected)
  })

  test('have names of their own, and no .out or .json stands alone', () => {
    const outs = fixtures.map((fixture) => fixture.outPath)
    expect(outs).toEqual([...new Set(outs)])
    expect(strayFiles).toEqual([])
  })

  test('that are traps are explained in fixtures/traps/README.md, each once', () => {
    const readme = readFileSync(`${fixturesFolder}traps/README.md`, 'utf8')
    const rows = [...readme.matchAll(/^\| `([^`]+)` \| (.{10,}) \|$/gm)].map((match) => `traps/${match[1]}`)
    expect(rows.toSorted()).toEqual(fixtures.filter((fixture) => fixture.isTrap).map((fixture) => fixture.path))
  })
})
