import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createFolder } from '../world.ts'
import { isInstalled, pathWithFootlint, recipe } from './installed.ts'

/** Debian's package of ALE is one that Vim loads when it is told to. */
const loads = [
  '-Es',
  '-u',
  'NONE',
  '-N',
  '-i',
  'NONE',
  '-c',
  'packadd ale',
  '-c',
  `execute exists(':ALEInfo') ? 'q' : 'cq'`,
]
const hasAle = isInstalled('vim', 'Vim has no ALE (Debian: apt-get install vim vim-ale)', loads)

const article = 'One.[^a] Two.[^b]\n\nThree.[^a] four.[^b]\n\nNow five. [^b] And six.[^c]\n\n[^a]: Adam\n[^b]: Eve\n'

test.skipIf(!hasAle)('Vim with ALE shows what is found, fixes it, goes to the note and renames a label', () => {
  const folder = createFolder({ 'article.md': article, 'vim/ftplugin/markdown.vim': recipe('vim ale') })
  const script = fileURLToPath(new URL('ale.vim', import.meta.url))
  const { stdout, stderr } = spawnSync('vim', ['-Es', '-u', 'NONE', '-N', '-i', 'NONE', '-S', script], {
    cwd: folder,
    env: { ...process.env, HOME: folder, PATH: pathWithFootlint(folder) },
    encoding: 'utf8',
    timeout: 60_000,
    input: '',
  })
  const seen = join(folder, 'seen.json')
  expect(existsSync(seen) ? JSON.parse(readFileSync(seen, 'utf8')) : stdout + stderr).toMatchObject({
    found: [
      [5, 11, 'E', 'marker-spacing', 'White space stands before `[^b]`, expected none'],
      [5, 24, 'E', 'marker-undefined', '`[^c]` has no entry, expected one'],
    ],
    asked: expect.arrayContaining(['1) Remove the white space', '4) Number by first citation']) as unknown,
    note: 7,
  })
  const expected = article.replaceAll('[^a]', '[^adam]').replace('five. [', 'five.[')
  expect(readFileSync(join(folder, 'article.md'), 'utf8')).toBe(expected)
})
