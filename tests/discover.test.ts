import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { discover } from '../src/project/discover.ts'
import type { DiscoverOptions } from '../src/project/discover.ts'
import { relativePath, withSlashes } from '../src/project/paths.ts'
import { createFolder, writeFiles } from './world.ts'
import type { Files } from './world.ts'

const onPosix = process.platform !== 'win32'

/** Empty files by their paths. */
function named(...paths: string[]): Files {
  return Object.fromEntries(paths.map((path) => [path, '']))
}

function search(cwd: string, patterns: string[], options: Partial<DiscoverOptions> = {}) {
  return discover(patterns, { cwd, ignore: true, errorOnUnmatchedPattern: true, ...options })
}

async function pathsOf(...given: Parameters<typeof search>): Promise<string[]> {
  const { files, failures } = await search(...given)
  expect(failures).toEqual([])
  return files.map((file) => file.path)
}

describe('files, folders and globs', () => {
  test('every format is found by its extensions', async () => {
    const names = ['a.html', 'b.htm', 'c.xhtml', 'd.mdx', 'e.qmd', 'f.Rmd', 'g.ipynb', 'h.org', 'i.tex']
    expect(await pathsOf(createFolder(named(...names, 'j.rst', 'k.html.bak')), ['.'])).toEqual(names)
  })

  test('a folder is walked for documents, hidden folders too', async () => {
    const cwd = createFolder(
      named(
        'b.md',
        'a/z.TXT',
        'a/.hidden/x.markdown',
        'c.mdown',
        'd.mkd',
        'e.mkdn',
        'f.text',
        'g.docx',
        'h.md.bak',
        'md',
      ),
    )
    const all = ['a/.hidden/x.markdown', 'a/z.TXT', 'b.md', 'c.mdown', 'd.mkd', 'e.mkdn', 'f.text']
    expect(await pathsOf(cwd, ['.'])).toEqual(all)
    expect(await pathsOf(cwd, ['a/'])).toEqual(['a/.hidden/x.markdown', 'a/z.TXT'])
    expect(await pathsOf(join(cwd, 'a'), ['..'])).toEqual([
      '../b.md',
      '../c.mdown',
      '../d.mkd',
      '../e.mkdn',
      '../f.text',
      '.hidden/x.markdown',
      'z.TXT',
    ])
  })

  test('what is named several times is found once, and named beats found', async () => {
    const cwd = createFolder(named('a.md', 'b.md'))
    const { files } = await search(cwd, ['.', './a.md', join(cwd, 'a.md'), '*.md', 'a.md'])
    expect(files).toEqual([
      { path: 'a.md', explicit: true },
      { path: 'b.md', explicit: false },
    ])
  })

  test('a named file may have any extension', async () => {
    expect(await pathsOf(createFolder(named('notes.rst', 'LICENSE')), ['notes.rst', 'LICENSE'])).toEqual([
      'LICENSE',
      'notes.rst',
    ])
  })

  test('a glob finds documents, and any file whose extension it names', async () => {
    const cwd = createFolder(named('a.md', 'docs/b.md', 'docs/c.rst', 'docs/d.png', '.x/e.md'))
    expect(await pathsOf(cwd, ['**'])).toEqual(['.x/e.md', 'a.md', 'docs/b.md'])
    expect(await pathsOf(cwd, ['docs/*'])).toEqual(['docs/b.md'])
    expect(await pathsOf(cwd, ['docs/*.rst'])).toEqual(['docs/c.rst'])
    expect(await pathsOf(cwd, ['*.{md,txt}'])).toEqual(['a.md'])
    expect(await pathsOf(join(cwd, 'docs'), ['../*.md'])).toEqual(['../a.md'])
  })

  test('dependencies and git are never checked', async () => {
    const cwd = createFolder(named('node_modules/x/a.md', '.git/b.md', 'docs/node_modules/c.md', 'd.md'))
    expect(await pathsOf(cwd, ['.', '**/*.md'], { ignore: false })).toEqual(['d.md'])
    const { files, ignored } = await search(cwd, ['node_modules/x/a.md', 'node_modules'])
    expect(files).toEqual([])
    expect(ignored).toEqual([
      { path: 'node_modules/x/a.md', reason: 'node_modules is never checked' },
      { path: 'node_modules', reason: 'node_modules is never checked' },
    ])
    expect(await pathsOf(cwd, ['node_modules/x/a.md'], { ignore: false })).toEqual(['node_modules/x/a.md'])
    expect(await pathsOf(join(cwd, 'node_modules/x'), ['.'])).toEqual(['a.md'])
  })

  test('what is missing is a failure, with the nearest name', async () => {
    const cwd = createFolder(named('docs/article.md', 'docs/sub/x.png'))
    const { files, failures } = await search(cwd, ['docs/artcile.md', 'nowhere/a.md', 'docs/sub', '*.rst', 'docs'])
    expect(files).toEqual([{ path: 'docs/article.md', explicit: false }])
    expect(failures).toEqual([
      {
        path: 'docs/artcile.md',
        message: 'does not exist, expected a file, a folder or a glob; did you mean article.md?',
      },
      { path: 'nowhere/a.md', message: 'does not exist, expected a file, a folder or a glob' },
      { path: 'docs/sub', message: 'holds no document, expected at least one that is not ignored' },
      { path: '*.rst', message: 'matches no document, expected at least one that is not ignored' },
    ])
    const tolerant = await search(cwd, ['docs/sub', '*.rst', 'no.md'], { errorOnUnmatchedPattern: false })
    expect(tolerant.failures.map((failure) => failure.path)).toEqual(['no.md'])
  })
})

describe('names', () => {
  test('a path with glob characters that exists is that file', async () => {
    const names = ['[1].md', 'a(b).md', '{x,y}.md', '!no.md']
    const cwd = createFolder(named(...names, '1.md', 'x.md', 'no.md'))
    for (const name of names) expect(await pathsOf(cwd, [name])).toEqual([name])
    expect(await pathsOf(cwd, ['[12].md'])).toEqual(['1.md'])
  })

  test.runIf(onPosix)('special names', async () => {
    const names = ['--', '-x.md', ' a b .md', 'new\nline.md', 'back\\slash.md', 'star*.md', 'ünï·码.md']
    const cwd = createFolder(named(...names))
    for (const name of names) expect(await pathsOf(cwd, [name])).toEqual([name])
    expect(await pathsOf(cwd, ['.'])).toEqual(names.filter((name) => name.endsWith('.md')).toSorted())
  })

  test('the separator of Windows', () => {
    expect(withSlashes(String.raw`docs\sub\a.md`, '\\')).toBe('docs/sub/a.md')
    expect(withSlashes(String.raw`a\b.md`, '/')).toBe(String.raw`a\b.md`)
    expect(relativePath('/x/y', '/x/y')).toBe('.')
    expect(relativePath('/x/y', '/x/z.md')).toBe('../z.md')
  })
})

describe('ignore files', () => {
  test('patterns of several folders, deeper ones win', async () => {
    const cwd = createFolder({
      ...named(
        'a.md',
        'draft.md',
        'sub/draft.md',
        'sub/keep/draft.md',
        'sub/x/y.md',
        'x/y.md',
        'out/deep/z.md',
        'out.md',
      ),
      '.gitignore': '# comment\n\ndraft.md\nout/\n/x/y.md\r\n',
      'sub/keep/.gitignore': '!draft.md',
      'sub/.gitignore': 'x/*.md',
    })
    expect(await pathsOf(cwd, ['.'])).toEqual(['a.md', 'out.md', 'sub/keep/draft.md'])
    expect(await pathsOf(cwd, ['**/*.md'])).toEqual(['a.md', 'out.md', 'sub/keep/draft.md'])
    expect((await search(cwd, ['sub/draft.md', 'out', 'out/deep/z.md', 'sub/x/y.md'])).ignored).toEqual([
      { path: 'sub/draft.md', reason: '.gitignore' },
      { path: 'out', reason: '.gitignore' },
      { path: 'out/deep/z.md', reason: '.gitignore' },
      { path: 'sub/x/y.md', reason: 'sub/.gitignore' },
    ])
    expect(await pathsOf(cwd, ['.'], { ignore: false })).toHaveLength(8)
  })

  test('a pattern that is bound to a folder with glob characters in its name', async () => {
    const cwd = createFolder({ ...named('[a] b/x.md', '[a] b/c/x.md', 'a b/x.md'), '[a] b/.gitignore': '/x.md' })
    expect(await pathsOf(cwd, ['.'])).toEqual(['[a] b/c/x.md', 'a b/x.md'])
  })

  test('our own ignore file beside and above git’s', async () => {
    const cwd = createFolder({
      ...named('a.md', 'b.md', 'c.md'),
      '.gitignore': 'a.md\nb.md',
      '.footlintignore': '\uFEFF!b.md\nc.md',
    })
    expect(await pathsOf(cwd, ['.'])).toEqual(['b.md'])
  })

  test('in a repository, files up to its root count; no farther', async () => {
    const outer = createFolder({ '.gitignore': '*.md', 'repo/.gitignore': 'b.md' })
    mkdirSync(join(outer, 'repo/.git'))
    writeFiles(outer, named('repo/docs/a.md', 'repo/docs/b.md'))
    expect(await pathsOf(join(outer, 'repo/docs'), ['.'])).toEqual(['a.md'])
    expect(await pathsOf(outer, ['repo'], {})).toEqual(['repo/docs/a.md'])
  })

  test('outside of a repository, files up to the working directory count', async () => {
    const outer = createFolder({
      ...named('here/a.md', 'there/b.md', 'there/sub/c.md'),
      '.gitignore': '*.md',
      'there/.gitignore': 'c.md',
    })
    const here = join(outer, 'here')
    expect(await pathsOf(here, ['.', '../there'])).toEqual(['../there/b.md', 'a.md'])
  })

  test('a file of patterns for one run', async () => {
    const cwd = createFolder({
      ...named('a.md', 'b.md', 'sub/c.md', 'd.md'),
      '.gitignore': 'a.md',
      '.footlintignore': 'b.md',
      'lists/some': 'sub/',
    })
    expect(await pathsOf(cwd, ['.'], { ignorePath: 'lists/some' })).toEqual(['b.md', 'd.md'])
    const { ignored } = await search(cwd, ['sub/c.md'], { ignorePath: 'lists/some' })
    expect(ignored).toEqual([{ path: 'sub/c.md', reason: 'lists/some' }])
    await expect(search(cwd, ['.'], { ignorePath: 'no' })).rejects.toThrow('cannot read the ignore file no')
  })
})

describe.runIf(onPosix)('symbolic links', () => {
  test('links to folders are not followed, so that there is no circle', async () => {
    const cwd = createFolder(named('a/b.md'))
    symlinkSync('..', join(cwd, 'a/up'))
    symlinkSync('self', join(cwd, 'self'))
    expect(await pathsOf(cwd, ['.', '**/*.md'])).toEqual(['a/b.md'])
    expect(await pathsOf(cwd, ['a/up'])).toEqual(['a/b.md', 'a/up/a/b.md'].slice(1))
    const { failures } = await search(cwd, ['self'])
    expect(failures[0]).toMatchObject({ path: 'self', message: expect.stringContaining('symbolic link') as string })
  })

  test('a link to a file counts where its target is not there too, or where it is named', async () => {
    const cwd = createFolder(named('docs/a.md', 'other/b.md'))
    symlinkSync('a.md', join(cwd, 'docs/again.md'))
    symlinkSync('../other/b.md', join(cwd, 'docs/b.md'))
    symlinkSync('nothing', join(cwd, 'docs/broken.md'))
    expect(await pathsOf(cwd, ['docs'])).toEqual(['docs/a.md', 'docs/b.md'])
    expect(await pathsOf(cwd, ['.'])).toEqual(['docs/a.md', 'other/b.md'])
    expect(await pathsOf(cwd, ['docs/*.md', 'docs/again.md'])).toEqual(['docs/a.md', 'docs/again.md', 'docs/b.md'])
    const { failures } = await search(cwd, ['docs/broken.md'])
    expect(failures).toEqual([
      { path: 'docs/broken.md', message: 'is a symbolic link that leads nowhere, expected a file' },
    ])
  })
})
