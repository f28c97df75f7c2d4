import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createFolder, run } from '../world.ts'
import { isInstalled, pathWithFootlint, recipe } from './installed.ts'

const hasNeovim = isInstalled('nvim', 'Neovim is not installed (Debian: apt-get install neovim)')

const article = [
  'One.[^a] Two.[^b]',
  '',
  'Three.[^a] four.[^b]',
  '',
  'Now five. [^b] And six.[^c]',
  '',
  '[^a]: Adam 😀',
  '[^b]: Eve',
  '',
].join('\n')

function nvim(folder: string, ...args: string[]) {
  const env = { ...process.env, PATH: pathWithFootlint(folder), XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder }
  const all = ['--headless', '-u', 'NONE', '-i', 'NONE', ...args]
  return spawnSync('nvim', all, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 })
}

describe.skipIf(!hasNeovim)('Neovim', () => {
  test('shows what is found, fixes it, goes to the note and back, and renames a label', () => {
    const folder = createFolder({ 'article.md': article, 'recipe.lua': recipe('lua neovim') })
    const { stderr } = nvim(folder, '-S', fileURLToPath(new URL('neovim.lua', import.meta.url)))
    const seen = JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8')) as Record<string, unknown>
    expect(seen['problem'], stderr).toBe(undefined)
    expect(seen).toMatchObject({
      diagnostics: [
        { line: 5, column: 11, code: 'marker-spacing', severity: 1 },
        { line: 5, column: 24, code: 'marker-undefined', severity: 1 },
      ],
      note: 7,
      marker: 1,
      hover: 'Adam 😀',
    })
    expect(seen['actions']).toEqual(
      expect.arrayContaining(['Remove the white space', 'Disable marker-spacing for this line']),
    )
    const expected = article.replaceAll('[^a]', '[^adam]').replace('five. [', 'five.[')
    expect(readFileSync(join(folder, 'article.md'), 'utf8')).toBe(expected)
  })

  test('reads the unix report with an error format', async () => {
    const { stdout } = await run(['-f', 'unix', 'a b.md'], { files: { 'a b.md': article } })
    const folder = createFolder({ 'report.txt': stdout, 'a b.md': article, 'recipe.vim': recipe('vim errorformat') })
    const item = 'json_encode([bufname(e.bufnr), e.lnum, e.col, e.type, e.text])'
    const { stderr } = nvim(
      folder,
      '-S',
      'recipe.vim',
      '-c',
      'cgetfile report.txt',
      '-c',
      `call writefile(map(getqflist(), {_, e -> ${item}}), 'list')`,
      '-c',
      'qall!',
    )
    const list = readFileSync(join(folder, 'list'), 'utf8').trimEnd().split('\n')
    expect(
      list.map((line) => JSON.parse(line) as unknown[]),
      stderr,
    ).toEqual([
      ['a b.md', 5, 11, 'e', 'White space stands before `[^b]`, expected none [marker-spacing]'],
      ['a b.md', 5, 24, 'e', '`[^c]` has no entry, expected one [marker-undefined]'],
    ])
  })
})
