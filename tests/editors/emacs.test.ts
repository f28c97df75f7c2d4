import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createFolder } from '../world.ts'
import { isInstalled, pathWithFootlint, recipe } from './installed.ts'

const hasEmacs = isInstalled(
  'emacs',
  'Emacs is not installed (Debian: apt-get install emacs-nox elpa-flycheck elpa-eglot)',
)
const hasPackage = (name: string) => {
  const load = `(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa*/*")) (add-to-list 'load-path folder))`
  return (
    hasEmacs &&
    isInstalled('emacs', `Emacs has no ${name} (Debian: elpa-${name})`, ['--batch', '-Q', '--eval', load, '-l', name])
  )
}

const article = 'One.[^a] Two.[^b] Three.[^a]\n\n漢字 four.[^b] And five. [^b] And six.[^c]\n\n[^a]: Adam\n[^b]: Eve\n'

/** What Emacs shows of the article. */
function seenBy(plugin: string): unknown {
  const folder = createFolder({ 'article.md': article, 'recipe.el': recipe(`elisp ${plugin}`) })
  const script = fileURLToPath(new URL('emacs.el', import.meta.url))
  const env = { ...process.env, HOME: folder, PATH: pathWithFootlint(folder), FOOTLINT_WITH: plugin, LC_ALL: 'C.UTF-8' }
  const args = ['--batch', '-Q', '-l', script]
  const { stderr } = spawnSync('emacs', args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 })
  const seen = join(folder, 'seen.json')
  return existsSync(seen) ? JSON.parse(readFileSync(seen, 'utf8')) : stderr
}

describe('Emacs', () => {
  test.skipIf(!hasPackage('flycheck'))('shows the findings with Flycheck', () => {
    expect(seenBy('flycheck')).toEqual([
      [3, 24, 'error', 'White space stands before `[^b]`, expected none [marker-spacing]'],
      [3, 37, 'error', '`[^c]` has no entry, expected one [marker-undefined]'],
    ])
  })

  test.skipIf(!hasPackage('eglot'))('shows the findings with Eglot, as the server says them', () => {
    expect(seenBy('eglot')).toEqual([
      [3, 24, 'footlint [marker-spacing]: White space stands before `[^b]`, expected none'],
      [3, 37, 'footlint [marker-undefined]: `[^c]` has no entry, expected one'],
    ])
  })
})
